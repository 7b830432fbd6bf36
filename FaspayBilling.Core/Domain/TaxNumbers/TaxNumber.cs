using System.Globalization;

namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>E-Faktur No (NSFP): 13 digits granted by the tax office, shown <c>000-22.12345619</c> (docs/sources/tax-law.md 1.1).</summary>
public readonly record struct TaxNumber : IComparable<TaxNumber>
{
    public const int Length = 13;
    private const int LengthWithCode = 16;

    public TaxNumber(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 9_999_999_999_999);
        Value = value;
    }

    /// <summary>The 13 digits as a whole number, for ranges and counting.</summary>
    public long Value { get; }

    /// <summary>The 13 digits, leading zeros kept: what is stored and exported.</summary>
    public string Digits => Value.ToString("D13", CultureInfo.InvariantCulture);

    /// <summary>Block and year digits: both ends of a range share them.</summary>
    public string Block => Digits[..5];

    /// <summary>The last eight digits. The tax office counts from 1 (docs/sources/tax-law.md 1.1).</summary>
    public int Serial => (int)(Value % 100_000_000);

    /// <summary>The two digits that name a year; by the documented example they need not fit the Year Period.</summary>
    public int YearDigits => (int)(Value / 100_000_000 % 100);

    /// <summary>
    /// Reads 13 digits, or 16 whose first three are transaction code 01-10 and status 0 or 1, with or without dots, hyphens and spaces.
    /// Anything else answers false; nothing is guessed.
    /// </summary>
    public static bool TryParse(string? typed, out TaxNumber number)
    {
        number = default;
        var digits = Shared.Npwp.Digits(typed ?? "");
        if (digits?.Length == LengthWithCode && IsCode(digits[..2]) && digits[2] is '0' or '1')
        {
            digits = digits?[3..];
        }

        if (digits?.Length != Length)
        {
            return false;
        }

        number = new TaxNumber(long.Parse(digits, CultureInfo.InvariantCulture));
        return true;
    }

    public int CompareTo(TaxNumber other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString(@"000\-00\.00000000", CultureInfo.InvariantCulture);

    public static bool operator <(TaxNumber left, TaxNumber right) => left.Value < right.Value;

    public static bool operator >(TaxNumber left, TaxNumber right) => left.Value > right.Value;

    public static bool operator <=(TaxNumber left, TaxNumber right) => left.Value <= right.Value;

    public static bool operator >=(TaxNumber left, TaxNumber right) => left.Value >= right.Value;

    private static bool IsCode(string two) => TaxOffice.Codes.TransactionCodes.IsKnown(two);
}
