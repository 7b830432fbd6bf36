using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts;

public sealed class LockUserTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_locked_users_sign_ins_end_and_it_is_in_the_history(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);

        (await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default)).Ok.Should().BeTrue();

        var locked = await db.UserAsync(user.Id);
        locked.LockedAt.Should().NotBeNull();
        locked.SecurityStamp.Should().NotBe(user.SecurityStamp);
        (await db.HistoryAsync(fpy)).Should().EndWith("Locked fajar@fpy.example");
    }

    [Fact]
    public async Task Locking_twice_changes_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default);
        var (first, history) = (await db.UserAsync(user.Id), await db.HistoryAsync(fpy));
        db.Clock.Advance(TimeSpan.FromHours(1));

        (await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default)).Ok.Should().BeTrue();

        (await db.UserAsync(user.Id)).Should().BeEquivalentTo(new { first.LockedAt, first.SecurityStamp });
        (await db.HistoryAsync(fpy)).Should().Equal(history);
    }

    [Fact]
    public async Task The_last_admin_is_not_locked()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var last = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        var gone = await db.UserAsync(fpy, "gone@fpy.example", Role.Admin);
        await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Admin);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, gone.Id, default);

        (await db.Get<LockUser>().HandleAsync(fpy.Admin, last.Id, default)).Refusal!.Code.Should().Be("user.last-admin");
        (await db.UserAsync(last.Id)).LockedAt.Should().BeNull();
    }

    [Fact]
    public async Task Another_merchants_user_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Finance);

        (await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default)).Refusal!.Code.Should().Be("user.not-found");
        (await db.UserAsync(user.Id)).LockedAt.Should().BeNull();
    }
}
