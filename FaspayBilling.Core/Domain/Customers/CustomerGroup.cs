using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Customers;

/// <summary>A merchant's own way of sorting its customers (docs/sources/faspay.md 17).</summary>
public sealed class CustomerGroup : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>Unique per merchant.</summary>
    public required string Name { get; set; }

    public int Version { get; set; }
}
