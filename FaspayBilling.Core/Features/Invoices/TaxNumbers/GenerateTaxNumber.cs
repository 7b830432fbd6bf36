using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;

namespace FaspayBilling.Core.Features.Invoices.TaxNumbers;

/// <summary>Hands an issued, taxed invoice the smallest available number of its year (Actions, Generate E-Faktur No).</summary>
public sealed class GenerateTaxNumber(WriteTransaction transaction, TaxNumberAllocator allocator)
{
    /// <summary>
    /// Answers the number. Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>module.off</c>,
    /// <c>tax-number.tax-inactive</c>, <c>tax-number.already-has-one</c>, <c>tax-number.invoice-not-issued</c>,
    /// <c>tax-number.none-available</c>.
    /// </summary>
    public Task<Outcome<TaxNumber>> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync<TaxNumber>(
            actor, new AuditedAction(HistorySubject.Invoice, "tax-number.give", ("invoice", key.Number)), async write =>
            {
                if (await UnnumberedInvoice.FindAsync(write, key.Number) is not { } invoice)
                {
                    return InvoiceRefusals.InvoiceNotFound;
                }

                write.About = invoice.Id;
                return WhyNot(write.Actor, key, invoice) is { } no ? no
                    : await allocator.TakeAsync(write, invoice) is { } number ? number
                    : TaxNumberRefusals.NoneAvailable(invoice.InvoiceDate.Year);
            }, stop);

    private static Refusal? WhyNot(Actor actor, InvoiceKey key, UnnumberedInvoice invoice) =>
        key.WhyNot(actor, invoice.Version)
        ?? GeneratePolicy.WhyNot(invoice.Facts, invoice.Module ?? new BillingSettings { MerchantId = actor.MerchantId }.EFakturModule);
}
