using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>A note or a self-billed document to be issued.</summary>
/// <param name="Type">What it is; a note needs <paramref name="RefersTo"/>, the others must not have it.</param>
/// <param name="RefersTo">Number of the invoice that a note corrects.</param>
/// <param name="CustomerId">The other party of a document that is no note; a note takes its invoice's.</param>
/// <param name="Subject">What it is about, at most 200 characters.</param>
/// <param name="Lines">At least one.</param>
public sealed record DocumentInput(
    DocumentType Type,
    string? RefersTo,
    long? CustomerId,
    string Subject,
    IReadOnlyList<DocumentLine> Lines);

/// <summary>One line of a document.</summary>
/// <param name="Name">What is billed, credited or paid back.</param>
/// <param name="Quantity">With at most four decimals.</param>
/// <param name="Price">Rupiah for one.</param>
public sealed record DocumentLine(string Name, decimal Quantity, decimal Price);
