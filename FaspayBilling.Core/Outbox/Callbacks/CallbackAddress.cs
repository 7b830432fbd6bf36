using System.Net;

namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>Which addresses may be called: what a merchant enters must not lead into the installation's own network.</summary>
public static class CallbackAddress
{
    public const int Longest = 500;

    /// <summary>True for https on a public host; on one's own machine (<paramref name="local"/>) also for http and any host.</summary>
    public static bool IsAllowed(string url, bool local) =>
        url.Length <= Longest
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (local && address.Scheme == Uri.UriSchemeHttp))
        && address.UserInfo.Length == 0 && address.Fragment.Length == 0
        && (local || IsPublicHost(address));

    /// <summary>
    /// True for addresses of the public internet: none of one's own machine, of private, shared, documentation, test or group networks.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? IsPublic(bytes[0], bytes[1], bytes[2]) : IsPublic(bytes);
    }

    // A name is looked at again when it is known to which addresses it leads. Other digits than 0 to 9 and a dot at the end lead where
    // the plain ones do; a name of other letters is written as xn--….
    private static bool IsPublicHost(Uri address)
    {
        var host = address.DnsSafeHost.TrimEnd('.');
        return IPAddress.TryParse(host, out var literal)
            ? IsPublic(literal)
            : host.All(char.IsAscii)
                && host.Contains('.', StringComparison.Ordinal)
                && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPublic(byte first, byte second, byte third) => (first, second, third) switch
    {
        (0 or 10 or 127 or >= 224, _, _) => false,
        (100, >= 64 and <= 127, _) => false,
        (169, 254, _) => false,
        (172, >= 16 and <= 31, _) => false,
        (192, 0, 0 or 2) => false,
        (192, 88, 99) => false,
        (192, 168, _) => false,
        (198, 18 or 19, _) => false,
        (198, 51, 100) => false,
        (203, 0, 113) => false,
        _ => true,
    };

    // Of IPv6 only global unicast, 2000::/3, without what carries an IPv4 address inside (Teredo, 6to4) or is for examples.
    private static bool IsPublic(byte[] bytes) => (bytes[0] & 0xE0) == 0x20
        && !(bytes[0] == 0x20 && bytes[1] == 0x01 && ((bytes[2] == 0 && bytes[3] == 0) || (bytes[2] == 0x0D && bytes[3] == 0xB8)))
        && !(bytes[0] == 0x20 && bytes[1] == 0x02);
}
