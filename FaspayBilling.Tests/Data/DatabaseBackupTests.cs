using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Tests.Data;

public sealed class DatabaseBackupTests
{
    [Fact]
    public async Task A_backup_taken_while_the_product_runs_holds_what_was_committed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        var target = Path.Combine(db.Folder, "backup.db");

        db.Get<DatabaseBackup>().Run(target);

        using var backup = new SqliteConnection($"Data Source={target};Mode=ReadOnly;Pooling=False");
        backup.Open();
        using var command = backup.CreateCommand();
        command.CommandText = "SELECT Number FROM Invoices";
        command.ExecuteScalar().Should().Be(invoice.Number);
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await using var db = await TestDb.MakeAsync();
        var target = Path.Combine(db.Folder, "backup.db");
        await File.WriteAllTextAsync(target, "yesterday's");

        var backup = () => db.Get<DatabaseBackup>().Run(target);

        backup.Should().Throw<StartRefusedException>().WithMessage($"{target} exists already*");
        (await File.ReadAllTextAsync(target)).Should().Be("yesterday's");
    }
}
