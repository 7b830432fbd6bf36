namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>User name and password with which a merchant's system signs the billing API; its key is the <c>service_id</c>.</summary>
public sealed class BillingCredential : IRevocable
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required string Username { get; init; }

    /// <summary>The password, protected by data protection: the signature is made of it, so a hash would not do.</summary>
    public required string ProtectedPassword { get; init; }

    /// <summary>Keyed hash (HMAC-SHA256, lower-case hex) of the signature: finds the merchant without trying each.</summary>
    public required string SignatureHash { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTime? RevokedAt { get; set; }

    public int Version { get; set; }
}
