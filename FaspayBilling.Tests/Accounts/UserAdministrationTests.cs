using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts;

/// <summary>What goes across the handlers of users: who may at all, and two admins at once.</summary>
public sealed class UserAdministrationTests
{
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
            await db.Get<RemoveUser>().HandleAsync(actor, user.Id, default),
            await db.Get<SendReset>().HandleAsync(actor, user.Id, default),
            await db.Get<InviteUser>().HandleAsync(actor, new InviteRequest("x@fpy.example", "X", Role.Admin), default),
            await db.Get<WithdrawInvitation>().HandleAsync(actor, 1, default),
            await db.Get<ListUsers>().HandleAsync(actor, default),
        ];

        outcomes.Select(o => o.Refusal!.Code).Should().AllBe("not-allowed");
        (await db.ReadAsync(d => d.Set<HistoryEntry>().CountAsync(h => h.RefusalCode == "not-allowed"))).Should().Be(7);
        (await db.UserAsync(user.Id)).Should().BeEquivalentTo(new { Role = Role.Finance, LockedAt = (DateTime?)null });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_admins_who_demote_each_other_at_once_one_stays(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        var fpy = await db.Given.MerchantAsync();
        var one = await db.UserAsync(fpy, "one@fpy.example", Role.Admin);
        var two = await db.UserAsync(fpy, "two@fpy.example", Role.Admin);
        var (first, second) = (await db.SignedInAsync(one), await db.SignedInAsync(two));

        var outcomes = await Task.WhenAll(
            Task.Run(() => db.Get<ChangeRole>().HandleAsync(first, two.Id, Role.Viewer, default)),
            Task.Run(() => node.Get<LockUser>().HandleAsync(second, one.Id, default)));

        outcomes.Should().ContainSingle(o => o.Ok);
        outcomes.Single(o => !o.Ok).Refusal!.Code.Should().Be("session.ended", "who came second was no Admin any more");
        (await db.ReadAsync(d => d.Set<User>().CountAsync(u => u.Role == Role.Admin && u.LockedAt == null))).Should().Be(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_may_not_administer_any_more_comes_back_by_no_invitation(Database database)
    {
        foreach (var end in (Func<TestDb, Actor, long, Task<Outcome>>[])
        [
            (db, by, user) => db.Get<LockUser>().HandleAsync(by, user, default),
            (db, by, user) => db.Get<RemoveUser>().HandleAsync(by, user, default),
            (db, by, user) => db.Get<ChangeRole>().HandleAsync(by, user, Role.Finance, default),
        ])
        {
            await using var db = await TestDb.MakeAsync(database);
            var fpy = await db.Given.MerchantAsync();
            await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
            var gone = await db.UserAsync(fpy, "gone@fpy.example", Role.Admin);
            var link = (await db.Get<InviteUser>().HandleAsync(
                await db.SignedInAsync(gone), new InviteRequest("again@fpy.example", "Again", Role.Admin), default)).Value;

            (await end(db, fpy.Admin, gone.Id)).Ok.Should().BeTrue();

            (await db.Get<AcceptInvitation>().ReadAsync(GivenLink.SecretOf(link), default)).Refusal!.Code.Should().Be("user.link");
            (await db.HistoryAsync(fpy)).Should().Contain("Withdrew the invitation of again@fpy.example");
        }
    }
}
