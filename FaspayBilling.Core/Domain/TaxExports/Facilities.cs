using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Domain.TaxExports;

/// <summary>The facilities behind codes 07 and 08: AddInfo TD.005nn and stamp TD.011nn with the same nn (efaktur-id.md 2.5).</summary>
public static class Facilities
{
    private const string Info = "TD.005";
    private const string Stamp = "TD.011";

    /// <summary>True for the codes that need AddInfo and stamp, and are the only ones that may have them.</summary>
    public static bool Needed(string? code) => code is TransactionCodes.NotCollected or TransactionCodes.Exempt;

    /// <summary>The nn of an AddInfo; null when it is none.</summary>
    public static int? Number(string additionalInfo) => Number(additionalInfo, Info);

    /// <summary>True when both are of the code and name the same facility.</summary>
    public static bool Agree(string code, string? additionalInfo, string? stamp) =>
        Number(additionalInfo ?? "", Info) is { } number && Number(stamp ?? "", Stamp) == number && number >= 1 && number <= Last(code);

    private static int Last(string code) => code == TransactionCodes.NotCollected ? 27 : 10;

    private static int? Number(string text, string start) =>
        text.Length == start.Length + 2 && text.StartsWith(start, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
