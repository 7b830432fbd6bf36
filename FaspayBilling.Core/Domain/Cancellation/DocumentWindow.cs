namespace FaspayBilling.Core.Domain.Cancellation;

/// <summary>The document types' <c>cancellationDuration</c> (myinvois.md).</summary>
public static class DocumentWindow
{
    /// <summary>Hours after the issue within which the document API may cancel.</summary>
    public const int Hours = 72;
}
