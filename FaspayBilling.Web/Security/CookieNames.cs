using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Web.Security;

/// <summary>
/// The names of the site's cookies. Where the site is https outside Development they begin with <c>__Host-</c>: a browser takes such a
/// cookie only from this very host, by https and for all of its pages, so that no neighbour under the same domain can plant one.
/// </summary>
public sealed class CookieNames(SiteSettings site, IHostEnvironment machine)
{
    /// <summary>Whether every visitor comes by https, and the cookies are for https only.</summary>
    public bool Https { get; } = site.IsHttps() && !machine.IsDevelopment();

    /// <summary>Of the sign-in.</summary>
    public string Session => Https ? "__Host-faspay" : "faspay";

    /// <summary>Of <see cref="KnownBrowsers"/>.</summary>
    public string Known => Https ? "__Host-faspay-known" : "faspay-known";

    /// <summary>Of <see cref="Factors.HalfSignIn"/>.</summary>
    public string Half => Https ? "__Host-faspay-half" : "faspay-half";

    /// <summary>Of what a passkey is to sign.</summary>
    public string Passkey => Https ? "__Host-faspay-passkey" : "faspay-passkey";

    /// <summary>Of the forms' token; null for the framework's own name.</summary>
    public string? Antiforgery => Https ? "__Host-faspay-antiforgery" : null;
}
