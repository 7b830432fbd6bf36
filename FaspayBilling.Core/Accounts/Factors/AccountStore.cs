using System.Security.Cryptography;
using FaspayBilling.Core.Data;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>Identity's store, but the authenticator key, from which all codes follow, is stored encrypted.</summary>
internal sealed class AccountStore(BillingDb db, SecretProtection secrets) : UserOnlyStore<User, BillingDb, long>(db)
{
    internal const string Purpose = "FaspayBilling.AuthenticatorKey";

    public override async Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { Length: > 0 } kept
                ? secrets.Unprotect(Purpose, kept)
                : null;
        }
        catch (CryptographicException)
        {
            // Of keys that are gone: no code is right any more, and the recovery codes still are.
            return null;
        }
    }

    public override Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, Keep(secrets, key), cancellationToken);

    /// <summary>The key as it is stored. Never called inside a write, as <see cref="SecretProtection"/> says.</summary>
    public static string Keep(SecretProtection secrets, string key) => secrets.Protect(Purpose, key);
}
