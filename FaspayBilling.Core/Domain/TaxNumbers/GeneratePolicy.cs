using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>Whether an invoice may be handed a number (R24; rules.md 4).</summary>
public static class GeneratePolicy
{
    /// <summary>Refuses <c>tax-number.tax-inactive</c>, <c>tax-number.already-has-one</c>, <c>tax-number.invoice-not-issued</c>.</summary>
    public static Refusal? WhyNot(InvoiceFacts facts) =>
        !facts.InvoiceTax ? Refusals.TaxInactive
        : facts.HasTaxNumber || facts.HasCoretaxNumber ? Refusals.AlreadyHasTaxNumber
        : !facts.Status.IsIssued() ? Refusals.InvoiceNotIssued(facts.Status)
        : null;
}
