using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Upkeep;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Tests.Upkeep;

public sealed class DatabaseBackupTests
{
    [Fact]
    public async Task A_backup_taken_while_the_product_runs_holds_what_was_committed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        var target = Path.Combine(db.Folder, "backup.db");

        await db.Get<DatabaseBackup>().RunAsync(target, default);

        using var backup = new SqliteConnection($"Data Source={target};Mode=ReadOnly;Pooling=False");
        backup.Open();
        using var command = backup.CreateCommand();
        command.CommandText = "SELECT Number FROM Invoices";
        command.ExecuteScalar().Should().Be(invoice.Number);
    }

    [Fact]
    public async Task Nothing_is_left_beside_a_backup()
    {
        await using var db = await TestDb.MakeAsync();

        await db.Get<DatabaseBackup>().RunAsync(Path.Combine(db.Folder, "backup.db"), default);

        Directory.EnumerateFiles(db.Folder, "backup.db*").Should().ContainSingle();
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await using var db = await TestDb.MakeAsync();
        var target = Path.Combine(db.Folder, "backup.db");
        await File.WriteAllTextAsync(target, "yesterday's");

        var backup = () => db.Get<DatabaseBackup>().RunAsync(target, default);

        await backup.Should().ThrowAsync<StartRefusedException>().WithMessage($"{target} exists already*");
        (await File.ReadAllTextAsync(target)).Should().Be("yesterday's");
    }

    [Fact]
    public async Task A_damaged_database_is_never_called_backed_up_and_no_copy_of_it_stays()
    {
        await using var db = await TestDb.MakeAsync();
        await (await db.Given.MerchantAsync()).InvoiceAsync();
        await DamagedFile.MakeAsync(db);
        var target = Path.Combine(db.Folder, "backup.db");

        var backup = () => db.Get<DatabaseBackup>().RunAsync(target, default);

        (await backup.Should().ThrowAsync<StartRefusedException>()).Which.Message
            .Should().Contain("damaged").And.Contain("restore").And.NotContain("\n");
        Directory.EnumerateFiles(db.Folder, "backup.db*").Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_whose_bytes_changed_is_damage()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await BrokenRows.FileAsync(db, fpy, "contract.pdf");
        var target = Path.Combine(db.Folder, "backup.db");

        var backup = () => db.Get<DatabaseBackup>().RunAsync(target, default);

        await backup.Should().ThrowAsync<StartRefusedException>().WithMessage("*contract.pdf*");
        File.Exists(target).Should().BeFalse();
    }

    [Fact]
    public async Task What_breaks_a_rule_of_the_business_is_backed_up_as_it_is()
    {
        await using var db = await TestDb.MakeAsync();
        await (await db.Given.MerchantAsync()).InvoiceAsync();
        await BrokenRows.SqlAsync(db, """UPDATE "Invoices" SET "Paid" = 5""");
        var target = Path.Combine(db.Folder, "backup.db");

        await db.Get<DatabaseBackup>().RunAsync(target, default);

        File.Exists(target).Should().BeTrue();
    }
}
