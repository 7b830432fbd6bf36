using System.IO.Compression;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Data.Totals;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaspayBilling.Tests.Data;

/// <summary>
/// The databases that the first version wrote (Upgrades: a file of SQLite, a dump of PostgreSQL, both with the demo's rows) are brought up
/// to date by every later one, and lose nothing.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private const string Invoice = "INV-FPY-032300400";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-upgrade-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_of_the_first_version_is_brought_up_to_date_and_goes_on(Database database)
    {
        var settings = database == Database.Postgres ? await PostgresAsync() : await SqliteAsync();
        try
        {
            await using var db = TestDb.Open(settings);

            (await db.Get<DatabaseStart>().RunAsync(make: false, default)).Should().BeFalse("it was there");

            var context = db.Dbs.CreateDbContext();
            await using (context)
            {
                (await context.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
                (await context.Set<Invoice>().IgnoreQueryFilters().CountAsync()).Should().Be(429);
                (await context.Set<Customer>().CountAsync()).Should().Be(40);
                (await context.Set<TaxNumberRange>().CountAsync()).Should().Be(6);
                (await context.Set<HistoryEntry>().AnyAsync(h => h.Action == "invoice.issue")).Should().BeTrue();
            }

            await FreshTotals.ShouldBeKeptAsync(db, because: "they are filled from what stands");
            await GoOnAsync(db);
            await FreshTotals.ShouldBeKeptAsync(db);
        }
        finally
        {
            if (database == Database.Postgres)
            {
                await PostgresTemplate.DropAsync(settings["Database:ConnectionString"]!);
            }
        }
    }

    // The documented walk: found, cancelled, its number given back.
    private static async Task GoOnAsync(TestDb db)
    {
        var invoice = await db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.Number == Invoice));
        var finance = new Actor(invoice.MerchantId, null, "Fina Finance", Role.Finance);
        (await db.ReadAsync(d => d.Matching(d.Set<Invoice>(), invoice.MerchantId, "032300400").CountAsync())).Should().Be(1);
        (await db.ReadAsync(d => d.Matching(d.Set<Customer>(), invoice.MerchantId, "e").CountAsync()))
            .Should().BePositive().And.Be(await db.ReadAsync(d => d.Probing(d.Set<Customer>().VisibleTo(finance), "e")!.CountAsync()));

        (await db.Get<CancelInvoice>().HandleAsync(finance, Invoice, default)).Ok.Should().BeTrue();
        (await db.Get<CancelTaxNumber>().HandleAsync(finance, Invoice, neverApproved: false, default)).Value
            .Should().Be(invoice.TaxNumber!.Value);
    }

    private async Task<Dictionary<string, string?>> SqliteAsync()
    {
        var path = Path.Combine(folder.FullName, "first.db");
        await using (var file = File.Create(path))
        await using (var stored = Stored("first.db.gz"))
        {
            await stored.CopyToAsync(file);
        }

        return new() { ["Database:Provider"] = "Sqlite", ["Database:Path"] = path };
    }

    private static async Task<Dictionary<string, string?>> PostgresAsync()
    {
        var connection = await PostgresTemplate.EmptyAsync();
        await using var stored = Stored("first.sql.gz");
        using var reader = new StreamReader(stored);

        // The dump empties the search path of its connection: that one is not used again.
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        await using var command = source.CreateCommand(await reader.ReadToEndAsync());
        await command.ExecuteNonQueryAsync();
        return new() { ["Database:Provider"] = "Postgres", ["Database:ConnectionString"] = connection };
    }

    private static GZipStream Stored(string name) =>
        new(typeof(UpgradeTests).Assembly.GetManifestResourceStream(name)!, CompressionMode.Decompress);
}
