using System.Net;
using System.Net.Sockets;
using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Web.Security.Proxies;

/// <summary>
/// The reverse proxies that are believed when they say by which address, scheme and host a request came; setting
/// <c>Site:TrustedProxies</c>. Nobody else is believed.
/// </summary>
/// <param name="Networks">Where they are; a single address is a network of one.</param>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    private const string Key = "Site:TrustedProxies";
    private const string Nobody = "none";

    // What the framework makes of this variable: everybody is believed.
    private const string CatchAll = "FORWARDEDHEADERS_ENABLED";

    private static readonly string[] ThisMachine = ["127.0.0.0/8", "::1"];

    /// <summary>Reads the setting; what is wrong, the reader knows.</summary>
    public static TrustedProxies Read(SettingsReader read)
    {
        if (string.Equals(read.Text(CatchAll), bool.TrueString, StringComparison.OrdinalIgnoreCase))
        {
            read.Wrong(
                $"ASPNETCORE_{CatchAll}",
                $"with it anybody may claim any address; take it away and name the proxy in {Key}, such as 10.0.0.5 or 10.0.0.0/24");
        }

        var given = read.List(Key) ?? ThisMachine;
        if (given is [var only] && string.Equals(only, Nobody, StringComparison.OrdinalIgnoreCase))
        {
            return new TrustedProxies([]);
        }

        List<IPNetwork> networks = [];
        foreach (var text in given)
        {
            if (NetworkOf(text) is { } network)
            {
                networks.Add(network);
            }
            else
            {
                read.Wrong(Key, $"\"{text}\" is neither an address, such as 10.0.0.5, nor a network below all, such as 10.0.0.0/24");
            }
        }

        return new TrustedProxies(networks);
    }

    /// <summary>Whether what comes from there is believed. Without an address it came over a socket file of this machine.</summary>
    public bool Trust(IPAddress? address) =>
        Networks.Count > 0
        && (address is null
            || Networks.Any(n => n.Contains(address))
            || (address.IsIPv4MappedToIPv6 && Networks.Any(n => n.Contains(address.MapToIPv4()))));

    private static IPNetwork? NetworkOf(string text) => text.Split('/') switch
    {
        [var single] when AddressOf(single) is { } address => new IPNetwork(address, address.GetAddressBytes().Length * 8),
        [var start, _] when AddressOf(start) is not null && IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0 =>
            network,
        _ => null,
    };

    // "10" and "010.0.0.1" are addresses to the machine, but not the ones that somebody meant.
    private static IPAddress? AddressOf(string text) =>
        IPAddress.TryParse(text, out var address) && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text)
            ? address
            : null;
}
