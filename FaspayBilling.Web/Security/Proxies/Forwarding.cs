using FaspayBilling.Core.Configuration;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace FaspayBilling.Web.Security.Proxies;

/// <summary>Behind a proxy that ends TLS: whose word is taken, and which names this installation answers to.</summary>
internal static class Forwarding
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Reads <c>Site:TrustedProxies</c>, and takes the allowed hosts from the site's address where nobody names them.</summary>
    public static IServiceCollection AddForwarding(this IServiceCollection services, SettingsReader read, bool development)
    {
        services.AddSingleton(TrustedProxies.Read(read));
        if (!development && read.Text("AllowedHosts") is null)
        {
            // The framework reads the setting only into a list that is empty.
            services.AddOptions<HostFilteringOptions>().Configure<SiteSettings>(
                (o, site) => o.AllowedHosts = [new Uri(site.Address).Host, .. ThisMachine]);
        }

        services.AddOptions<ForwardedHeadersOptions>().Configure<TrustedProxies, IOptions<HostFilteringOptions>>((o, proxies, hosts) =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            o.AllowedHosts = hosts.Value.AllowedHosts;

            // From proxy to proxy, as long as the next one is trusted too: the first that is not is the client.
            o.ForwardLimit = null;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var network in proxies.Networks)
            {
                o.KnownIPNetworks.Add(network);
            }
        });
        return services.AddHsts(o =>
        {
            o.MaxAge = Year;
            o.IncludeSubDomains = true;
        });
    }

    /// <summary>First of all: what follows (limits, redirects, cookies) sees the client's address and how the client asked.</summary>
    public static void UseForwarding(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<TrustedProxies>();
        app.Use((http, next) =>
        {
            http.Features.Set(Arrival.Of(http, proxies));
            return next(http);
        });

        // With nobody on its lists the framework believes everybody.
        if (proxies.Networks.Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }
}
