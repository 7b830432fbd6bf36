using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Features.Invoices.Form;

/// <summary>A new note and the invoice it corrects.</summary>
/// <param name="Type">Credit or debit note.</param>
/// <param name="RefersTo">The invoice's number.</param>
public sealed record NoteRequest(DocumentType Type, string RefersTo);
