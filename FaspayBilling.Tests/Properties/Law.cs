using System.Numerics;

namespace FaspayBilling.Tests.Properties;

/// <summary>
/// What the tax office expects of an invoice, written from docs/sources/tax-law.md 2.4, 2.5 and 4 alone and in whole numbers, so that no
/// slip of the product's own arithmetic is repeated here: rupiah in sen (hundredths), quantities in ten-thousandths, rates in hundredths
/// of a per cent.
/// </summary>
internal sealed record Law(DateOnly Day, string? Code, BigInteger? EffectiveRate)
{
    // 2.4: 10 % until 31 March 2022, 11 % from 1 April 2022, by law 12 % from 1 January 2025.
    public int Percent => Day <= new DateOnly(2022, 3, 31) ? 10 : Day <= new DateOnly(2024, 12, 31) ? 11 : 12;

    // 2.5: code 05, and code 04 before 2025 when another value was agreed, take VAT of the price by a rate of their own.
    private bool BySpecialRate => Code == "05" || (Code == "04" && Day.Year < 2025 && EffectiveRate is not null);

    /// <summary>What a line comes to.</summary>
    public LawLine Of(SoldLine sold)
    {
        var gross = HalfUp(sold.Price * sold.Quantity, 10_000);
        var price = gross - sold.Discount;
        if (Code is null)
        {
            return new(gross, price, 0, 0, 0);
        }

        var luxuryTax = HalfUp(price * sold.LuxuryRate, 10_000);
        if (BySpecialRate)
        {
            var special = HalfUp(price * EffectiveRate!.Value, 10_000);
            return new(gross, price, HalfUp(special * 100, Percent), special, luxuryTax);
        }

        // Since 2025 all but luxury pays of eleven twelfths; in January 2025 luxury sold with code 04, to end consumers, did too.
        var whole = Day.Year < 2025 || (sold.Luxury && !(Code == "04" && Day is { Year: 2025, Month: 1 }));
        var other = whole ? price : HalfUp(price * 11, 12);
        return new(gross, price, other, HalfUp(other * Percent, 100), luxuryTax);
    }

    /// <summary>4: whole rupiah, cut until 21 May 2025, half up from 22 May 2025.</summary>
    public BigInteger WholeTax(BigInteger sen) => Day <= new DateOnly(2025, 5, 21) ? sen / 100 : HalfUp(sen, 100);

    /// <summary>What the customer pays, in whole rupiah: with codes 07 and 08 no tax.</summary>
    public BigInteger Total(IReadOnlyCollection<LawLine> lines)
    {
        var taxes = Code is null or "07" or "08" ? 0 : WholeTax(Sum(lines, l => l.Vat)) + WholeTax(Sum(lines, l => l.LuxuryTax));
        return HalfUp(Sum(lines, l => l.Price) + (taxes * 100), 100);
    }

    /// <summary>3: what Desktop calls DPP of a line: the price itself with code 05, else what the day's rate applies to.</summary>
    public BigInteger Dpp(LawLine line) => Code == "05" ? line.Price : line.OtherBase;

    public static BigInteger Sum(IEnumerable<LawLine> lines, Func<LawLine, BigInteger> of) =>
        lines.Aggregate(BigInteger.Zero, (sum, line) => sum + of(line));

    /// <summary>Nothing here is below 0.</summary>
    public static BigInteger HalfUp(BigInteger amount, BigInteger of) => ((2 * amount) + of) / (2 * of);

    /// <summary>An amount of the product in sen; one with a fraction of a sen is a fault of its own.</summary>
    public static BigInteger Sen(decimal rupiah) => Exactly(rupiah, 100);

    public static BigInteger Exactly(decimal number, int parts) =>
        decimal.Truncate(number * parts) == number * parts
            ? new BigInteger(number * parts)
            : throw new ArgumentException($"{number} has a fraction finer than a {parts}th.", nameof(number));
}

/// <summary>What was sold: price and discount in sen, quantity in ten-thousandths, PPnBM in hundredths of a per cent.</summary>
internal sealed record SoldLine(BigInteger Price, BigInteger Quantity, BigInteger Discount, bool Luxury, BigInteger LuxuryRate);

/// <summary>What a line comes to, in sen.</summary>
internal sealed record LawLine(BigInteger Gross, BigInteger Price, BigInteger OtherBase, BigInteger Vat, BigInteger LuxuryTax);
