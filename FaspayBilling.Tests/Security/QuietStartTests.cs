using System.Text.RegularExpressions;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>A first start says what the operator should know, and nothing that alarms: no warning of a library, no failure.</summary>
public sealed partial class QuietStartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-quiet-");

    [Fact]
    public async Task The_demo_is_told_of_in_one_line_and_nothing_warns()
    {
        using var web = await RealWeb.StartAsync(folder.FullName, "Development");

        Lines(web, "warn:", "fail:", "crit:").Should().BeEmpty();
        Lines(web, "info: FaspayBilling").Should().Equal("info: FaspayBilling.Web[2001]");
        Lines(web, "Demo data was made. The sign-in page lists its users.").Should().ContainSingle();
    }

    [Fact]
    public async Task On_a_server_only_the_product_warns_of_the_missing_Admin()
    {
        using var web = await RealWeb.StartAsync(folder.FullName);

        Lines(web, "warn:", "fail:", "crit:").Should().Equal("warn: FaspayBilling.Web[2003]");
    }

    [Theory]
    [InlineData("http://billing.example", true)]
    [InlineData("https://billing.example", false)]
    public async Task A_site_that_others_reach_by_http_is_warned_of(string site, bool warned)
    {
        using var web = await RealWeb.StartAsync(folder.FullName, site: site);

        Lines(web, "warn: FaspayBilling.Web[2004]").Should().HaveCount(warned ? 1 : 0);
    }

    [Fact]
    public async Task Every_line_begins_with_its_moment_in_UTC()
    {
        using var web = await RealWeb.StartAsync(folder.FullName);

        Lines(web, "info:", "warn:").Should().NotBeEmpty();
        web.Log.Split('\n').Should().NotContain(line => line.StartsWith("info:", StringComparison.Ordinal)
            || line.StartsWith("warn:", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Lines(RealWeb web, params string[] starts) =>
        web.Log.Split('\n', StringSplitOptions.TrimEntries)
            .Select(l => Moment().Replace(l, ""))
            .Where(l => starts.Any(s => l.StartsWith(s, StringComparison.Ordinal)));

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z ")]
    private static partial Regex Moment();
}
