using FaspayBilling.Core.Data;
using FaspayBilling.Core.Mail;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Tests.Mail;

public sealed class MailSettingsTests
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["Mail:Host"] = "mail.example.co.id", ["Mail:From"] = "billing@example.co.id", ["Mail:User"] = "billing", ["Mail:Password"] = "secret",
    };

    [Fact]
    public void Nothing_set_means_a_folder_beside_the_settings()
    {
        var settings = Read([]);

        settings.HasHost.Should().BeFalse();
        settings.Folder.Should().Be(Path.GetFullPath("data/mail", Path.GetTempPath()));
    }

    [Fact]
    public void A_host_means_port_587_with_TLS_and_30_seconds()
    {
        var settings = Read(Complete);

        settings.Port.Should().Be(587);
        settings.Tls.Should().Be(TlsMode.StartTls);
        settings.Timeout.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("Mail:Port", "465", "Mail:Port*implicit TLS")]
    [InlineData("Mail:Port", "0", "Mail:Port")]
    [InlineData("Mail:Port", "many", "Mail:Port")]
    [InlineData("Mail:Tls", "Maybe", "Mail:Tls")]
    [InlineData("Mail:Tls", "7", "Mail:Tls")]
    [InlineData("Mail:Tls", "None", "Mail:Tls")]
    [InlineData("Mail:From", null, "Mail:From")]
    [InlineData("Mail:From", "billing", "Mail:From")]
    [InlineData("Mail:Password", null, "Mail:Password")]
    [InlineData("Mail:User", null, "Mail:User")]
    [InlineData("Mail:TimeoutSeconds", "120", "Mail:TimeoutSeconds")]
    public void A_wrong_value_stops_the_start_and_names_the_key(string key, string? value, string named)
    {
        var read = () => Read(new Dictionary<string, string?>(Complete) { [key] = value });

        read.Should().Throw<StartRefusedException>().WithMessage($"*{named}*").Which.Message.Should().NotContain("secret");
    }

    [Fact]
    public void Without_a_user_mail_may_go_in_plain_text()
    {
        Read(new Dictionary<string, string?>(Complete) { ["Mail:User"] = null, ["Mail:Password"] = null, ["Mail:Tls"] = "None" }).Tls.Should().Be(TlsMode.None);
    }

    private static MailSettings Read(Dictionary<string, string?> values) =>
        MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), Path.GetTempPath());
}
