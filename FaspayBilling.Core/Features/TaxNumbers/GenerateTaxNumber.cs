using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Billings;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Hands an issued, taxed invoice the smallest available number of its year (Actions, Generate E-Faktur No).</summary>
public sealed class GenerateTaxNumber(WriteTransaction transaction, TaxNumberLedger ledger)
{
    /// <summary>
    /// Answers the number. Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>module.off</c>,
    /// <c>tax-number.tax-inactive</c>, <c>tax-number.already-has-one</c>, <c>tax-number.invoice-not-issued</c>, <c>tax-number.none-available</c>.
    /// </summary>
    public Task<Outcome<TaxNumber>> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync<TaxNumber>(actor, new Attempt(HistorySubject.Invoice, $"Generate an E-Faktur No for {key.Number}"), async write =>
        {
            var found = await InvoiceInHand.TakeAsync(write, key);
            if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.GenerateTaxNumber, write.Now)) is { } no)
            {
                return no;
            }

            var invoice = found.Value.Invoice;
            return await ledger.TakeAsync(write, invoice) ? invoice.TaxNumber!.Value : Refusals.NoneAvailable(invoice.InvoiceDate.Year);
        }, stop);
}
