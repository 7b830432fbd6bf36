using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>Reasons for cancelling a document or asking for its rejection (docs/sources/myinvois.md 3.1).</summary>
public static class DocumentReason
{
    /// <summary>Unicode code points, without white space at either end.</summary>
    public const int Longest = 300;

    /// <summary>True for 1 to 300 code points without control characters other than line breaks and tabs.</summary>
    public static bool IsGood(string? reason) =>
        Kept(reason) is { } text
        && Length(text) <= Longest
        && !reason!.Trim().Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));

    /// <summary>True when a reason that may be left out is short enough.</summary>
    public static bool IsShortEnough(string? reason) => Kept(reason) is not { } text || Length(text) <= Longest;

    /// <summary>The reason as it is stored and told; null when nothing is seen of it.</summary>
    public static string? Kept(string? reason) => PlainText.Lines(reason ?? "") is { Length: > 0 } text ? text : null;

    private static int Length(string text) => text.EnumerateRunes().Count();
}
