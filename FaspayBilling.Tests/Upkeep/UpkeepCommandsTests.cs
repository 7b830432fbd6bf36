using FaspayBilling.Tests.Support.Web;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Tests.Upkeep;

/// <summary>The program started as a person starts it, for its database as a whole.</summary>
public sealed class UpkeepCommandsTests : IDisposable
{
    private static readonly Dictionary<string, string> Environment = new() { ["ASPNETCORE_ENVIRONMENT"] = "Production" };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-upkeep-");

    [Fact]
    public async Task A_database_is_checked_backed_up_broken_found_and_restored()
    {
        await RunAsync("init");
        var (sound, all, _) = await RunAsync("check");
        var (kept, saved, _) = await RunAsync("backup", Backup);
        Break("INSERT INTO InvoiceCounters (MerchantId, Month, Last) VALUES (77, 202611, 1)");
        var (broken, rows, _) = await RunAsync("check");
        var (restored, told, wrong) = await RunAsync("restore", Backup);
        var (again, _, _) = await RunAsync("check");

        (sound, kept, broken, restored, again).Should().Be((0, 0, 1, 0, 0), wrong);
        all.Should().Contain("ok").And.Contain("The database is sound.").And.NotContain("BROKEN");
        saved.Should().Contain("Backed up").And.Contain("the key file");
        rows.Should().Contain("BROKEN").And.Contain("InvoiceCounters 77 202611: merchant 77; should be: a merchant that is there");
        told.Should().Contain("Restored").And.Contain($"kept as {Database}.");
    }

    [Theory]
    [InlineData("check", "There is no database")]
    [InlineData("restore", "There is no file", "missing.db")]
    public async Task What_cannot_be_done_says_why_in_one_sentence(string command, string why, params string[] argument)
    {
        var (code, told, wrong) = await RunAsync([command, .. argument]);

        (code, told).Should().Be((1, ""));
        wrong.Trim().Should().StartWith(why).And.NotContain("\n");
        File.Exists(Database).Should().BeFalse();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Database => Path.Combine(folder.FullName, "faspay.db");

    private string Backup => Path.Combine(folder.FullName, "backup.db");

    private void Break(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<(int Code, string Told, string Wrong)> RunAsync(params string[] arguments) =>
        ProgramRun.RunAsync(folder.FullName, Environment, arguments);
}
