using System.Globalization;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>Tax ids: 15 digits, or 16 since PMK-112/PMK.03/2022 (old ones got a leading zero).</summary>
public static class Npwp
{
    /// <summary>The digits of what was typed; null when anything but digits, dots, hyphens and spaces is in it.</summary>
    public static string? Digits(string typed) => OnlyDigits(typed.Where(c => c is not ('.' or '-' or ' ')));

    /// <summary>
    /// The digits of a tax id that was pasted out of another document: dashes of every kind, spaces of every kind and letters without a
    /// width are passed over too.
    /// </summary>
    public static string? PastedDigits(string pasted) => OnlyDigits(pasted.Where(c => c is not ('.' or '\u2212')
        && !char.IsWhiteSpace(c)
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.DashPunctuation or UnicodeCategory.Format)));

    /// <summary>True for 15 or 16 digits.</summary>
    public static bool IsValid(string digits) => digits.Length is 15 or 16 && digits.All(char.IsAsciiDigit);

    /// <summary>True when it says that there is no tax id: nothing, or only zeros.</summary>
    public static bool IsNone(string digits) => digits.All(d => d == '0');

    /// <summary>The 16-digit form: 15 digits with a zero in front.</summary>
    public static string Long(string digits) => digits.Length == 15 ? "0" + digits : digits;

    /// <summary>True when both are the same tax id, whether written with 15 or with 16 digits.</summary>
    public static bool Same(string one, string other) => one.Length > 0 && Long(one) == Long(other);

    /// <summary>
    /// True for the old tax id of a person (15 digits, or 0 and these): its first two digits say 04 to 09. A resident's is the NIK by now
    /// (docs/sources/tax-law.md 3.3).
    /// </summary>
    public static bool IsOldOfPerson(string digits) => IsValid(digits) && Long(digits) is ['0', '0', >= '4' and <= '9', ..];

    /// <summary>
    /// False when the ninth digit is not the check digit (Luhn) of the eight before it. Asked only of 15 digits and of 16 that begin
    /// with 0;
    /// the others have none published. All zeros stand for "none". A warning, never a refusal (docs/sources/tax-law.md 3.3).
    /// </summary>
    public static bool CheckDigitHolds(string digits)
    {
        var old = digits.Length == 16 && digits[0] == '0' ? digits[1..] : digits;
        return old.Length != 15 || IsNone(old) || CheckDigit(old) == old[8] - '0';
    }

    private static string? OnlyDigits(IEnumerable<char> kept) =>
        kept.ToArray() is var digits && Array.TrueForAll(digits, char.IsAsciiDigit) ? new string(digits) : null;

    private static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var weighted = (digits[i] - '0') * (1 + (i % 2));
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return (10 - (sum % 10)) % 10;
    }
}
