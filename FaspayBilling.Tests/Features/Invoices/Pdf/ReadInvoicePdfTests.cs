using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Pdf;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Features.Invoices.Pdf;

public sealed class ReadInvoicePdfTests
{
    public static TheoryData<InvoiceStatus> Statuses => [.. Enum.GetValues<InvoiceStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_viewer_reads_the_PDF_of_an_invoice_in_any_status_under_its_number(InvoiceStatus status)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync(status);

        var file = (await db.Get<ReadInvoicePdf>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value;

        file.FileName.Should().Be($"{invoice.Number}.pdf");
        PdfText.Pages(file.Bytes).Should().Be(1);
    }

    [Fact]
    public async Task It_is_the_invoice_as_it_is_now()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var invoice = await fpy.InvoiceAsync();
        var before = (await db.Get<ReadInvoicePdf>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value;
        var again = (await db.Get<ReadInvoicePdf>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value;

        await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);

        again.Bytes.Should().Equal(before.Bytes);
        (await db.Get<ReadInvoicePdf>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value.Bytes.Should().NotEqual(before.Bytes);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_one_and_another_merchants_are_not_found(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var other = await db.Given.MerchantAsync("OTH");
        var invoice = await fpy.InvoiceAsync();
        var deleted = await fpy.InvoiceAsync(InvoiceStatus.Draft, also: i => i.Delete(db.Clock.GetUtcNow().UtcDateTime));

        (await db.Get<ReadInvoicePdf>().HandleAsync(other.Admin, invoice.Number, default)).Refusal!.Code.Should().Be("invoice.not-found");
        (await db.Get<ReadInvoicePdf>().HandleAsync(fpy.Admin, deleted.Number, default)).Refusal!.Code.Should().Be("invoice.not-found");
    }
}
