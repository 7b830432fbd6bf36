using FaspayBilling.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>The six digits of an authenticator app (TOTP, RFC 6238, 30 seconds), made and checked by Identity.</summary>
public sealed class AuthenticatorCodes(IServiceScopeFactory scopes, SecretProtection secrets)
{
    /// <summary>What the app shows above the code.</summary>
    public const string Issuer = "Faspay Billing";

    private const int Digits = 6;

    /// <summary>A new key, 160 random bits in Base32.</summary>
    public string NewKey()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<UserManager<User>>().GenerateNewAuthenticatorKey();
    }

    /// <summary>What an app reads from the picture: an <c>otpauth</c> address.</summary>
    public static string Address(string email, string key)
    {
        var (issuer, account) = (Uri.EscapeDataString(Issuer), Uri.EscapeDataString(email));
        return $"otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}&digits=6&period=30";
    }

    /// <summary>The key as it is stored. Never called inside a write.</summary>
    internal string Keep(string key) => AccountStore.Keep(secrets, key);

    /// <summary>
    /// Whether an app with that key shows the code now, or a moment ago; with null it is the user's stored key. Never called inside a write.
    /// </summary>
    internal async Task<bool> IsRightAsync(User user, string? key, string code, CancellationToken stop)
    {
        // Identity takes other ways to write the same number, and works a code out of no key at all.
        if (Plain(code) is not { } digits || key is "")
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        if (key is not null)
        {
            // Only in the memory of this scope: nothing is saved.
            await ((IUserAuthenticatorKeyStore<User>)scope.ServiceProvider.GetRequiredService<IUserStore<User>>())
                .SetAuthenticatorKeyAsync(user, key, stop);
        }

        return await manager.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits);
    }

    /// <summary>The six digits, without the blanks and hyphens that apps and people put between them; null for what is no code.</summary>
    internal static string? Plain(string code)
    {
        var plain = string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c != '-'));
        return plain.Length == Digits && plain.All(char.IsAsciiDigit) ? plain : null;
    }
}
