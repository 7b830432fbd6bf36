using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Cancellation;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Billings;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Gives a cancelled invoice's number back (Actions, Cancel E-Faktur No): it is available again at once.</summary>
public sealed class CancelTaxNumber(WriteTransaction transaction, TaxNumberLedger ledger)
{
    /// <summary>
    /// Answers the number. Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>module.off</c>,
    /// <c>tax-number.none-to-cancel</c>, <c>tax-number.invoice-not-cancelled</c>, <c>tax-number.tax-inactive</c>, <c>tax-number.file-uploaded</c>,
    /// <c>tax-number.approved</c>, and <c>tax-number.exported</c> until confirmed.
    /// </summary>
    /// <param name="actor">Who gives it back.</param>
    /// <param name="key">The invoice that holds it.</param>
    /// <param name="neverApproved">The user confirmed that the tax office never approved the exported number; kept in the history.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<Outcome<TaxNumber>> HandleAsync(Actor actor, InvoiceKey key, bool neverApproved, CancellationToken stop) =>
        transaction.RunAsync<TaxNumber>(actor, new Attempt(HistorySubject.Invoice, $"Cancel the E-Faktur No of {key.Number}"), async write =>
        {
            var found = await InvoiceInHand.TakeAsync(write, key);
            if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.CancelTaxNumber, write.Now) ?? ReleasePolicy.WhyConfirm(found.Value.Facts, neverApproved)) is { } no)
            {
                return no;
            }

            var (invoice, facts, _) = found.Value;
            var number = await ledger.GiveBackAsync(write, invoice);
            write.History(HistorySubject.Invoice, invoice.Id, facts.Exported
                ? $"E-Faktur No {number} given back; confirmed that the exported number was never approved by the tax office"
                : $"E-Faktur No {number} given back");
            return number;
        }, stop);
}
