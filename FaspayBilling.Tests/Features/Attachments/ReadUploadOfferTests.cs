using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Attachments;

public sealed class ReadUploadOfferTests
{
    [Fact]
    public async Task Only_on_a_cancelled_invoice_nothing_can_be_deducted()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();
        foreach (var status in InvoiceStatuses.All)
        {
            var invoice = await fpy.InvoiceAsync(status);

            (await db.Get<ReadUploadOffer>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value
                .Should().Be(new UploadOffer(invoice.Number, invoice.Outstanding, true, status != InvoiceStatus.Cancelled));
        }
    }

    [Fact]
    public async Task While_it_is_switched_off_no_withholding_tax_is_offered()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        (await db.Get<ReadUploadOffer>().HandleAsync(fpy.Finance, invoice.Number, default)).Value.WithholdingTax.Should().BeFalse();
    }

    [Fact]
    public async Task Another_merchants_invoice_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        var invoice = await fpy.InvoiceAsync();

        (await db.Get<ReadUploadOffer>().HandleAsync(other.Admin, invoice.Number, default)).Refusal!.Code.Should().Be("invoice.not-found");
    }
}
