using FaspayBilling.Web.Security.Proxies;
namespace FaspayBilling.Tests.Security;

/// <summary>Settings that are wrong.</summary>
public sealed partial class StartTests
{
    [Theory]
    [InlineData("Database:Provider", "--Database:Provider=Oracle")]
    [InlineData("Database:ConnectionString", "--Database:Provider=Postgres", "--Database:ConnectionString=")]
    [InlineData("Database:ConnectionString", "--Database:Provider=Postgres", "--Database:ConnectionString=Host=db;Port=many")]
    [InlineData("Database:ConnectionString", "--Database:Provider=Postgres", "--Database:ConnectionString=nonsense")]
    [InlineData("Database:ConnectionString", "--Database:Provider=Postgres", "--Database:ConnectionString=Username=faspay")]
    [InlineData("Database:Create", "--Database:Create=perhaps")]
    [InlineData("Site:Address", "--Site:Address=foo")]
    [InlineData("Site:TrustedProxies", "--Site:TrustedProxies=proxy.example")]
    [InlineData("Site:TrustedProxies", "--Site:TrustedProxies=10.0.0.5,0.0.0.0/0")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "--ForwardedHeaders_Enabled=true")]
    [InlineData("Callbacks:TimeoutSeconds", "--Callbacks:TimeoutSeconds=soon")]
    [InlineData("Demo:Enabled", "--Demo:Enabled=perhaps")]
    [InlineData("Urls", "--Urls=nowhere")]
    [InlineData("DataProtection:Certificate", "--DataProtection:Certificate=nowhere.pfx")]
    [InlineData("Mail:Port", "--Mail:Host=mail.example", "--Mail:From=a@b.example", "--Mail:Port=70000")]
    [InlineData("Mail:Tls", "--Mail:Host=mail.example", "--Mail:From=a@b.example", "--Mail:User=a", "--Mail:Password=b", "--Mail:Tls=None")]
    [InlineData(
        "Mail:CertificateAuthority", "--Mail:Host=mail.example", "--Mail:From=a@b.example", "--Mail:CertificateAuthority=nowhere.pem")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence_that_names_it(string key, params string[] arguments)
    {
        var (code, told, wrong) = await RunAsync(arguments);

        code.Should().Be(1);
        wrong.Trim().Should().StartWith($"{key}: ").And.NotContain("\n").And.NotContain("   at ");
        told.Should().BeEmpty();
    }

    [Theory]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")]
    [InlineData("DOTNET_FORWARDEDHEADERS_ENABLED", "True")]
    [InlineData("ForwardedHeaders_Enabled", "TRUE")]
    public async Task The_variable_that_believes_every_proxy_stops_the_start_and_names_the_setting_instead(string variable, string value)
    {
        environment[variable] = value;

        var (code, _, wrong) = await RunAsync("init");

        code.Should().Be(1);
        wrong.Trim().Should().Contain("FORWARDEDHEADERS_ENABLED").And.Contain("Site:TrustedProxies").And.NotContain("\n");
    }

    [Fact]
    public async Task All_wrong_settings_are_told_at_once_each_on_a_line_that_names_it()
    {
        var (code, told, wrong) = await RunAsync(
            "--Database:Provider=Oracle", "--Site:Address=foo", "--Mail:Port=70000", "--Demo:Enabled=perhaps");

        code.Should().Be(1);
        wrong.Trim().Split('\n').Select(line => line.Split(": ")[0])
            .Should().BeEquivalentTo("Database:Provider", "Site:Address", "Mail:Port", "Demo:Enabled");
        told.Should().BeEmpty();
    }

    [Fact]
    public async Task The_environment_wins_over_the_settings_file()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "appsettings.json"),
            """{ "Database": { "Provider": "Oracle" }, "Site": { "Address": "foo" } }""");

        var (_, _, file) = await RunAsync($"--contentRoot={folder.FullName}");
        environment["Database__Provider"] = "Sqlite";
        environment["Site__Address"] = "bar";
        var (_, _, both) = await RunAsync($"--contentRoot={folder.FullName}");

        file.Should().Contain("\"Oracle\"").And.Contain("\"foo\"");
        both.Should().Contain("Site:Address").And.Contain("\"bar\"");
    }
}
