namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>The tax office's two-digit transaction codes (efaktur-id.md 2.1).</summary>
public static class TransactionCodes
{
    /// <summary>To a buyer that does not collect VAT.</summary>
    public const string NotCollector = "01";

    /// <summary>The tax base is an "other value": the everyday code since 2025.</summary>
    public const string OtherValue = "04";

    public static readonly IReadOnlyList<string> All = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];

    /// <summary>The everyday code on an invoice of that day.</summary>
    public static string Usual(DateOnly invoiceDate) => invoiceDate.Year < 2025 ? NotCollector : OtherValue;
}
