using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Says by hand which invoice a row of Coretax's list belongs to; the next list keeps to it.</summary>
public sealed class AssignCoretaxRow(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>coretax-row.not-found</c>, <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>, <c>coretax-row.invoice</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, string invoiceNumber, CancellationToken stop) =>
        transaction.RunAsync(
            actor, new AuditedAction(HistorySubject.TaxExport, "coretax.match"), async write =>
            {
                if (await write.Db.Set<CoretaxRow>()
                    .VisibleTo(actor)
                    .SingleOrDefaultAsync(r => r.Id == id && r.InvoiceId == null, stop) is not { } row)
                {
                    return TaxOfficeRefusals.CoretaxRowNotFound;
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
                if (await write.Db.Set<Invoice>()
                    .VisibleTo(actor)
                    .Where(TaxInvoices.Are)
                    .SingleOrDefaultAsync(i => i.Number == wanted, stop) is not { } invoice)
                {
                    return TaxOfficeRefusals.CoretaxRowInvoice;
                }

                row.InvoiceId = invoice.Id;
                await write.SaveAsync();
                write.History(HistorySubject.Invoice, invoice.Id, "coretax.match", ("number", row.Number));
                write.MarkChanged(HistorySubject.TaxExport);
                await CoretaxInvoices.TellAsync(write, [invoice]);
                return Outcome.Done;
            }, stop);
}
