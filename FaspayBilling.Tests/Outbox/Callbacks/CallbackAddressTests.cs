using System.Net;
using FaspayBilling.Core.Outbox.Callbacks;

namespace FaspayBilling.Tests.Outbox.Callbacks;

public sealed class CallbackAddressTests
{
    [Theory]
    [InlineData("https://shop.example.co.id/faspay/callback", true)]
    [InlineData("https://shop.example.co.id:8443/callback?from=faspay", true)]
    [InlineData("https://8.8.8.8/callback", true)]
    [InlineData("https://[2606:4700::1111]/callback", true)]
    [InlineData("http://shop.example.co.id/callback", false)]
    [InlineData("https://user:secret@shop.example.co.id/", false)]
    [InlineData("https://shop.example.co.id/#part", false)]
    [InlineData("https://localhost/callback", false)]
    [InlineData("https://shop.localhost/callback", false)]
    [InlineData("https://intranet/callback", false)]
    [InlineData("https://127.0.0.1/callback", false)]
    [InlineData("https://2130706433/callback", false)]
    [InlineData("https://0x7f.1/callback", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://127.0.0.1./", false)]
    [InlineData("https://localhost./", false)]
    [InlineData("https://shop.localhost./", false)]
    [InlineData("https://①②⑦.0.0.1/", false)]
    [InlineData("https://１２７.0.0.1/", false)]
    [InlineData("https://127。0。0。1/", false)]
    [InlineData("https://xn--bcher-kva.example/callback", true)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("ftp://shop.example.co.id/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/callback", false)]
    [InlineData("no address", false)]
    [InlineData("", false)]
    public void Only_https_on_the_public_internet_is_called(string url, bool allowed) =>
        CallbackAddress.IsAllowed(url, local: false).Should().Be(allowed);

    [Theory]
    [InlineData("http://127.0.0.1:5099/callback", true)]
    [InlineData("http://localhost:5099/callback", true)]
    [InlineData("https://shop.example.co.id/callback", true)]
    [InlineData("http://user:secret@localhost/", false)]
    [InlineData("file:///etc/passwd", false)]
    public void On_ones_own_machine_http_and_private_addresses_may_be_called_too(string url, bool allowed) =>
        CallbackAddress.IsAllowed(url, local: true).Should().Be(allowed);

    [Fact]
    public void An_address_has_at_most_500_characters()
    {
        CallbackAddress.IsAllowed("https://shop.example.co.id/" + new string('a', 473), local: false).Should().BeTrue();
        CallbackAddress.IsAllowed("https://shop.example.co.id/" + new string('a', 474), local: false).Should().BeFalse();
    }

    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.167.1.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("169.254.0.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.0.0.1", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("192.88.99.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("198.51.100.1", false)]
    [InlineData("203.0.113.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:192.168.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:0:1::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:a00:1::1", false)]
    public void Public_is_what_the_whole_internet_can_reach(string address, bool isPublic) =>
        CallbackAddress.IsPublic(IPAddress.Parse(address)).Should().Be(isPublic);
}
