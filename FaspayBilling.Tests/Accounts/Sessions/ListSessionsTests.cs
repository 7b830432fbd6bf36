using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts.Sessions;

public sealed class ListSessionsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_session_that_asks_comes_first_then_what_was_used_last(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var here = await db.OpenAsync(user);
        db.Clock.Advance(TimeSpan.FromHours(1));
        var second = await db.OpenAsync(user);
        db.Clock.Advance(TimeSpan.FromHours(1));
        var third = await db.OpenAsync(user);
        db.Clock.Advance(TimeSpan.FromHours(1));
        await db.Get<TouchSession>().HandleAsync([second.Id], default);

        var rows = await db.Get<ListSessions>().HandleAsync(user.In(here.Id), default);

        rows.Select(r => (r.Id, r.Here)).Should().Equal((here.Id, true), (second.Id, false), (third.Id, false));
        var (now, office) = (db.Clock.Now(), UserData.Office);
        rows[1].Should().Be(new SessionRow(
            second.Id, office.Browser, office.Address, now.AddHours(-2), now, now.AddHours(-2).AddDays(7), Here: false));
    }

    [Fact]
    public async Task What_has_ended_and_what_is_anothers_is_not_listed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        await db.OpenAsync(user);
        db.Clock.Advance(UserSession.Idle);
        var (here, closed) = (await db.OpenAsync(user), await db.OpenAsync(user));
        (await db.Get<CloseSession>().HandleAsync(user.In(closed.Id), closed.Id, default)).Ok.Should().BeTrue();
        await db.OpenAsync(await db.UserAsync(fpy, "ada@fpy.example", Role.Admin));

        (await db.Get<ListSessions>().HandleAsync(user.In(here.Id), default)).Select(r => r.Id).Should().Equal(here.Id);
    }
}
