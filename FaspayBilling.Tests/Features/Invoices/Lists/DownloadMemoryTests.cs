using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

/// <summary>Alone, because memory is everybody's: 100,000 rows go out without being kept.</summary>
[Collection(nameof(Alone))]
public sealed class DownloadMemoryTests
{
    private const int Rows = 100_000;
    private const long Most = 64 * 1024 * 1024;

    [Fact]
    public async Task A_hundred_thousand_invoices_are_written_within_64_MiB()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid, taxNumber: "000-26.00000001");
        await MultiplyAsync(
            db, "Invoices", ("Number", "'INV-FPY-1126' || printf('%07d', n)"), ("TaxNumber", "NULL"), ("DocumentId", "NULL"));

        await ExpectAsync((to, progress) => db.Get<DownloadBillings>().HandleAsync(fpy.Viewer, new BillingQuery(), to, progress, default));
    }

    [Fact]
    public async Task A_hundred_thousand_customers_are_written_within_64_MiB()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.CustomerAsync();
        await MultiplyAsync(db, "Customers", ("Number", "n + 10"), ("VaNumber", "printf('%010d', n)"), ("Name", "'PT Pelanggan ' || n"));

        await ExpectAsync(
            (to, progress) => db.Get<DownloadCustomers>().HandleAsync(fpy.Viewer, new CustomerQuery(), to, progress, default));
    }

    // Copies the one row of a table in the database itself.
    private static async Task MultiplyAsync(TestDb db, string table, params (string Column, string Value)[] different)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        var columns = await context.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table}) WHERE name <> 'Id'")
            .ToListAsync();
        var values = columns.Select(c => different.FirstOrDefault(d => d.Column == c).Value ?? $"\"{c}\"");
        var sql = $"""
            WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < {Rows - 1})
            INSERT INTO "{table}" ({string.Join(',', columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(',', values)} FROM "{table}", count
            """;
        context.Database.SetCommandTimeout(300);
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    private static async Task ExpectAsync(Func<Stream, IProgress<double>, Task<Outcome>> write)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = new Peak();

        (await write(file, peak)).Should().Be(Outcome.Done);

        peak.Reports.Should().Be(100);
        (peak.Bytes - before).Should().BeLessThan(Most);
        file.Length.Should().BeGreaterThan(1_000_000);
        file.Position = 0;
        SheetFile.Read(file, default).Refusal!.Code.Should().Be("sheet.too-large", "a list out may be longer than an import");
    }

    /// <summary>The heap at its largest, not yet collected rubbish included.</summary>
    private sealed class Peak : IProgress<double>
    {
        public long Bytes { get; private set; }

        public int Reports { get; private set; }

        public void Report(double value) =>
            (Bytes, Reports) = (Math.Max(Bytes, GC.GetTotalMemory(forceFullCollection: false)), Reports + 1);
    }
}
