namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>What a merchant's Admin lets another merchant's API client do on its behalf, and from when to when.</summary>
public sealed class Representation : IRevocable
{
    public long Id { get; private set; }

    /// <summary>The merchant that is represented.</summary>
    public required long MerchantId { get; init; }

    /// <summary>Key of the intermediary's API client.</summary>
    public required long ApiClientId { get; init; }

    public required bool MayView { get; init; }

    public required bool MayCancel { get; init; }

    public required bool MayReject { get; init; }

    /// <summary>First Jakarta day, included.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last Jakarta day, included; null without an end.</summary>
    public DateOnly? To { get; init; }

    public required DateTime GrantedAt { get; init; }

    public required string GrantedBy { get; init; }

    public DateTime? RevokedAt { get; set; }

    public int Version { get; set; }

    /// <summary>True on the days of the grant while it is not revoked.</summary>
    public bool HoldsOn(DateOnly day) => RevokedAt is null && From <= day && (To is not { } last || day <= last);
}
