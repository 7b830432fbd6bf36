namespace FaspayBilling.Core.Domain.Customers;

/// <summary>
/// National ID numbers (docs/sources/tax-law.md 3.3): province 2, regency 2, district 2, birth ddMMyy with 40 added to a woman's day,
/// serial 4. There is no check digit.
/// </summary>
public static class Nik
{
    public const int Length = 16;

    public static bool IsValid(string digits) => digits.Length == Length && digits.All(char.IsAsciiDigit);

    /// <summary>False when the day of birth cannot be one, or the serial is 0000: worth a warning, the register decides.</summary>
    public static bool IsPlausible(string digits)
    {
        var day = Two(digits, 6);
        return (day > 40 ? day - 40 : day) is >= 1 and <= 31
            && Two(digits, 8) is >= 1 and <= 12
            && digits[12..] != "0000"
            && Two(digits, 0) >= 11;
    }

    private static int Two(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';
}
