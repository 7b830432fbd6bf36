using FaspayBilling.Core.Data;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Core;

/// <summary>Where people reach this installation; settings section <c>Site</c>.</summary>
/// <param name="Address">Absolute address without a slash at the end, e.g. <c>https://billing.example.co.id</c>: links in mails start with it.</param>
public sealed record SiteSettings(string Address)
{
    /// <exception cref="StartRefusedException">The address is not an absolute http or https address.</exception>
    public static SiteSettings Read(IConfiguration configuration)
    {
        var address = configuration["Site:Address"] ?? "http://localhost:5080";
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new SiteSettings(address.TrimEnd('/'))
            : throw new StartRefusedException($"Setting Site:Address is \"{address}\"; it must be an absolute address, e.g. https://billing.example.co.id.");
    }
}
