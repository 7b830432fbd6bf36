using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts;

public sealed class UserAdministrationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_role_ends_the_users_sign_ins_and_is_in_the_history(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Viewer);

        (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, user.Id, Role.Finance, default)).Ok.Should().BeTrue();

        var after = await db.UserAsync(user.Id);
        after.Role.Should().Be(Role.Finance);
        after.SecurityStamp.Should().NotBe(user.SecurityStamp);
        (await db.HistoryAsync(fpy)).Should().Contain("fajar@fpy.example is Finance instead of Viewer");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_locked_user_is_ended_and_an_unlocked_one_may_sign_in_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);

        (await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default)).Ok.Should().BeTrue();
        var locked = await db.UserAsync(user.Id);
        (await db.Get<UnlockUser>().HandleAsync(fpy.Admin, user.Id, default)).Ok.Should().BeTrue();
        var unlocked = await db.UserAsync(user.Id);

        locked.LockedAt.Should().NotBeNull();
        locked.SecurityStamp.Should().NotBe(user.SecurityStamp);
        unlocked.LockedAt.Should().BeNull();
        unlocked.AccessFailedCount.Should().Be(0);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Finance)]
    public async Task Only_an_admin_administers_users_and_the_attempt_is_in_the_history(Role role)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);
        var actor = fpy.Admin with { Role = role };

        Outcome[] outcomes =
        [
            await db.Get<ChangeRole>().HandleAsync(actor, user.Id, Role.Admin, default),
            await db.Get<LockUser>().HandleAsync(actor, user.Id, default),
            await db.Get<UnlockUser>().HandleAsync(actor, user.Id, default),
            await db.Get<InviteUser>().HandleAsync(actor, new InviteRequest("x@fpy.example", "X", Role.Admin), default),
            await db.Get<WithdrawInvitation>().HandleAsync(actor, 1, default),
            await db.Get<ListUsers>().HandleAsync(actor, default),
        ];

        outcomes.Select(o => o.Refusal!.Code).Should().AllBe("not-allowed");
        (await db.ReadAsync(d => d.Set<HistoryEntry>().CountAsync(h => h.RefusalCode == "not-allowed"))).Should().Be(5);
        (await db.UserAsync(user.Id)).Should().BeEquivalentTo(new { Role = Role.Finance, LockedAt = (DateTime?)null });
    }

    [Fact]
    public async Task Another_merchants_user_is_not_found_and_not_listed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V");
        var user = await db.UserAsync(other, "agus@t8v.example", Role.Finance);

        (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, user.Id, Role.Admin, default)).Refusal!.Code.Should().Be("user.not-found");
        (await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default)).Refusal!.Code.Should().Be("user.not-found");
        (await db.Get<ListUsers>().HandleAsync(fpy.Admin, default)).Value.Users.Should().BeEmpty();
    }

    [Fact]
    public async Task The_last_admin_is_neither_demoted_nor_locked()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var last = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        var gone = await db.UserAsync(fpy, "gone@fpy.example", Role.Admin);
        await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Admin);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, gone.Id, default);

        (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, last.Id, Role.Finance, default)).Refusal!.Code.Should().Be("user.last-admin");
        (await db.Get<LockUser>().HandleAsync(fpy.Admin, last.Id, default)).Refusal!.Code.Should().Be("user.last-admin");
        (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, last.Id, Role.Admin, default)).Ok.Should().BeTrue("that changes nothing");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_admins_who_demote_each_other_at_once_one_stays(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        var fpy = await db.Given.MerchantAsync();
        var one = await db.UserAsync(fpy, "one@fpy.example", Role.Admin);
        var two = await db.UserAsync(fpy, "two@fpy.example", Role.Admin);

        var outcomes = await Task.WhenAll(
            Task.Run(() => db.Get<ChangeRole>().HandleAsync(fpy.Admin with { UserId = one.Id }, two.Id, Role.Viewer, default)),
            Task.Run(() => node.Get<LockUser>().HandleAsync(fpy.Admin with { UserId = two.Id }, one.Id, default)));

        outcomes.Should().ContainSingle(o => o.Ok);
        outcomes.Single(o => !o.Ok).Refusal!.Code.Should().Be("user.last-admin");
        (await db.ReadAsync(d => d.Set<User>().CountAsync(u => u.Role == Role.Admin && u.LockedAt == null))).Should().Be(1);
    }
}
