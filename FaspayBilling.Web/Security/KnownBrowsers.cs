using System.Globalization;
using System.Security.Cryptography;
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

    /// <summary>The mark of the browser, when the user has signed in from it within 90 days; else null.</summary>
    public string? Mark(HttpContext http, User? user) =>
        user is not null && Read(http) is var (mark, users) && users.Contains(user.Id) ? mark : null;

    /// <summary>Remembers that the user signed in from this browser.</summary>
    public void Remember(HttpContext http, User user)
    {
        var (mark, users) = Read(http) ?? (RandomNumberGenerator.GetHexString(32), []);
        long[] now = [user.Id, .. users.Where(u => u != user.Id).Take(MostAccounts - 1)];
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

    private (string Mark, long[] Users)? Read(HttpContext http)
    {
        if (http.Request.Cookies[names.Known] is not { Length: > 0 } kept)
        {
            return null;
        }

        try
        {
            var words = protector.Unprotect(kept).Split(' ');
            return Number(words[1]) > clock.GetUtcNow().UtcTicks ? (words[0], [.. words.Skip(2).Select(Number)]) : null;
        }
        catch (CryptographicException)
        {
            // Not ours, or of keys that are gone: a browser like any other.
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
