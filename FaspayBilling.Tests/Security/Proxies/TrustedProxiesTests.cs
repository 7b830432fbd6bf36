using System.Net;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Web.Security;
using FaspayBilling.Web.Security.Proxies;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Tests.Security.Proxies;

/// <summary>Who is believed about where a request came from.</summary>
public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData(null, "127.0.0.1", true)]
    [InlineData(null, "127.0.0.2", true)]
    [InlineData(null, "::1", true)]
    [InlineData(null, "::ffff:127.0.0.1", true)]
    [InlineData(null, "10.0.0.5", false)]
    [InlineData("", "127.0.0.1", true)]
    [InlineData("10.0.0.5", "10.0.0.5", true)]
    [InlineData("10.0.0.5", "::ffff:10.0.0.5", true)]
    [InlineData("10.0.0.5", "10.0.0.6", false)]
    [InlineData("10.0.0.5", "127.0.0.1", false)]
    [InlineData("10.0.0.0/24, 2001:db8::/32", "10.0.0.255", true)]
    [InlineData("10.0.0.0/24, 2001:db8::/32", "10.0.1.0", false)]
    [InlineData("10.0.0.0/24, 2001:db8::/32", "2001:db8:1::1", true)]
    [InlineData("10.0.0.0/24, 2001:db8::/32", "2001:db9::1", false)]
    [InlineData("none", "127.0.0.1", false)]
    [InlineData("None", "::1", false)]
    public void Addresses_and_networks_are_trusted_and_without_a_word_this_machine(string? setting, string address, bool trusted) =>
        Read(("Site:TrustedProxies", setting)).Trust(IPAddress.Parse(address)).Should().Be(trusted);

    [Fact]
    public void A_list_in_the_file_is_read_and_one_text_wins_over_it()
    {
        Read(("Site:TrustedProxies:0", "10.0.0.5"), ("Site:TrustedProxies:1", "10.1.0.0/16")).Networks.Select(n => n.ToString())
            .Should().Equal("10.0.0.5/32", "10.1.0.0/16");
        Read(("Site:TrustedProxies:0", "10.0.0.5"), ("Site:TrustedProxies", "::1")).Networks.Select(n => n.ToString())
            .Should().Equal("::1/128");
    }

    [Fact]
    public void A_socket_file_is_of_this_machine_and_believed_unless_nobody_is()
    {
        Read().Trust(null).Should().BeTrue();
        Read(("Site:TrustedProxies", "none")).Trust(null).Should().BeFalse();
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("proxy.example")]
    [InlineData("10")]
    [InlineData("010.0.0.1")]
    [InlineData("10.0.0.1/")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10/8")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("10.0.0.1;10.0.0.2")]
    [InlineData("none, 10.0.0.1")]
    public void What_is_no_address_or_is_everybody_stops_the_start(string setting)
    {
        var read = () => Read(("Site:TrustedProxies", setting));

        read.Should().Throw<StartRefusedException>().WithMessage("Site:TrustedProxies: *");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("1", false)]
    public void The_variable_of_the_framework_that_believes_everybody_stops_the_start(string value, bool stops)
    {
        var read = () => Read(("FORWARDEDHEADERS_ENABLED", value));

        if (stops)
        {
            read.Should().Throw<StartRefusedException>().WithMessage("ASPNETCORE_FORWARDEDHEADERS_ENABLED: *Site:TrustedProxies*");
        }
        else
        {
            read.Should().NotThrow("the framework takes no other value for yes");
        }
    }

    private static TrustedProxies Read(params (string Key, string? Value)[] settings)
    {
        var values = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build();
        var reader = new SettingsReader(values, Path.GetTempPath());
        var read = TrustedProxies.Read(reader);
        reader.ThrowIfWrong();
        return read;
    }
}
