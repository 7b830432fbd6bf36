using FaspayBilling.Core.Accounts;
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
}
