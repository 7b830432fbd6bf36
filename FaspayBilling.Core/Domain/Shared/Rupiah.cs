using System.Globalization;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>Rupiah amounts: two decimals inside, whole rupiah for what a customer pays.</summary>
public static class Rupiah
{
    private static readonly NumberFormatInfo Dotted = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>To two decimals, half away from zero.</summary>
    public static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>To whole rupiah, half away from zero.</summary>
    public static decimal Whole(decimal amount) => decimal.Round(amount, 0, MidpointRounding.AwayFromZero);

    /// <summary>As screens write it: <c>Rp 1.234.567</c>, <c>-Rp 400.800</c>; decimals only when there are any.</summary>
    public static string Text(decimal amount)
    {
        var (sign, size) = (amount < 0 ? "-" : "", Math.Abs(amount));
        return decimal.IsInteger(amount) ? string.Create(Dotted, $"{sign}Rp {size:N0}") : string.Create(Dotted, $"{sign}Rp {size:N2}");
    }

    /// <summary>A number with at most four decimals: <c>1.250,5</c>.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.####", Dotted);

    /// <summary>A count with grouping dots: <c>1.000.000</c>.</summary>
    public static string Count(long count) => count.ToString("N0", Dotted);
}
