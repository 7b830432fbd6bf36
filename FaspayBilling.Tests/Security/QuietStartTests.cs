using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>A first start says what the operator should know, and nothing that alarms: no warning of a library, no failure.</summary>
public sealed class QuietStartTests : IDisposable
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

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Lines(RealWeb web, params string[] starts) =>
        web.Log.Split('\n', StringSplitOptions.TrimEntries).Where(l => starts.Any(s => l.StartsWith(s, StringComparison.Ordinal)));
}
