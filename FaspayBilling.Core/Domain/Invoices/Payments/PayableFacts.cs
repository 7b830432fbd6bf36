using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Domain.Invoices.Payments;

/// <summary>What the rules of payments ask of an invoice.</summary>
/// <param name="Type">What it is as a document: only what a customer owes is paid.</param>
/// <param name="Status">Its status.</param>
/// <param name="InvoiceDate">A Jakarta calendar day.</param>
/// <param name="Outstanding">Rupiah still owed.</param>
public sealed record PayableFacts(DocumentType Type, InvoiceStatus Status, DateOnly InvoiceDate, decimal Outstanding)
{
    public static PayableFacts Of(Invoice invoice) =>
        new(invoice.DocumentType, invoice.Status, invoice.InvoiceDate, invoice.Outstanding);
}
