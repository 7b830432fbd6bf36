using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FaspayBilling.Core.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace FaspayBilling.Web.Security;

/// <summary>
/// A signed cookie that says which accounts have signed in from this browser. Guesses elsewhere do not make it wait; it proves nothing
/// else.
/// </summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection, CookieNames names, TimeProvider clock)
{
    private const int MostAccounts = 5;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly IDataProtector protector = protection.CreateProtector("FaspayBilling.KnownBrowser");

    /// <summary>
    /// The mark of the browser, when the user has signed in from it within 90 days; else null, as after another password, a lock or another
    /// role: whoever signed in with what was known before is no known browser.
    /// </summary>
    public string? Mark(HttpContext http, User? user) =>
        user is not null && Read(http) is var (mark, accounts) && accounts.Contains(Account(user), StringComparer.Ordinal) ? mark : null;

    /// <summary>Remembers that the user signed in from this browser.</summary>
    public void Remember(HttpContext http, User user)
    {
        var (mark, accounts) = Read(http) ?? (RandomNumberGenerator.GetHexString(32), []);
        string[] now = [Account(user), .. accounts.Where(a => a != Account(user)).Take(MostAccounts - 1)];
        var until = clock.GetUtcNow() + Kept;
        var text = string.Create(CultureInfo.InvariantCulture, $"{mark} {until.UtcTicks} {string.Join(' ', now)}");
        http.Response.Cookies.Append(names.Known, protector.Protect(text), new CookieOptions
        {
            HttpOnly = true,
            Path = "/",
            Secure = names.Https || http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            MaxAge = Kept,
        });
    }

    private (string Mark, string[] Accounts)? Read(HttpContext http)
    {
        if (http.Request.Cookies[names.Known] is not { Length: > 0 } kept)
        {
            return null;
        }

        try
        {
            var words = protector.Unprotect(kept).Split(' ');
            return long.Parse(words[1], CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks ? (words[0], words[2..]) : null;
        }
        catch (CryptographicException)
        {
            // Not ours, or of keys that are gone: a browser like any other.
            return null;
        }
    }

    private static string Account(User user) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{user.Id} {user.SecurityStamp}"))))[..32];
}
