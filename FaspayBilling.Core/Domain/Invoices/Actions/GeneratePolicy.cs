using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>Whether an invoice may be handed a number (docs/rules.md 4).</summary>
public static class GeneratePolicy
{
    /// <summary>Refuses <c>tax-number.tax-inactive</c>, <c>tax-number.already-has-one</c>, <c>tax-number.invoice-not-issued</c>.</summary>
    public static Refusal? WhyNot(InvoiceFacts facts) =>
        !facts.InvoiceTax ? TaxNumberRefusals.TaxInactive
        : !facts.IsTaxInvoice ? InvoiceRefusals.NoTaxInvoice
        : facts.HasTaxNumber || facts.HasCoretaxNumber ? TaxNumberRefusals.AlreadyHasTaxNumber
        : !facts.Status.IsIssued() ? InvoiceRefusals.InvoiceNotIssued(facts.Status)
        : null;
}
