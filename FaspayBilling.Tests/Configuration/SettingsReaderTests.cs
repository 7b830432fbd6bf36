using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Configuration;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData("Mail:Hots", "mail.example", "Mail:Hots: there is no such setting; Mail has *Host*")]
    [InlineData("mail:hots", "mail.example", "Mail:hots: there is no such setting*")]
    [InlineData("Database:Connection", "Host=db", "Database:Connection: there is no such setting*ConnectionString*")]
    [InlineData("Health:FreeDisk", "5", "Health:FreeDisk: there is no such setting*FreeDiskMegabytes*")]
    [InlineData("Mail:Host", "smtp://mail.example", "Mail:Host: *a port goes into Mail:Port*")]
    [InlineData("Mail:Host", "mail.example:587", "Mail:Host: *a port goes into Mail:Port*")]
    [InlineData("Mail:Folder", "/proc/nowhere", "Mail:Folder: /proc/nowhere cannot be written*")]
    [InlineData("Site:Address", "https://billing.example/faspay", "Site:Address: *without a path*")]
    [InlineData("Database:Provider", "postgres", "Database:Provider: \"postgres\" is neither Sqlite nor Postgres*")]
    [InlineData("Database:Path", "/tmp", "Database:Path: /tmp is a folder*")]
    public void What_is_misspelt_or_cannot_be_is_named(string key, string value, string words)
    {
        var start = () => Start((key, value));

        start.Should().Throw<StartRefusedException>().Which.Message.Split('\n').Should().ContainMatch(words);
    }

    [Fact]
    public void What_is_right_starts()
    {
        var start = () => Start(
            ("Site:Address", "https://billing.example/"), ("DataProtection:CertificatePassword", "unused"), ("MAIL", "/var/mail/root"),
            ("Mail:Folder", "mail"), ("Elsewhere:Key", "of another program"));

        start.Should().NotThrow();
    }

    [Fact]
    public void An_entry_of_a_list_is_of_its_key()
    {
        var reader = new SettingsReader(
            new ConfigurationBuilder().AddInMemoryCollection([new("Site:TrustedProxies:0", "10.0.0.1")]).Build(), Path.GetTempPath());
        reader.List("Site:TrustedProxies").Should().Equal("10.0.0.1");

        reader.Invoking(r => r.ThrowIfWrong()).Should().NotThrow();
    }

    private static void Start(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value));
        new ServiceCollection().AddFaspayBilling(
            new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), Path.GetTempPath()));
    }
}
