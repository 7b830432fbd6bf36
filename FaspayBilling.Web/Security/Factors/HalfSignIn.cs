using System.Globalization;
using System.Security.Cryptography;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Web.Security.Factors;

/// <summary>
/// A cookie that says who has given the right password and is still asked for more. It opens no page, lasts ten minutes, and ends with any
/// change of password, role, lock or factor.
/// </summary>
public sealed class HalfSignIn(IDataProtectionProvider protection, CookieNames names, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("FaspayBilling.HalfSignIn");

    /// <summary>Where a sign-in goes on.</summary>
    public static string PathOf(NextStep next, string returnUrl) => next switch
    {
        NextStep.None => returnUrl,
        NextStep.Code or NextStep.Passkey => $"/account/second?returnUrl={Uri.EscapeDataString(returnUrl)}",
        NextStep.SetUp => $"/account/second/set-up?returnUrl={Uri.EscapeDataString(returnUrl)}",
    };

    /// <summary>Remembers the user, and whether the device is to stay signed in.</summary>
    public void Write(HttpContext http, User user, bool remember)
    {
        var until = clock.GetUtcNow() + Lifetime;
        var text = string.Create(CultureInfo.InvariantCulture, $"{user.Id} {user.SecurityStamp} {remember} {until.UtcTicks}");
        http.Response.Cookies.Append(names.Half, protector.Protect(text), Options(http, Lifetime));
    }

    /// <summary>Who it is, as stored now; null without the cookie, or when it holds no longer.</summary>
    public async Task<(User User, bool Remember)?> ReadAsync(HttpContext http)
    {
        if (http.Request.Cookies[names.Half] is not { Length: > 0 } kept || Read(kept) is not [var id, var stamp, var remember, var until]
            || long.Parse(until, CultureInfo.InvariantCulture) < clock.GetUtcNow().UtcTicks)
        {
            return null;
        }

        var user = await http.RequestServices.GetRequiredService<UserManager<User>>().FindByIdAsync(id);
        return user is { LockedAt: null } && user.SecurityStamp == stamp ? (user, bool.Parse(remember)) : null;
    }

    /// <summary>The sign-in is through.</summary>
    public void End(HttpContext http) => http.Response.Cookies.Delete(names.Half, Options(http, lifetime: null));

    private string[] Read(string kept)
    {
        try
        {
            return protector.Unprotect(kept).Split(' ');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private CookieOptions Options(HttpContext http, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Path = "/",
        Secure = names.Https || http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = lifetime,
    };
}
