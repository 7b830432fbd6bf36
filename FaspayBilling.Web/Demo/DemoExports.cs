using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Web.Demo;

/// <summary>The monthly exports to the tax office: each month's numbers went out on the 10th of the next.</summary>
internal static class DemoExports
{
    public static void Run(IEnumerable<DemoInvoice> invoices, DemoCalendar calendar, DemoPeople people)
    {
        // The documented invoices of long ago came without their exports: walk 1 asks for no extra confirmation.
        var first = calendar.Today.AddMonths(-19);
        foreach (var made in invoices.Where(m => m.Invoice.TaxNumber is not null && m.Invoice.InvoiceDate > first))
        {
            var invoice = made.Invoice;
            var month = new DateOnly(invoice.InvoiceDate.Year, invoice.InvoiceDate.Month, 10).AddMonths(1);
            var at = JakartaCalendar.At(month, new TimeOnly(9, 30));
            if (at >= calendar.Start || invoice.CancelledAt < at)
            {
                continue;
            }

            invoice.MarkExported(at, people.Finance);
            made.Tell(at, "tax-export.invoice:number", ("number", $"{invoice.TaxNumber}"));

            // The tax office's word came back for the oldest ones.
            if (invoice.Status != InvoiceStatus.Cancelled && month < calendar.Today.AddMonths(-6))
            {
                invoice.Approve(TaxApproval.Approved);
            }
        }
    }
}
