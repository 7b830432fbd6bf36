using System.Diagnostics;
using System.Reflection;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Security;

/// <summary>The program started as a person starts it.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-start-");

    [Theory]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Database:ConnectionString", "")]
    [InlineData("Site:Address", "billing")]
    [InlineData("DataProtection:Certificate", "nowhere.pfx")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence_that_names_it(string key, string value)
    {
        var (code, told, wrong) = await RunAsync($"--{key}={value}", key == "Database:ConnectionString" ? "--Database:Provider=Postgres" : "--x=y");

        code.Should().Be(1);
        wrong.Trim().Should().Contain(key).And.NotContain("\n").And.NotContain("   at ");
        told.Should().BeEmpty();
    }

    [Fact]
    public async Task A_damaged_database_stops_the_start_with_one_sentence()
    {
        await File.WriteAllTextAsync(Database, "this is not a database, but it is long enough to look like a file that could be one");

        var (code, _, wrong) = await RunAsync();

        code.Should().Be(1);
        wrong.Trim().Should().Contain(Database).And.Contain("damaged").And.NotContain("\n");
    }

    [Fact]
    public async Task One_more_merchant_gets_a_link_and_the_program_ends()
    {
        var (code, told, _) = await RunAsync("add-merchant", "--Site:Address=https://billing.example");

        code.Should().Be(0);
        told.Should().Contain("https://billing.example/account/set-up?link=");
    }

    [Fact]
    public async Task An_address_in_use_stops_the_start_with_one_sentence()
    {
        await using var web = new TestWeb();

        var (code, _, wrong) = await RunAsync($"--urls={web.Address}");

        code.Should().Be(1);
        wrong.Should().Contain("already in use").And.Contain("Urls").And.NotContain("   at ");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Database => Path.Combine(folder.FullName, "faspay.db");

    private async Task<(int Code, string Told, string Wrong)> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "FaspayBilling.Web.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        foreach (var argument in (string[])[program, $"--Database:Path={Database}", $"--Mail:Folder={folder.FullName}", "--Logging:LogLevel:Default=None", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var told = process.StandardOutput.ReadToEndAsync(patience.Token);
        var wrong = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await told, await wrong);
        }
        finally
        {
            process.Kill();
        }
    }
}
