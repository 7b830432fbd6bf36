using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

public sealed class IssueNoteTests
{
    [Fact]
    public async Task A_drafted_note_is_not_issued_once_its_invoice_is_cancelled()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxed: false);
        var note = new Invoice
        {
            MerchantId = fpy.Id,
            Number = "INV-FPY-112699999",
            DocumentType = DocumentType.CreditNote,
            RefersToId = invoice.Id,
        }
        .With(
            (nameof(Invoice.CustomerId), invoice.CustomerId),
            (nameof(Invoice.CustomerName), invoice.CustomerName),
            (nameof(Invoice.InvoiceDate), invoice.InvoiceDate),
            (nameof(Invoice.Due), invoice.Due),
            (nameof(Invoice.InvoiceTax), false));
        note.Bill([new InvoiceLine { Position = 1, Name = "Discount", Quantity = 1, Price = 1_000 }]);
        await db.AddAsync(note);

        (await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, note.Number, default)).Refusal!.Code.Should().Be("document.reference");
    }
}
