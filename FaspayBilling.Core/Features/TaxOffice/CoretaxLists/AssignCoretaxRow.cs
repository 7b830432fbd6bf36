using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Says by hand which invoice a waiting row of Coretax's list belongs to; the next list keeps to it.</summary>
public sealed class AssignCoretaxRow(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>coretax-row.not-found</c>, <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>, <c>coretax-row.invoice</c>,
    /// and <c>coretax-row.conflict</c>, with one more for each contradiction, until confirmed.
    /// </summary>
    /// <param name="actor">Who chooses; Finance or Admin.</param>
    /// <param name="key">The waiting row.</param>
    /// <param name="invoiceNumber">Invoice No of the chosen invoice.</param>
    /// <param name="confirmed">The user saw what contradicts and wants it all the same.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome> HandleAsync(Actor actor, CoretaxRowKey key, string invoiceNumber, bool confirmed, CancellationToken stop) =>
        transaction.RunAsync(
            actor, new AuditedAction(HistorySubject.TaxExport, "coretax.match"), async write =>
            {
                var found = await WaitingCoretaxRows.TakeAsync(write, [key]);
                if (!found.Ok)
                {
                    return found.Refusal!;
                }

                var (row, wanted) = (found.Value.Single(), invoiceNumber.Trim());
                if (await write.Db.Set<Invoice>()
                    .VisibleTo(actor)
                    .Where(TaxInvoices.Are)
                    .SingleOrDefaultAsync(i => i.Number == wanted, stop) is not { } invoice)
                {
                    return TaxOfficeRefusals.CoretaxRowInvoice;
                }

                var facts = await CoretaxQueries.FactsAsync(write.Db, actor, [row.Listed()], invoice.Id, progress: null, stop);
                var conflicts = CoretaxMatching.Against(row, invoice, facts);
                if (conflicts.Count > 0 && !confirmed)
                {
                    var asked = TaxOfficeRefusals.CoretaxRowConflict;
                    return Outcome.Refused([asked, .. conflicts.Select(c => asked with { Message = c })]);
                }

                await WaitingCoretaxRows.SettleAsync(write, [row], invoice, r => r.Assign(invoice.Id, conflicts));
                write.History(HistorySubject.Invoice, invoice.Id, "coretax.match", ("number", row.Number));
                return Outcome.Done;
            }, stop);
}
