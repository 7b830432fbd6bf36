using System.Net;
using System.Net.Sockets;

namespace FaspayBilling.Web.Security;

/// <summary>
/// Who calls without an account, as far as limits know: a network, since whoever has one IPv6 address has its endless neighbours.
/// </summary>
public static class ClientNetwork
{
    private const int NetworkBytes = 8;

    /// <summary>The IPv4 address, or the /64 of the IPv6 address.</summary>
    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    /// <inheritdoc cref="Of(HttpContext)"/>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
