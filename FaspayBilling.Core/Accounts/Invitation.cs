using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts;

/// <summary>A link by which somebody becomes a user; good for 48 hours and one use.</summary>
public sealed class Invitation : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>SHA-256 of the link's secret, lower-case hex; the secret itself is never stored.</summary>
    public required string SecretHash { get; init; }

    public required string InvitedBy { get; init; }

    /// <summary>The Admin who invited: without that Admin's right the link is over too. Null for invitations of earlier versions.</summary>
    public long? InvitedById { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }

    public int Version { get; set; }
}
