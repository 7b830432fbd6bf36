using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>Whether an invoice may be handed a number (docs/rules.md 4).</summary>
public static class GeneratePolicy
{
    /// <summary>Refuses <c>tax-number.tax-inactive</c>, <c>tax-number.already-has-one</c>, <c>tax-number.invoice-not-issued</c>.</summary>
    public static Refusal? WhyNot(InvoiceFacts facts) => WhyNot(Of(facts));

    /// <inheritdoc cref="WhyNot(InvoiceFacts)"/>
    public static Refusal? WhyNot(GenerateFacts invoice) =>
        !invoice.InvoiceTax ? TaxNumberRefusals.TaxInactive
        : !TaxInvoices.Is(invoice.DocumentType, invoice.InvoiceTax) ? InvoiceRefusals.NoTaxInvoice
        : invoice.Numbered ? TaxNumberRefusals.AlreadyHasTaxNumber
        : !invoice.Status.IsIssued() ? InvoiceRefusals.InvoiceNotIssued(invoice.Status)
        : null;

    /// <summary>The same, and <c>module.off</c> when the merchant's E-Faktur module is.</summary>
    public static Refusal? WhyNot(GenerateFacts invoice, bool eFakturModule) => eFakturModule ? WhyNot(invoice) : Refusals.ModuleOff;

    /// <inheritdoc cref="WhyNot(GenerateFacts, bool)"/>
    public static Refusal? WhyNot(InvoiceFacts facts, bool eFakturModule) => WhyNot(Of(facts), eFakturModule);

    private static GenerateFacts Of(InvoiceFacts facts) =>
        new(facts.Status, facts.InvoiceTax, facts.DocumentType, facts.HasTaxNumber || facts.HasCoretaxNumber);
}
