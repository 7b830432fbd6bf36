namespace FaspayBilling.Core.Domain.Customers;

/// <summary>VA Static Numbers: exactly 10 digits (docs/sources/faspay.md 16).</summary>
public static class VaNumber
{
    public const int Length = 10;

    public static bool IsValid(string digits) => digits.Length == Length && digits.All(char.IsAsciiDigit);
}
