using FaspayBilling.Core.Domain.Documents;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>A new note and the invoice it corrects.</summary>
/// <param name="Type">Credit or debit note.</param>
/// <param name="RefersTo">The invoice's number.</param>
public sealed record NoteOf(DocumentType Type, string RefersTo);
