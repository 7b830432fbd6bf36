using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Users of a test's database.</summary>
internal static class UserData
{
    /// <summary>Makes a user who signs in with <see cref="DemoAccess.Password"/>.</summary>
    public static async Task<User> UserAsync(this TestDb db, GivenMerchant merchant, string email, Role role)
    {
        var made = await db.Get<CreateUser>()
            .HandleAsync(
                Actor.System(merchant.Id), new NewUser(merchant.Id, email, email.Split('@')[0], role, DemoAccess.Password), default);
        return await db.UserAsync(made.Value);
    }

    public static Task<User> UserAsync(this TestDb db, long id) => db.ReadAsync(d => d.Set<User>().SingleAsync(u => u.Id == id));

    /// <summary>What the history of a merchant says, oldest first.</summary>
    public static Task<List<string>> HistoryAsync(this TestDb db, GivenMerchant merchant) =>
        db.ReadAsync(
            d => d.Set<HistoryEntry>().Where(h => h.MerchantId == merchant.Id).OrderBy(h => h.Id).Select(h => h.What()).ToListAsync());
}
