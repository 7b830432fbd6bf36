using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data.Totals;

/// <summary>What a customer's invoices add up to; kept like <see cref="InvoiceTotal"/>.</summary>
public sealed class CustomerTotal : IMerchantOwned
{
    public long MerchantId { get; private set; }

    public long CustomerId { get; private set; }

    /// <summary>Invoices that are not deleted.</summary>
    public int Count { get; private set; }

    /// <summary>Rupiah of what was issued and is owed; credit notes and self-billed documents are not.</summary>
    public decimal Outstanding { get; private set; }
}
