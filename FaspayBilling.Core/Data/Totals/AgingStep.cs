using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data.Totals;

/// <summary>
/// By how much the open amount of one invoice changed on a day, as its dates, payments, withholding slips and cancellation say now. What
/// was open on an evening is the sum up to that day. Written anew by triggers whenever one of these facts changes.
/// </summary>
public sealed class AgingStep : IMerchantOwned
{
    public long MerchantId { get; private set; }

    /// <summary>The Jakarta day on which it falls due.</summary>
    public DateOnly DueDay { get; private set; }

    public long InvoiceId { get; private set; }

    /// <summary>The Jakarta day of the change.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Rupiah; what was paid beyond the total opens nothing and closes nothing.</summary>
    public decimal Amount { get; private set; }

    /// <summary>1 on the day from which something is open, -1 on the day from which nothing is.</summary>
    public int Count { get; private set; }
}
