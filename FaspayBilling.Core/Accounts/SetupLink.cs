namespace FaspayBilling.Core.Accounts;

/// <summary>The link that the first start logs: one use, 24 hours; it makes a merchant and its first Admin.</summary>
public sealed class SetupLink
{
    public long Id { get; private set; }

    /// <summary>SHA-256 of the link's secret, lower-case hex.</summary>
    public required string SecretHash { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }

    public int Version { get; set; }
}
