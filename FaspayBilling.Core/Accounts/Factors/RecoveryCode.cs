namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>A code on paper that stands once for the authenticator app.</summary>
public sealed class RecoveryCode
{
    public long Id { get; private set; }

    public required long UserId { get; init; }

    /// <summary>Its first four characters, by which it is found; no secret.</summary>
    public required string Start { get; init; }

    /// <summary>The whole code, hashed as a password is.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was used; null while it is good.</summary>
    public DateTime? UsedAt { get; set; }
}
