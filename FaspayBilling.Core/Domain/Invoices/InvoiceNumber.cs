using System.Globalization;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>Invoice numbers: <c>INV-{merchant code}-{MMYY}{sequence of 5 digits or more}</c>, e.g. <c>INV-FPY-032300400</c>.</summary>
public static class InvoiceNumber
{
    /// <summary>The number of the invoice that is <paramref name="sequence"/>th of its merchant in the month of its date.</summary>
    public static string Of(string merchantCode, DateOnly invoiceDate, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"INV-{merchantCode}-{invoiceDate:MMyy}{sequence:D5}");

    /// <summary>Reads what <see cref="Of"/> made; false for a number of another form, such as one that was taken over.</summary>
    /// <param name="merchantCode">Of the merchant whose number it is.</param>
    /// <param name="number">The number.</param>
    /// <param name="month">As <see cref="InvoiceCounter.Month"/>.</param>
    /// <param name="sequence">Which of its month.</param>
    public static bool TryRead(string merchantCode, string number, out int month, out int sequence)
    {
        (month, sequence) = (0, 0);
        var prefix = merchantCode.Length + "INV--".Length;
        if (number.Length < prefix + 9
            || !number.StartsWith("INV-", StringComparison.Ordinal)
            || number[prefix - 1] != '-'
            || !number.AsSpan(4, merchantCode.Length).SequenceEqual(merchantCode))
        {
            return false;
        }

        var digits = number.AsSpan(prefix);
        if (digits.ContainsAnyExceptInRange('0', '9')
            || int.Parse(digits[..2], CultureInfo.InvariantCulture) is not (>= 1 and <= 12 and var mm)
            || !int.TryParse(digits[4..], NumberStyles.None, CultureInfo.InvariantCulture, out sequence))
        {
            return false;
        }

        month = ((2000 + int.Parse(digits[2..4], CultureInfo.InvariantCulture)) * 100) + mm;
        return true;
    }
}
