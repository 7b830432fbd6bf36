using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Tests.Outbox.Mail;

public sealed class MailSettingsTests
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["Mail:Host"] = "mail.example.co.id",
        ["Mail:From"] = "billing@example.co.id",
        ["Mail:User"] = "billing",
        ["Mail:Password"] = "secret",
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
        settings.EffectiveTls.Should().Be(TlsMode.StartTls);
        settings.CheckRevocation.Should().BeTrue();
        settings.Timeout.Should().Be(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("465", null, TlsMode.Implicit)]
    [InlineData("587", null, TlsMode.StartTls)]
    [InlineData("25", null, TlsMode.StartTls)]
    [InlineData("25", "", TlsMode.StartTls)]
    [InlineData("465", "StartTls", TlsMode.StartTls)]
    [InlineData("2465", "implicit", TlsMode.Implicit)]
    public void TLS_is_what_the_setting_says_else_what_the_port_is_used_for(string port, string? tls, TlsMode meant)
    {
        Read(new Dictionary<string, string?>(Complete) { ["Mail:Port"] = port, ["Mail:Tls"] = tls }).EffectiveTls.Should().Be(meant);
    }

    [Theory]
    [InlineData("Mail:Host", "smtp://mail.example.co.id", "Mail:Host")]
    [InlineData("Mail:Host", "mail.example.co.id:587", "Mail:Host*Mail:Port")]
    [InlineData("Mail:CheckRevocation", "sometimes", "Mail:CheckRevocation")]
    [InlineData("Mail:CertificateAuthority", "no-such-file.pem", "Mail:CertificateAuthority")]
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

        read.Should().Throw<StartRefusedException>().WithMessage($"{named}*").Which.Message.Should().NotContain("secret");
    }

    [Fact]
    public void A_file_without_a_certificate_is_no_authority()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "no certificate");
        var read = () => Read(new Dictionary<string, string?>(Complete) { ["Mail:CertificateAuthority"] = file });

        read.Should().Throw<StartRefusedException>().WithMessage("Mail:CertificateAuthority: *");
        File.Delete(file);
    }

    [Fact]
    public void Without_a_user_mail_may_go_in_plain_text()
    {
        var plain = new Dictionary<string, string?>(Complete) { ["Mail:User"] = null, ["Mail:Password"] = null, ["Mail:Tls"] = "None" };

        Read(plain).EffectiveTls.Should().Be(TlsMode.None);
    }

    private static MailSettings Read(Dictionary<string, string?> values)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), Path.GetTempPath());
        var read = MailSettings.Read(reader);
        reader.ThrowIfWrong();
        return read;
    }
}
