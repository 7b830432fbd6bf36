using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>All that is asked of an invoice before it is handed a number.</summary>
/// <param name="Status">Its status.</param>
/// <param name="InvoiceTax">It carries VAT.</param>
/// <param name="DocumentType">What it is as a document.</param>
/// <param name="Numbered">It has an E-Faktur No, or one of Coretax.</param>
public readonly record struct GenerateFacts(InvoiceStatus Status, bool InvoiceTax, DocumentType DocumentType, bool Numbered);
