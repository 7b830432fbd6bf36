namespace FaspayBilling.Core.Domain.Merchants;

/// <summary>The three characters that a merchant puts into its invoice numbers, e.g. <c>FPY</c> or <c>T8V</c>.</summary>
public static class MerchantCode
{
    public const int Length = 3;

    /// <summary>True for exactly three capital letters or digits.</summary>
    public static bool IsValid(string code) => code.Length == Length && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
