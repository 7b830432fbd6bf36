using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts.Reset;

/// <summary>A link by which a user chooses a new password without the old one: one use, one hour.</summary>
public sealed class PasswordReset : IMerchantOwned
{
    /// <summary>How long the link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required long UserId { get; init; }

    /// <summary>SHA-256 of the link's secret, lower-case hex; the secret itself is never stored.</summary>
    public required string SecretHash { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }

    public int Version { get; set; }
}
