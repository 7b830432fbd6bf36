using System.Globalization;
using System.Net;
using System.Text;

namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>Which addresses may be called: what a merchant enters must not lead into the installation's own network.</summary>
public static class CallbackAddress
{
    public const int Longest = 500;

    // Names that lead nowhere but into one's own machine or network.
    private static readonly string[] OwnNames = ["localhost", "localdomain", "local", "internal", "lan", "home.arpa"];

    /// <summary>
    /// True for https on a public host; on one's own machine (<paramref name="local"/>) also for http and any host. Asked when an address
    /// is entered and again before each call.
    /// </summary>
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

    // A name is looked at again when it is known to which addresses it leads.
    private static bool IsPublicHost(Uri address) =>
        HostOf(address) is { } host && (IPAddress.TryParse(host, out var literal) ? IsPublic(literal) : IsPublicName(host));

    // The host as the network takes it: full-width and circled digits are digits, every kind of full stop is one, the last one means
    // nothing. Null when no such host can be.
    private static string? HostOf(Uri address)
    {
        if (address.HostNameType == UriHostNameType.IPv6)
        {
            return address.DnsSafeHost;
        }

        try
        {
            var plain = address.Host.Normalize(NormalizationForm.FormKC).Replace('\u3002', '.').TrimEnd('.');
            return new IdnMapping().GetAscii(plain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // A last part that begins with a digit belongs to a number that is no address; no name of the internet ends so.
    private static bool IsPublicName(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length < host.Length
            && last is [var first, ..] && !char.IsAsciiDigit(first)
            && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')
            && !OwnNames.Any(name => $".{host}".EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));
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

    // Of IPv6 only global unicast, 2000::/3, which leaves out NAT64's 64:ff9b; and of that neither what protocols keep for themselves or
    // carries an IPv4 address inside (2001::/23 with Teredo, 6to4) nor what is for examples (2001:db8::/32, 3fff::/20).
    private static bool IsPublic(byte[] bytes) => (bytes[0] & 0xE0) == 0x20 && (bytes[0], bytes[1], bytes[2], bytes[3]) switch
    {
        (0x20, 0x01, 0 or 1, _) => false,
        (0x20, 0x01, 0x0D, 0xB8) => false,
        (0x20, 0x02, _, _) => false,
        (0x3F, 0xFF, < 0x10, _) => false,
        _ => true,
    };
}
