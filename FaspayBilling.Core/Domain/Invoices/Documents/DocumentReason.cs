namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>Reasons for cancelling a document or asking for its rejection (docs/sources/myinvois.md 3.1).</summary>
public static class DocumentReason
{
    /// <summary>Unicode code points, without white space at either end.</summary>
    public const int Longest = 300;

    /// <summary>True for 1 to 300 code points without control characters other than line breaks and tabs.</summary>
    public static bool IsGood(string? reason) =>
        reason?.Trim() is { Length: > 0 } text
        && Length(text) <= Longest
        && !text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));

    /// <summary>True when a reason that may be left out is short enough.</summary>
    public static bool IsShortEnough(string? reason) => reason is null || Length(reason.Trim()) <= Longest;

    private static int Length(string text) => text.EnumerateRunes().Count();
}
