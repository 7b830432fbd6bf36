namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>A system that uses the document API for its merchant, or as an intermediary for others.</summary>
public sealed class ApiClient : IRevocable
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required string Name { get; init; }

    /// <summary>Public part of its sign-in; unique in the installation.</summary>
    public required string ClientId { get; init; }

    /// <summary>SHA-256 of its random secret, lower-case hex.</summary>
    public required string SecretHash { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTime? RevokedAt { get; set; }

    public int Version { get; set; }
}
