using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts.Sessions;

public sealed class TouchSessionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_in_use_goes_on(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var (used, idle) = (await db.OpenAsync(user), await db.OpenAsync(user));
        db.Clock.Advance(TimeSpan.FromHours(11));

        await db.Get<TouchSession>().HandleAsync([used.Id], default);
        db.Clock.Advance(TimeSpan.FromHours(11));

        (await db.Get<CheckSession>().HandleAsync([used.Id, idle.Id], default))
            .Should().Equal(new Dictionary<long, DateTime> { [used.Id] = db.Clock.Now().AddHours(-11) });
    }

    [Fact]
    public async Task What_has_ended_stays_ended()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var (closed, idle) = (await db.OpenAsync(user), await db.OpenAsync(user));
        await db.Get<CloseSession>().HandleAsync(user.In(closed.Id), closed.Id, default);
        db.Clock.Advance(UserSession.Idle);

        await db.Get<TouchSession>().HandleAsync([closed.Id, idle.Id], default);

        (await db.Get<CheckSession>().HandleAsync([closed.Id, idle.Id], default)).Should().BeEmpty();
        (await db.ReadAsync(d => d.Set<UserSession>().Select(s => s.SeenAt).Distinct().ToListAsync()))
            .Should().Equal(db.Clock.Now() - UserSession.Idle);
    }

    [Fact]
    public async Task Use_is_no_history()
    {
        await using var db = await TestDb.MakeAsync();
        var session = await db.OpenAsync(await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer));
        var before = (await db.HistoryAsync()).Count;

        (await db.Get<TouchSession>().HandleAsync([session.Id], default)).Ok.Should().BeTrue();

        (await db.HistoryAsync()).Should().HaveCount(before);
    }
}
