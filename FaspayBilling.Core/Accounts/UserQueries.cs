using FaspayBilling.Core.Accounts.Passwords;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>What every change of another user begins with.</summary>
internal static class UserQueries
{
    /// <summary>The user, if it is of the merchant of the actor, an Admin. Refuses <c>not-allowed</c>, <c>user.not-found</c>.</summary>
    public static async Task<Outcome<User>> UserAsync(this WriteContext write, long id)
    {
        if (write.Actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        if (await write.Db.Set<User>().VisibleTo(write.Actor).SingleOrDefaultAsync(u => u.Id == id, write.Stop) is not { } user)
        {
            return UserRefusals.UserNotFound;
        }

        write.About = user.Id;
        return user;
    }

    /// <summary>Refuses <c>user.last-admin</c> when nobody else could administer; asked under the merchant's lock.</summary>
    public static async Task<Refusal?> WhyNotWithoutAsync(this WriteContext write, User user) =>
        user is { Role: Role.Admin, LockedAt: null }
        && !await write.Db.Set<User>()
            .VisibleTo(write.Actor)
            .AnyAsync(u => u.Id != user.Id && u.Role == Role.Admin && u.LockedAt == null, write.Stop)
            ? UserRefusals.UserLastAdmin
            : null;

    /// <summary>The languages of the merchant's users, by the normalized address of each.</summary>
    public static Task<Dictionary<string, Language>> LanguagesAsync(this BillingDb db, Actor actor, CancellationToken stop) =>
        db.Set<User>().VisibleTo(actor).ToDictionaryAsync(u => u.NormalizedEmail!, u => u.Language, StringComparer.Ordinal, stop);

    /// <summary>What others know of the actor, who chooses a password; null when the user is gone.</summary>
    public static Task<PasswordOwner?> PasswordOwnerAsync(this BillingDb db, Actor actor, CancellationToken stop) =>
        db.Set<User>()
            .VisibleTo(actor)
            .Where(u => u.Id == actor.UserId)
            .Join(db.Set<Merchant>(), u => u.MerchantId, m => m.Id, (u, m) => new PasswordOwner(u.Name, u.Email!, m.Name, m.Code))
            .SingleOrDefaultAsync(stop);
}
