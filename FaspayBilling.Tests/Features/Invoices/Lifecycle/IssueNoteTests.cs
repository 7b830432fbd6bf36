using FaspayBilling.Core.Domain.Invoices;
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
        var note = await db.AddAsync(TestInvoice.NoteOn(invoice).Draft());

        (await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, note.Number, default)).Refusal!.Code.Should().Be("document.reference");
    }
}
