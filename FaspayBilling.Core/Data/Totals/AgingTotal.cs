using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data.Totals;

/// <summary>The steps of all invoices that fall due on a day, summed; kept like <see cref="InvoiceTotal"/>.</summary>
public sealed class AgingTotal : IMerchantOwned
{
    public long MerchantId { get; private set; }

    /// <inheritdoc cref="AgingStep.DueDay"/>
    public DateOnly DueDay { get; private set; }

    /// <inheritdoc cref="AgingStep.Day"/>
    public DateOnly Day { get; private set; }

    /// <summary>Rupiah that became open on the day, below 0 what was closed.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Invoices that became open on the day less those that closed.</summary>
    public int Count { get; private set; }
}
