using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts.Sessions;

public sealed class CheckSessionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_holds_by_its_own_secret_only(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var (one, other) = (await db.OpenAsync(user), await db.OpenAsync(user));
        var check = db.Get<CheckSession>();

        (await check.HandleAsync(one.Id, one.Secret, default)).Should().Be(db.Clock.Now());
        (await check.HandleAsync(one.Id, other.Secret, default)).Should().BeNull();
        (await check.HandleAsync(one.Id, "", default)).Should().BeNull();
        (await check.HandleAsync(one.Id + 1_000, one.Secret, default)).Should().BeNull();
    }

    [Theory]
    [InlineData(12 * 60 - 1, true)]
    [InlineData(12 * 60, false)]
    public async Task Without_use_it_ends_after_12_hours(int minutes, bool holds)
    {
        await using var db = await TestDb.MakeAsync();
        var session = await db.OpenAsync(await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer));

        db.Clock.Advance(TimeSpan.FromMinutes(minutes));

        (await HoldsAsync(db, session)).Should().Be(holds);
    }

    [Fact]
    public async Task However_busy_it_ends_after_7_days()
    {
        await using var db = await TestDb.MakeAsync();
        var session = await db.OpenAsync(await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer));

        for (var hours = 8; hours < 7 * 24; hours += 8)
        {
            db.Clock.Advance(TimeSpan.FromHours(8));
            (await HoldsAsync(db, session)).Should().BeTrue("{0} hours are within", hours);
            await db.Get<TouchSession>().HandleAsync([session.Id], default);
        }

        db.Clock.Advance(TimeSpan.FromHours(8));
        (await HoldsAsync(db, session)).Should().BeFalse();
    }

    [Fact]
    public async Task A_lock_and_an_end_are_seen_on_another_node_too()
    {
        await using var db = await TestDb.MakeAsync();
        await using var node = db.AnotherNode();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var (ended, locked) = (await db.OpenAsync(user), await db.OpenAsync(user));

        await db.Get<CloseSession>().HandleAsync(user.In(ended.Id), ended.Id, default);
        (await HoldsAsync(node, ended)).Should().BeFalse();
        (await HoldsAsync(node, locked)).Should().BeTrue();
        await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default);

        (await HoldsAsync(node, locked)).Should().BeFalse();
    }

    // One session, asked as a request and as an open page asks.
    private static async Task<bool> HoldsAsync(TestDb db, OpenedSession session)
    {
        var check = db.Get<CheckSession>();
        var asked = await check.HandleAsync(session.Id, session.Secret, default) is not null;
        (await check.HandleAsync([session.Id], default)).ContainsKey(session.Id).Should().Be(asked, "both ways answer the same");
        return asked;
    }
}
