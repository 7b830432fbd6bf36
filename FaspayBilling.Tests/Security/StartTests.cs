using FaspayBilling.Tests.Support.Web;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Tests.Security;

/// <summary>The program started as a person starts it.</summary>
public sealed partial class StartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-start-");
    private readonly Dictionary<string, string> environment = new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" };

    [Theory]
    [InlineData("99990101000000_Tomorrow", "newer version")]
    [InlineData("20261120194549_Initial", "before the first release")]
    public async Task A_database_of_another_version_stops_the_start_with_one_sentence(string migration, string why)
    {
        await using var made = await SqlAsync(
            "CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT NOT NULL); INSERT INTO "
                + $"__EFMigrationsHistory VALUES ('{migration}', '10.0.0')");

        var (code, _, wrong) = await RunAsync();

        code.Should().Be(1);
        wrong.Trim().Should().Contain(why).And.Contain(migration).And.NotContain("\n");
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

        var (code, _, wrong) = await RunAsync("init", $"--Database:Path={file}/data/faspay.db");

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
        await RunAsync("init");
        var (code, told, _) = await RunAsync("add-merchant", "--Site:Address=https://billing.example");

        code.Should().Be(0);
        told.Should().Contain("https://billing.example/account/set-up?link=");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("add-merchant")]
    [InlineData("reset-admin", "ada@fpy.example")]
    public async Task A_missing_database_is_never_silently_made(params string[] command)
    {
        var (code, _, wrong) = await RunAsync(command);

        code.Should().Be(1);
        wrong.Trim().Should().Contain(Database).And.Contain("init").And.Contain("Database:Path").And.NotContain("\n");
        File.Exists(Database).Should().BeFalse();
    }

    [Fact]
    public async Task Init_makes_the_database_once_and_says_how_to_sign_in()
    {
        var (made, first, _) = await RunAsync("init", "--Site:Address", "https://billing.example");
        var (again, second, _) = await RunAsync("init");

        (made, again).Should().Be((0, 0));
        first.Should().Contain("was made").And.Contain("https://billing.example/account/set-up?link=")
            .And.Contain($"copy of the key file {Path.ChangeExtension(Database, ".key")}");
        second.Should().Contain("up to date");
    }

    [Theory]
    [InlineData("\"bakcup\"", "bakcup", "x.db")]
    [InlineData("name of a file", "backup")]
    [InlineData("e-mail address of an Admin", "reset-admin")]
    [InlineData("\"more\"", "init", "more")]
    public async Task A_word_that_is_no_command_refuses_and_shows_the_commands(string said, params string[] arguments)
    {
        var (code, told, wrong) = await RunAsync(arguments);

        code.Should().Be(2);
        told.Should().BeEmpty();
        wrong.Should().Contain(said).And.Contain("backup FILE").And.Contain("add-merchant");
    }

    [Fact]
    public async Task Help_shows_the_commands()
    {
        var (code, told, wrong) = await RunAsync("--help");

        code.Should().Be(0);
        told.Should().Contain("backup FILE").And.Contain("serve");
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task An_address_in_use_stops_the_start_with_one_sentence()
    {
        await using var web = new TestWeb();
        environment["ASPNETCORE_ENVIRONMENT"] = "Development";

        var (code, _, wrong) = await RunAsync($"--urls={web.Address}", "--Demo:Enabled=false");

        code.Should().Be(1);
        wrong.Should().Contain("already in use").And.Contain("Urls").And.NotContain("   at ");
    }

    [Fact]
    public async Task Without_its_scripts_and_styles_the_program_does_not_start()
    {
        await RunAsync("init");
        var (code, _, wrong) = await RunAsync($"--contentRoot={folder.FullName}");

        code.Should().Be(1);
        wrong.Trim().Should().Contain("wwwroot").And.Contain("scripts and styles").And.NotContain("\n");
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

    private Task<(int Code, string Told, string Wrong)> RunAsync(params string[] arguments) =>
        ProgramRun.RunAsync(folder.FullName, environment, arguments);
}
