using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data.Totals;

/// <summary>A tax invoice that something is missing of; written and taken away by triggers.</summary>
public sealed class TaxGap : IMerchantOwned
{
    public long InvoiceId { get; private set; }

    public long MerchantId { get; private set; }

    /// <summary><see cref="TaxKind.WithoutNumber"/> or <see cref="TaxKind.WithoutFile"/>.</summary>
    public TaxKind Kind { get; private set; }

    public DateOnly InvoiceDate { get; private set; }
}
