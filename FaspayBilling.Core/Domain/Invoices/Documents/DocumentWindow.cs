namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>The document types' <c>cancellationDuration</c> (docs/sources/myinvois.md 1.5).</summary>
public static class DocumentWindow
{
    /// <summary>Hours after the issue within which the document API may cancel.</summary>
    public const int Hours = 72;
}
