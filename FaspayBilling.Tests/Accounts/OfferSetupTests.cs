using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts;

public sealed class OfferSetupTests
{
    [Fact]
    public async Task A_new_link_ends_the_one_before()
    {
        await using var db = await TestDb.MakeAsync();
        var first = SecretOf(await db.Get<OfferSetup>().HandleAsync(default));
        var second = SecretOf(await db.Get<OfferSetup>().HandleAsync(default));

        (await db.Get<CompleteSetup>().WhyNotAsync(first, default))!.Code.Should().Be("user.link");
        (await db.Get<CompleteSetup>().WhyNotAsync(second, default)).Should().BeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_start_offers_a_link_as_long_as_nobody_can_sign_in(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<OfferSetup>().WhenEmptyAsync(default)).Should().NotBeNull("a merchant alone signs nobody in");
        await db.UserAsync(fpy, "ayu@fpy.example", Role.Viewer);

        (await db.Get<OfferSetup>().WhenEmptyAsync(default)).Should().BeNull("somebody can sign in now");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nodes_that_start_on_an_empty_database_offer_a_link_each_and_the_first_that_is_used_ends_the_others(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var first = SecretOf((await db.Get<OfferSetup>().WhenEmptyAsync(default))!);
        var second = SecretOf((await db.Get<OfferSetup>().WhenEmptyAsync(default))!);

        var before = await db.Get<CompleteSetup>().WhyNotAsync(second, default);
        var made = await db.Get<CompleteSetup>().HandleAsync(
            new SetupRequest(first, "Toko Baru", "TKB", "Budi", "budi@tkb.example", "Correct-Horse-7"), default);
        var after = await db.Get<CompleteSetup>().WhyNotAsync(second, default);

        (before, made.Ok, after?.Code).Should().Be((null, true, "user.link"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_nodes_that_offer_at_once_neither_loses_its_link_and_of_two_who_use_them_at_once_one_wins(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var other = db.AnotherNode();
        TestDb[] nodes = [db, other];

        var links = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Get<OfferSetup>().WhenEmptyAsync(default))));
        foreach (var link in links)
        {
            (await db.Get<CompleteSetup>().WhyNotAsync(SecretOf(link!), default)).Should().BeNull();
        }

        var used = await Together.RunAsync(nodes.Select((node, i) => (Func<Task<Outcome>>)(() => node.Get<CompleteSetup>().HandleAsync(
            new SetupRequest(SecretOf(links[i]!), "Toko Baru", $"TK{i}", "Budi", $"budi{i}@tkb.example", "Correct-Horse-7"), default))));

        used.Should().ContainSingle(outcome => outcome.Ok);
        used.Single(outcome => !outcome.Ok).Refusal!.Code.Should().BeOneOf("user.link", "changed-elsewhere");
        (await db.ReadAsync(d => d.Set<User>().CountAsync())).Should().Be(1);
    }

    // On PostgreSQL starts take turns by a lock of their own, and nothing else waits for it.
    [Fact]
    public async Task A_user_who_is_made_while_a_start_waits_for_its_turn_leaves_nothing_to_offer()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var making = db.Write.RunAsync(Actor.System(0), new AuditedAction(HistorySubject.Merchant, "merchant.set-up"), async write =>
        {
            write.Db.Add(Ayu(fpy));
            await write.SaveAsync();
            inside.SetResult();
            await goOn.Task;
            return Outcome.Done;
        }, default);
        await inside.Task;

        var offering = db.Get<OfferSetup>().WhenEmptyAsync(default);
        await Task.Delay(TimeSpan.FromSeconds(1));
        offering.IsCompleted.Should().BeFalse("nobody can sign in yet, and it waits for its turn");
        goOn.SetResult();
        await making;

        (await offering).Should().BeNull();
        (await db.ReadAsync(d => d.Set<SetupLink>().CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_start_forgets_the_links_that_are_over()
    {
        await using var db = await TestDb.MakeAsync();
        await db.Get<OfferSetup>().WhenEmptyAsync(default);
        db.Clock.Advance(OfferSetup.Lifetime);

        await db.Get<OfferSetup>().WhenEmptyAsync(default);

        (await db.ReadAsync(d => d.Set<SetupLink>().CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task The_link_is_absolute_and_its_secret_is_not_stored()
    {
        await using var db = await TestDb.MakeAsync(extra: new() { ["Site:Address"] = "https://billing.example" });

        var link = await db.Get<OfferSetup>().HandleAsync(default);

        link.Should().StartWith("https://billing.example/account/set-up?link=");
        (await db.ReadAsync(d => d.Set<SetupLink>().SingleAsync())).SecretHash.Should().HaveLength(64).And.NotContain(SecretOf(link));
    }

    private static User Ayu(GivenMerchant merchant) => new()
    {
        MerchantId = merchant.Id,
        Name = "Ayu",
        Role = Role.Admin,
        Email = "ayu@fpy.example",
        NormalizedEmail = "AYU@FPY.EXAMPLE",
        UserName = "ayu@fpy.example",
        NormalizedUserName = "AYU@FPY.EXAMPLE",
        SecurityStamp = "ayu",
    };
}
