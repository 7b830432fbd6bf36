using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>
/// The last sequence given out for one merchant and month; read and raised inside the transaction that saves the invoice.
/// </summary>
public sealed class InvoiceCounter : IMerchantOwned
{
    public required long MerchantId { get; init; }

    /// <summary>Month of the invoice date as yyyyMM.</summary>
    public required int Month { get; init; }

    public int Last { get; set; }

    public static int MonthOf(DateOnly invoiceDate) => (invoiceDate.Year * 100) + invoiceDate.Month;
}
