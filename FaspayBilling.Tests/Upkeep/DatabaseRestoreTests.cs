using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Upkeep;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Upkeep;

public sealed class DatabaseRestoreTests
{
    [Fact]
    public async Task The_backup_takes_the_place_of_the_database_and_the_old_file_is_kept_whole()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        var backup = await BackUpAsync(db);
        await BrokenRows.SqlAsync(db, """UPDATE "Merchants" SET "Name" = 'Later' """);
        db.CloseFile();

        var done = await db.Get<DatabaseRestore>().RunAsync(backup, default);

        (await NamesAsync(db)).Should().NotContain("Later");
        done.Kept.Should().Be($"{PathOf(db)}.20261116-020000");
        Sql(done.Kept!, "SELECT Name FROM Merchants").Should().Be("Later");
        (done.Older, done.Lacks, done.Recounted).Should().Be((false, null, false));
        Directory.EnumerateFiles(db.Folder, "*.restoring*").Should().BeEmpty();
    }

    [Fact]
    public async Task What_waits_in_the_log_of_the_old_file_is_kept_too_and_never_reaches_the_new_one()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        var backup = await BackUpAsync(db);
        db.CloseFile();
        LeaveLog(PathOf(db), "UPDATE Merchants SET Name = 'Later'");
        new FileInfo($"{PathOf(db)}-wal").Length.Should().BePositive();

        var done = await db.Get<DatabaseRestore>().RunAsync(backup, default);

        (await NamesAsync(db)).Should().NotContain("Later");
        Sql(done.Kept!, "SELECT Name FROM Merchants").Should().Be("Later");
    }

    [Fact]
    public async Task Where_no_database_is_the_backup_becomes_it()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        var backup = await BackUpAsync(db);
        var elsewhere = Path.Combine(db.Folder, "new", "faspay.db");
        await using var other = TestDb.Open(new() { ["Database:Path"] = elsewhere });

        (await other.Get<DatabaseRestore>().RunAsync(backup, default)).Kept.Should().BeNull();

        Sql(elsewhere, "SELECT count(*) FROM Invoices").Should().Be(2L);
    }

    [Fact]
    public async Task While_a_server_runs_on_the_database_nothing_is_touched()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        var backup = await BackUpAsync(db);
        await using (var server = db.AnotherNode())
        {
            await server.Get<DatabaseStart>().RunAsync(make: false, default);

            await RefusedAsync(db, backup, "*open. Stop FaspayBilling*");
            Directory.EnumerateFiles(db.Folder, "faspay.db.2026*").Should().BeEmpty();
        }

        db.CloseFile();
        (await db.Get<DatabaseRestore>().RunAsync(backup, default)).Kept.Should().NotBeNull();
    }

    [Fact]
    public async Task A_program_that_holds_no_lock_of_ours_but_has_the_file_open_refuses_it_too()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        var backup = await BackUpAsync(db);
        await using var context = await db.Dbs.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        (await context.Set<Invoice>().CountAsync()).Should().Be(2);

        await RefusedAsync(db, backup, "*open. Stop FaspayBilling*");
    }

    [Fact]
    public async Task What_is_no_sound_backup_of_this_version_is_refused_and_the_database_stays()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        var text = Path.Combine(db.Folder, "notes.txt");
        await File.WriteAllTextAsync(text, new string('x', 5_000));
        var other = Made(db, "other.db", "CREATE TABLE Things (Id INTEGER)");
        var newer = await BackUpAsync(db, "newer.db");
        Change(newer, "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Tomorrow', '10.0.0')");
        var broken = await BackUpAsync(db, "broken.db");
        Change(broken, "UPDATE Invoices SET Paid = Paid + 100");
        var damaged = await BackUpAsync(db, "damaged.db");
        await DamagedFile.WriteAsync(damaged);
        db.CloseFile();

        await RefusedAsync(db, Path.Combine(db.Folder, "missing.db"), "There is no file*backup*");
        await RefusedAsync(db, PathOf(db), "*is the database itself*");
        await RefusedAsync(db, text, "*damaged or not a database*");
        await RefusedAsync(db, other, "*nothing of FaspayBilling*");
        await RefusedAsync(db, newer, "*newer version*");
        await RefusedAsync(db, broken, $"*what is paid*{SoundDatabase.Numbered}*README.md*");
        await RefusedAsync(db, damaged, $"{damaged}*");
        Directory.EnumerateFiles(db.Folder)
            .Where(file => file.StartsWith($"{PathOf(db)}.", StringComparison.Ordinal) && !file.EndsWith("-lock", StringComparison.Ordinal))
            .Should().BeEmpty();
        (await BrokenRows.SaidAsync(db)).Should().BeEmpty();
    }

    [Fact]
    public async Task Totals_that_are_not_those_of_the_rows_are_counted_anew_and_keep_no_backup_away()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        var backup = await BackUpAsync(db);
        Change(
            backup,
            """
            UPDATE InvoiceTotals SET Balance = Balance + 100;
            DELETE FROM CustomerTotals;
            UPDATE AgingSteps SET Amount = Amount + 100;
            DELETE FROM AgingTotals;
            DELETE FROM TaxGaps;
            UPDATE TaxTotals SET Count = Count + 1;
            INSERT INTO UploadTotals (MerchantId, Month, Count) VALUES (1, '2020-01-01', 7);
            UPDATE NumberCounts SET Available = Available + 1;
            """);
        db.CloseFile();

        var done = await db.Get<DatabaseRestore>().RunAsync(backup, default);

        done.Recounted.Should().BeTrue();
        (await BrokenRows.SaidAsync(db)).Should().BeEmpty();
    }

    [Fact]
    public async Task Totals_are_not_counted_anew_where_the_rows_themselves_are_wrong()
    {
        await using var db = await SoundDatabase.MakeAsync(Database.Sqlite);
        var backup = await BackUpAsync(db);
        Change(backup, "UPDATE Invoices SET Paid = Paid + 100; UPDATE NumberCounts SET Available = Available + 1");
        db.CloseFile();

        await RefusedAsync(db, backup, "*the count of available numbers*what is paid*README.md*");
    }

    [Theory, OnPostgres]
    public async Task The_other_database_has_tools_of_its_own(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);

        await RefusedAsync(db, "any.dump", "*pg_restore*");
    }

    private static string PathOf(TestDb db) => db.Settings["Database:Path"]!;

    private static async Task<string> BackUpAsync(TestDb db, string name = "backup.db")
    {
        var target = Path.Combine(db.Folder, name);
        await db.Get<DatabaseBackup>().RunAsync(target, default);
        return target;
    }

    private static async Task RefusedAsync(TestDb db, string file, string sentence)
    {
        var restore = () => db.Get<DatabaseRestore>().RunAsync(file, default);

        (await restore.Should().ThrowAsync<StartRefusedException>()).WithMessage(sentence).Which.Message.Should().NotContain("\n");
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(TestDb db) =>
        await db.ReadAsync(d => d.Set<Core.Domain.Merchants.Merchant>().Select(m => m.Name).ToListAsync());

    private static string Made(TestDb db, string name, string sql)
    {
        var path = Path.Combine(db.Folder, name);
        File.WriteAllBytes(path, []);
        Change(path, sql);
        return path;
    }

    private static void Change(string path, string sql) => _ = Sql(path, sql);

    private static object? Sql(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    // As a kill leaves it: the file without what was written last, and the log with it.
    private static void LeaveLog(string path, string sql)
    {
        using var reader = new SqliteConnection($"Data Source={path};Pooling=False");
        reader.Open();
        using (var change = reader.CreateCommand())
        {
            change.CommandText = $"PRAGMA wal_autocheckpoint=0; {sql}";
            change.ExecuteNonQuery();
        }

        File.Copy(path, $"{path}.killed");
        File.Copy($"{path}-wal", $"{path}.killed-wal");
        reader.Close();
        File.Move($"{path}.killed", path, overwrite: true);
        File.Move($"{path}.killed-wal", $"{path}-wal", overwrite: true);
    }
}
