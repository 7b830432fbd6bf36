using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Billings;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Features.Billings;

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
            MerchantId = fpy.Id, CustomerId = invoice.CustomerId, CustomerName = invoice.CustomerName, Number = "INV-FPY-112699999", InvoiceDate = invoice.InvoiceDate, Due = invoice.Due,
            InvoiceTax = false, DocumentType = DocumentType.CreditNote, RefersToId = invoice.Id,
        };
        note.Bill([new InvoiceLine { Position = 1, Name = "Discount", Quantity = 1, Price = 1_000 }]);
        await db.AddAsync(note);

        (await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, note.Number, default)).Refusal!.Code.Should().Be("document.reference");
    }
}
