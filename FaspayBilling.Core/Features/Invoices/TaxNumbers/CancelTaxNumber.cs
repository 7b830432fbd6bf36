using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;

namespace FaspayBilling.Core.Features.Invoices.TaxNumbers;

/// <summary>Gives a cancelled invoice's number back (Actions, Cancel E-Faktur No): it is available again at once.</summary>
public sealed class CancelTaxNumber(WriteTransaction transaction, TaxNumberAllocator allocator)
{
    /// <summary>
    /// Answers the number. Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>module.off</c>,
    /// <c>tax-number.none-to-cancel</c>, <c>tax-number.invoice-not-cancelled</c>, <c>tax-number.tax-inactive</c>,
    /// <c>tax-number.file-uploaded</c>, <c>tax-number.approved</c>, and <c>tax-number.exported</c> until confirmed.
    /// </summary>
    /// <param name="actor">Who gives it back.</param>
    /// <param name="key">The invoice that holds it.</param>
    /// <param name="neverApproved">The user confirmed that the tax office never approved the exported number; kept in the history.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome<TaxNumber>> HandleAsync(Actor actor, InvoiceKey key, bool neverApproved, CancellationToken stop) =>
        transaction.RunAsync<TaxNumber>(
            actor, new AuditedAction(HistorySubject.Invoice, "tax-number.give-back", ("invoice", key.Number)), async write =>
            {
                var found = await LockedInvoice.TakeAsync(write, key);
                if ((found.Refusal
                    ?? found.Value.WhyNot(InvoiceAction.CancelTaxNumber, write.Now)
                    ?? ReleasePolicy.WhyConfirm(found.Value.Facts, neverApproved)) is { } no)
                {
                    return no;
                }

                var (invoice, facts, _) = found.Value;
                var number = await allocator.GiveBackAsync(write, invoice, facts.HasTaxFile);
                write.History(
                    HistorySubject.Invoice,
                    invoice.Id,
                    facts.Exported ? "tax-number.give-back:exported" : "tax-number.give-back",
                    ("number", number.ToString()));
                return number;
            }, stop);
}
