using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>What a merchant's Admin made for a system and can end: a credential, a client, a representation.</summary>
public interface IRevocable : IMerchantOwned
{
    long Id { get; }

    /// <summary>When it was ended (UTC); null while it works.</summary>
    DateTime? RevokedAt { get; set; }
}
