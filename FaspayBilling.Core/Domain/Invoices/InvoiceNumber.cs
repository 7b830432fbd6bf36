using System.Globalization;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>Invoice numbers: <c>INV-{merchant code}-{MMYY}{sequence of 5 digits or more}</c>, e.g. <c>INV-FPY-032300400</c>.</summary>
public static class InvoiceNumber
{
    /// <summary>The number of the invoice that is <paramref name="sequence"/>th of its merchant in the month of its date.</summary>
    public static string Of(string merchantCode, DateOnly invoiceDate, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"INV-{merchantCode}-{invoiceDate:MMyy}{sequence:D5}");
}
