using System.Net;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Tests.Security;

/// <summary>Limits count networks: whoever has one IPv6 address has its endless neighbours.</summary>
public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:0:2::1", false)]
    public void Two_addresses_of_one_network_are_counted_together(string one, string other, bool together) =>
        (ClientNetwork.Of(IPAddress.Parse(one)) == ClientNetwork.Of(IPAddress.Parse(other))).Should().Be(together);
}
