using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Users of a test's database.</summary>
internal static class UserData
{
    /// <summary>From where the users of tests sign in.</summary>
    public static readonly ClientOrigin Office = new("203.0.113.7", "Chrome 131 on Windows");

    /// <summary>Makes a user who signs in with <see cref="DemoAccess.Password"/>.</summary>
    public static async Task<User> UserAsync(this TestDb db, GivenMerchant merchant, string email, Role role)
    {
        var made = await db.Get<CreateUser>()
            .HandleAsync(
                Actor.System(merchant.Id), new NewUser(merchant.Id, email, email.Split('@')[0], role, DemoAccess.Password), default);
        return await db.UserAsync(made.Value);
    }

    /// <summary>Opens a session of the user that was proved again, and answers who acts in it: a user without one writes nothing.</summary>
    public static async Task<Actor> SignedInAsync(this TestDb db, User user)
    {
        var session = (await db.OpenAsync(user)).Id;
        await using var rows = await db.Dbs.CreateDbContextAsync();
        await rows.ProveAsync(session);
        return user.In(session);
    }

    /// <summary>Nobody asks the session for the password again, however far a test moves the clock.</summary>
    public static Task ProveAsync(this BillingDb db, long session) =>
        db.Set<UserSession>()
            .Where(s => s.Id == session)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)));

    /// <summary>The session as its cookie would carry it.</summary>
    public static async Task<OpenedSession> OpenAsync(this TestDb db, User user) =>
        (await db.Get<OpenSession>().HandleAsync(user, SignInMethod.Password, Office, default)).Value;

    /// <summary>The user as the one who acts in that session.</summary>
    public static Actor In(this User user, long session) =>
        new(user.MerchantId, user.Id, user.Name, user.Role) { SessionId = session };

    public static Task<User> UserAsync(this TestDb db, long id) => db.ReadAsync(d => d.Set<User>().SingleAsync(u => u.Id == id));

    /// <summary>What the history of a merchant says, oldest first.</summary>
    public static Task<List<string>> HistoryAsync(this TestDb db, GivenMerchant merchant) =>
        db.ReadAsync(
            d => d.Set<HistoryEntry>().Where(h => h.MerchantId == merchant.Id).OrderBy(h => h.Id).Select(h => h.What()).ToListAsync());
}
