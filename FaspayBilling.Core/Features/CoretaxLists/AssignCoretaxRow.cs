using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxExports;
using FaspayBilling.Core.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.CoretaxLists;

/// <summary>Says by hand which invoice a row of Coretax's list belongs to; the next list keeps to it.</summary>
public sealed class AssignCoretaxRow(WriteTransaction transaction)
{
    /// <summary>Refuses <c>coretax-row.not-found</c>, <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>, <c>coretax-row.invoice</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, string invoiceNumber, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.TaxExport, "Choose the invoice of a row of Coretax's list"), async write =>
        {
            if (await write.Db.Set<CoretaxRow>().VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == id && r.InvoiceId == null, stop) is not { } row)
            {
                return Refusals.CoretaxRowNotFound;
            }

            if ((actor.WhyNot(Role.Finance) ?? await write.Db.WhyNotEFakturAsync(actor, stop)) is { } no)
            {
                return no;
            }

            if (row.Version != version)
            {
                return Refusals.ChangedElsewhere;
            }

            var wanted = invoiceNumber.Trim();
            if (await write.Db.Set<Invoice>().VisibleTo(actor).SingleOrDefaultAsync(i => i.Number == wanted && i.InvoiceTax, stop) is not { } invoice)
            {
                return Refusals.CoretaxRowInvoice;
            }

            row.InvoiceId = invoice.Id;
            await write.SaveAsync();
            write.History(HistorySubject.Invoice, invoice.Id, $"Coretax's {row.Number} was matched by hand");
            write.Touch(HistorySubject.TaxExport);
            await CoretaxInvoices.TellAsync(write, [invoice]);
            return Outcome.Done;
        }, stop);
}
