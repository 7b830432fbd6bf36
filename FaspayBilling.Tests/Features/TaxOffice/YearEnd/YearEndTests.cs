using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.YearEnd;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.YearEnd;

public sealed class YearEndTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_year_shows_what_is_left_and_what_is_missing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        await fpy.AvailableNumbersAsync(2025, 7, "000-25.00000001");
        var filed = await fpy.ExportableAsync("000-26.00000001");
        var fileless = await fpy.ExportableAsync("000-26.00000002");
        var numberless = await fpy.ExportableAsync();
        await fpy.ExportableAsync(status: InvoiceStatus.Cancelled);
        await fpy.InvoiceAsync(taxed: false);
        await fpy.ExportableAsync(date: new(2025, 12, 31));
        await db.Get<UploadTaxFiles>().HandleAsync(fpy.Finance, Zip.Of((Zip.Name("0002600000001"), Zip.Pdf())), null, default);

        var view = (await db.Get<ReadYearEnd>().HandleAsync(fpy.Viewer, 2026, default)).Value;

        view.Invoices.Should().Be(3);
        view.Ranges.Select(r => (r.Start.ToString(), r.Total, r.Left)).Should().Equal(("000-26.00000001", 5, 3));
        view.Left.Should().Be(3);
        (view.WithoutNumber.Count, view.WithoutFile.Count).Should().Be((1, 1));
        view.WithoutNumber.First.Single().Number.Should().Be(numberless.Number);
        view.WithoutFile.First.Single().Number.Should().Be(fileless.Number);
        filed.Number.Should().NotBe(fileless.Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_reminder_counts_what_was_neither_exported_nor_is_in_Coretax(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync(date: new(2026, 10, 31));
        await fpy.ExportableAsync(
            date: new(2026, 10, 1), also: i => i.With((nameof(Invoice.ExportedAt), db.Clock.GetUtcNow().UtcDateTime)));
        await fpy.ExportableAsync(date: new(2026, 10, 1), also: i => i.With((nameof(Invoice.CoretaxNumber), "04002600000000001")));
        await fpy.ExportableAsync(date: new(2026, 11, 1));
        await fpy.ExportableAsync(date: new(2026, 9, 30));
        await fpy.ExportableAsync(date: new(2025, 10, 1));
        await fpy.ExportableAsync(date: new(2025, 9, 30));
        using var sql = SqlCommands.Watch();

        var reminder = (await db.Get<ReadReminder>().HandleAsync(fpy.Viewer, default)).Value;

        reminder.Should().BeEquivalentTo(new
        {
            Today = new DateOnly(2026, 11, 16),
            Open = 1,
            Overdue = 2,
            Month = new DateOnly(2026, 10, 1),
            Deadline = new DateOnly(2026, 11, 20)
        });
        sql.Sent.Should().HaveCount(1);
    }

    [Fact]
    public async Task With_the_module_off_there_is_neither()
    {
        await using var db = await TestDb.MakeAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await db.Get<ReadYearEnd>().HandleAsync(off.Viewer, 2026, default)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<ReadReminder>().HandleAsync(off.Viewer, default)).Refusal!.Code.Should().Be("module.off");
    }
}
