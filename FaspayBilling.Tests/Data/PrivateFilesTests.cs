using System.Diagnostics;
using System.Runtime.Versioning;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Upkeep;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data;

/// <summary>What lies on the disk is read by the account that runs the program and by no other.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-private-");

    private string Database => Path.Combine(folder.FullName, "data", "faspay.db");

    [Fact]
    public async Task A_new_database_its_log_and_its_folder_are_for_their_owner_alone()
    {
        await StartAsync(async db =>
        {
            await (await db.Given.MerchantAsync()).InvoiceAsync();

            File.Exists($"{Database}-wal").Should().BeTrue("the files beside the database are looked at too");
            FileModes.OpenIn(folder.FullName).Should().BeEmpty();
        });

        File.GetUnixFileMode(Path.GetDirectoryName(Database)!).Should().Be(FileModes.OwnFolder);
    }

    [Fact]
    public async Task What_an_earlier_version_left_readable_is_closed_at_the_start_and_the_operators_folder_stays()
    {
        await StartAsync(_ => Task.CompletedTask);
        var data = Path.GetDirectoryName(Database)!;
        foreach (var part in new[] { "-wal", "-shm" })
        {
            await File.WriteAllBytesAsync(Database + part, []);
        }

        foreach (var file in Directory.EnumerateFiles(data))
        {
            File.SetUnixFileMode(file, FileModes.ForAll);
        }

        File.SetUnixFileMode(data, FileModes.OwnFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);

        await StartAsync(_ =>
        {
            Directory.EnumerateFiles(data).Should().HaveCount(5);
            FileModes.OpenIn(data).Should().BeEmpty();
            return Task.CompletedTask;
        });

        File.GetUnixFileMode(data).Should().HaveFlag(UnixFileMode.GroupRead);
    }

    [Fact]
    public async Task A_backup_is_for_its_owner_alone_and_a_failed_one_leaves_nothing()
    {
        await using var db = await TestDb.MakeAsync();
        var target = Path.Combine(folder.FullName, "backup.db");

        await db.Get<DatabaseBackup>().RunAsync(target, default);
        var nowhere = () => db.Get<DatabaseBackup>().RunAsync(Path.Combine(folder.FullName, "missing", "backup.db"), default);

        File.GetUnixFileMode(target).Should().Be(FileModes.OwnFile);
        await nowhere.Should().ThrowAsync<StartRefusedException>().WithMessage("The backup*could not be written*");
    }

    [Fact]
    public async Task Of_a_folder_that_is_not_there_yet_the_nearest_above_counts_and_a_file_in_the_way_is_named()
    {
        var (file, later) = (Path.Combine(folder.FullName, "file"), Path.Combine(folder.FullName, "not", "yet"));
        await File.WriteAllTextAsync(file, "");

        PrivateFiles.Nearest(later).Should().Be(folder.FullName);
        PrivateFiles.WhyNotWritable(later).Should().BeNull();
        PrivateFiles.WhyNotWritable(Path.Combine(file, "below")).Should().Be($"{file} is a file");
    }

    [RootFact]
    public async Task Another_account_of_the_machine_cannot_read_the_database()
    {
        await StartAsync(_ => Task.CompletedTask);
        var data = Path.GetDirectoryName(Database)!;
        var open = Path.Combine(data, "open");
        await File.WriteAllTextAsync(open, "for all");
        File.SetUnixFileMode(open, FileModes.ForAll);
        foreach (var way in new[] { folder.FullName, data })
        {
            // The folders let everybody through, so that the file alone is tried.
            File.SetUnixFileMode(way, FileModes.OwnFolder | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        (await ReadAsNobodyAsync(open)).Should().Be(0, "nobody can read what is for all");
        (await ReadAsNobodyAsync(Database)).Should().NotBe(0);
    }

    [RootFact]
    public async Task A_key_file_that_stays_readable_to_others_is_warned_of_and_one_that_can_be_closed_is_not()
    {
        var environment = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" };
        var keys = Path.Combine(folder.FullName, "faspay.key");
        string[] warned = ["init", "--Logging:LogLevel:FaspayBilling=Warning"];
        (await ProgramRun.RunAsync(folder.FullName, environment, "init")).Code.Should().Be(0);

        File.SetUnixFileMode(keys, FileModes.ForAll);
        var own = await ProgramRun.RunAsync(folder.FullName, environment, warned);
        File.GetUnixFileMode(keys).Should().Be(FileModes.OwnFile);

        File.SetUnixFileMode(keys, FileModes.ForAll);
        (await RunAsync("chown", "65534", keys)).Should().Be(0);
        // As an account that reads the file and may not change its rights: root without the right over the files of others.
        var theirs = await ProgramRun.RunByAsync(
            ["setpriv", "--bounding-set=-fowner", "--inh-caps=-fowner", "dotnet"], folder.FullName, environment, warned);

        (own.Code, theirs.Code).Should().Be((0, 0), theirs.Wrong);
        own.Told.Should().NotContain("stays readable");
        theirs.Told.Should().Contain($"The key file {keys} belongs to another account and stays readable to others");
        File.GetUnixFileMode(keys).Should().Be(FileModes.ForAll);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task StartAsync(Func<TestDb, Task> use)
    {
        var settings = new Dictionary<string, string?> { ["Database:Path"] = Database };
        string? pool;
        await using (var db = TestDb.Open(settings))
        {
            await db.Get<DatabaseStart>().RunAsync(make: true, default);

            // Keeps the log and its index there while they are looked at.
            await using var open = await db.Dbs.CreateDbContextAsync();
            await open.Database.OpenConnectionAsync();
            pool = db.Get<BillingDb>().Database.GetConnectionString();
            await use(db);
        }

        // The last connection takes them away.
        using var own = new SqliteConnection(pool);
        SqliteConnection.ClearPool(own);
    }

    private static Task<int> ReadAsNobodyAsync(string file) =>
        RunAsync("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "cat", file);

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
