using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.YearEnd;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.YearEnd;

public sealed class ReadYearEndTests
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
    public async Task The_oldest_200_are_named_and_the_others_counted(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await db.FillAsync(fpy, "FPY", 280);

        var view = (await db.Get<ReadYearEnd>().HandleAsync(fpy.Viewer, 2023, default)).Value;

        view.WithoutNumber.Count.Should().Be(210, "a quarter are drafts");
        view.WithoutNumber.First.Should().HaveCount(ReadYearEnd.Most).And.BeInAscendingOrder(i => i.Date);
        view.WithoutNumber.First[0].Date.Should().Be(new DateOnly(2023, 3, 1));
    }

    [Fact]
    public async Task Another_merchants_year_does_not_show_and_with_the_module_off_there_is_none()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var other = await db.ExporterAsync("OTH");
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        await other.AvailableNumbersAsync(2026, 5);
        await other.ExportableAsync();

        (await db.Get<ReadYearEnd>().HandleAsync(fpy.Viewer, 2026, default)).Value.Should().BeEquivalentTo(
            new { Invoices = 0, Left = 0L, WithoutNumber = new { Count = 0 }, WithoutFile = new { Count = 0 } });
        (await db.Get<ReadYearEnd>().HandleAsync(off.Viewer, 2026, default)).Refusal!.Code.Should().Be("module.off");
    }
}
