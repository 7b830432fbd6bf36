using System.Diagnostics;
using System.Reflection;
using FaspayBilling.Tests.Support;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Tests.Security;

/// <summary>The program started as a person starts it.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-start-");
    private readonly Dictionary<string, string> environment = new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" };

    [Theory]
    [InlineData("Database:Provider", "--Database:Provider=Oracle")]
    [InlineData("Database:ConnectionString", "--Database:Provider=Postgres", "--Database:ConnectionString=")]
    [InlineData("Site:Address", "--Site:Address=foo")]
    [InlineData("DataProtection:Certificate", "--DataProtection:Certificate=nowhere.pfx")]
    [InlineData("Mail:Port", "--Mail:Host=mail.example", "--Mail:From=a@b.example", "--Mail:Port=465")]
    [InlineData("Mail:Tls", "--Mail:Host=mail.example", "--Mail:From=a@b.example", "--Mail:User=a", "--Mail:Password=b", "--Mail:Tls=None")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence_that_names_it(string key, params string[] arguments)
    {
        var (code, told, wrong) = await RunAsync(arguments);

        code.Should().Be(1);
        wrong.Trim().Should().Contain(key).And.NotContain("\n").And.NotContain("   at ");
        told.Should().BeEmpty();
    }

    [Fact]
    public async Task The_environment_wins_over_the_settings_file()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), """{ "Database": { "Provider": "Oracle" }, "Site": { "Address": "foo" } }""");

        var (_, _, file) = await RunAsync();
        environment["Database__Provider"] = "Sqlite";
        environment["Site__Address"] = "bar";
        var (_, _, both) = await RunAsync();

        file.Should().ContainAny("\"Oracle\"", "\"foo\"");
        both.Should().Contain("Site:Address").And.Contain("\"bar\"");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_start_with_one_sentence()
    {
        await using var made = await SqlAsync("CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT NOT NULL); INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Tomorrow', '99.0.0')");

        var (code, _, wrong) = await RunAsync();

        code.Should().Be(1);
        wrong.Trim().Should().Contain("newer version").And.Contain("99990101000000_Tomorrow").And.NotContain("\n");
    }

    [Fact]
    public async Task A_locked_database_stops_the_start_with_one_sentence()
    {
        await using var other = await SqlAsync("PRAGMA journal_mode=WAL; CREATE TABLE Other (Id INTEGER); BEGIN EXCLUSIVE");

        var (code, _, wrong) = await RunAsync();

        code.Should().Be(1);
        wrong.Trim().Should().Contain(Database).And.Contain("locked").And.NotContain("\n");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_stops_the_start_with_one_sentence()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "not a folder");

        var (code, _, wrong) = await RunAsync($"--Database:Path={file}/data/faspay.db");

        code.Should().Be(1);
        wrong.Trim().Should().Contain(file).And.Contain("Database:Path").And.NotContain("\n");
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

    private async Task<SqliteConnection> SqlAsync(string sql)
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<(int Code, string Told, string Wrong)> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "FaspayBilling.Web.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        foreach (var argument in (string[])[program, $"--Database:Path={Database}", $"--Mail:Folder={folder.FullName}", "--Logging:LogLevel:Default=None", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

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
