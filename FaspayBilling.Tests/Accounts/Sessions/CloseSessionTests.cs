using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Live;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts.Sessions;

public sealed class CloseSessionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_of_another_device_is_ended_once_and_this_one_goes_on(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var (user, here, there) = await TwoDevicesAsync(db, fpy);
        var close = db.Get<CloseSession>();

        (await close.HandleAsync(user.In(here.Id), there.Id, default)).Ok.Should().BeTrue();
        (await close.HandleAsync(user.In(here.Id), there.Id, default)).Ok.Should().BeTrue("it is ended, as was asked");

        (await HoldingAsync(db, here, there)).Should().Equal(here.Id);
        (await db.HistoryAsync(fpy)).Where(h => h.StartsWith("Ended", StringComparison.Ordinal))
            .Should().Equal("Ended one session of another device");
    }

    [Fact]
    public async Task A_sign_out_ends_its_own_session_and_open_pages_hear_of_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var (user, here, there) = await TwoDevicesAsync(db, fpy);
        var heard = new List<LiveChange>();
        using var listening = db.Live.Subscribe(fpy.Id, heard.Add);

        (await db.Get<CloseSession>().HandleAsync(user.In(here.Id), here.Id, default)).Ok.Should().BeTrue();

        (await HoldingAsync(db, here, there)).Should().Equal(there.Id);
        (await db.HistoryAsync(fpy)).Should().EndWith("Signed out");
        heard.Should().ContainSingle().Which.Touches(HistorySubject.Session, user.Id).Should().BeTrue();
    }

    [Fact]
    public async Task All_others_are_ended_together()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var (user, here, there) = await TwoDevicesAsync(db, fpy);
        var third = await db.OpenAsync(user);

        (await db.Get<CloseSession>().HandleOthersAsync(user.In(here.Id), default)).Ok.Should().BeTrue();

        (await HoldingAsync(db, here, there, third)).Should().Equal(here.Id);
        (await db.HistoryAsync(fpy)).Should().EndWith("Ended the sessions of all other devices");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_users_session_is_not_found_and_holds(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var (user, here, _) = await TwoDevicesAsync(db, fpy);
        var others = await db.OpenAsync(await db.UserAsync(fpy, "ada@fpy.example", Role.Admin));
        var foreign = await db.OpenAsync(await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Admin));

        var close = db.Get<CloseSession>();
        foreach (var session in new[] { others, foreign })
        {
            (await close.HandleAsync(user.In(here.Id), session.Id, default)).Refusal!.Code.Should().Be("session.not-found");
        }

        await close.HandleOthersAsync(user.In(here.Id), default);
        (await HoldingAsync(db, others, foreign)).Should().BeEquivalentTo([others.Id, foreign.Id]);
    }

    [Fact]
    public async Task Who_was_signed_out_ends_nothing_any_more()
    {
        await using var db = await TestDb.MakeAsync();
        var (user, here, there) = await TwoDevicesAsync(db, await db.Given.MerchantAsync());
        await db.Get<CloseSession>().HandleAsync(user.In(there.Id), here.Id, default);

        (await db.Get<CloseSession>().HandleOthersAsync(user.In(here.Id), default)).Refusal!.Code.Should().Be("session.ended");

        (await HoldingAsync(db, here, there)).Should().Equal(there.Id);
    }

    private static async Task<(User User, OpenedSession Here, OpenedSession There)> TwoDevicesAsync(TestDb db, GivenMerchant merchant)
    {
        var user = await db.UserAsync(merchant, "vina@fpy.example", Role.Viewer);
        var (here, there) = (await db.OpenAsync(user), await db.OpenAsync(user));
        await using var rows = await db.Dbs.CreateDbContextAsync();
        await rows.ProveAsync(here.Id);
        await rows.ProveAsync(there.Id);
        return (user, here, there);
    }

    private static async Task<IReadOnlyList<long>> HoldingAsync(TestDb db, params OpenedSession[] sessions) =>
        [.. (await db.Get<CheckSession>().HandleAsync([.. sessions.Select(s => s.Id)], default)).Keys];
}
