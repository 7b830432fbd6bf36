namespace FaspayBilling.Core.Domain.Shared;

/// <summary>A row that belongs to exactly one merchant; every query over such rows is limited to the actor's merchant.</summary>
public interface IMerchantOwned
{
    /// <summary>Key of the merchant that the row belongs to.</summary>
    long MerchantId { get; }
}
