using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>
/// The 17 digits of Coretax (docs/sources/tax-law.md 2.2): transaction code (2), revision (2: 00 normal, 01 first
/// replacement …), serial (13). A tax invoice made in e-Faktur Desktop shows with a 9 inserted as fifth digit.
/// </summary>
public readonly record struct CoretaxNumber
{
    public const int Length = 17;
    private const int Mark = 4;

    private CoretaxNumber(string digits) => Digits = digits;

    /// <summary>All 17.</summary>
    public string Digits { get; }

    public string TransactionCode => Digits[..2];

    /// <summary>The number of Desktop in it; null for one that Coretax itself gave.</summary>
    public TaxNumber? Desktop =>
        Digits[Mark] == '9' && Digits[2] is '0' or '1' && TaxNumber.TryParse(Digits.Remove(Mark, 1), out var number) ? number : null;

    /// <summary>0 for a normal tax invoice, 1 for its first replacement …; of Desktop only 0 and 1.</summary>
    public int Revision => Desktop is null ? ((Digits[2] - '0') * 10) + (Digits[3] - '0') : Digits[2] - '0';

    /// <summary>What a tax invoice and its replacements share.</summary>
    public string Serial => Desktop?.Digits ?? Digits[4..];

    /// <summary>
    /// Reads 17 digits with or without dots, dashes and spaces of any kind whose first two are a transaction code; anything else answers
    /// false.
    /// </summary>
    public static bool TryParse(string? typed, out CoretaxNumber number)
    {
        number = default;
        var digits = Shared.Npwp.PastedDigits(typed ?? "");
        if (digits?.Length != Length || !TransactionCodes.IsKnown(digits[..2]))
        {
            return false;
        }

        number = new CoretaxNumber(digits);
        return true;
    }

    /// <summary>How a tax invoice made in Desktop shows in Coretax.</summary>
    public static CoretaxNumber Of(string transactionCode, bool replacement, TaxNumber number) =>
        new($"{transactionCode}{(replacement ? '1' : '0')}{number.Digits}".Insert(Mark, "9"));

    public override string ToString() => Digits;
}
