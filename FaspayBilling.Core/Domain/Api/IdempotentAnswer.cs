namespace FaspayBilling.Core.Domain.Api;

/// <summary>The first answer to a call with an Idempotency-Key, given again for 24 hours.</summary>
public sealed class IdempotentAnswer
{
    public long Id { get; private set; }

    public required long ApiClientId { get; init; }

    /// <summary>The caller's key; at most 200 characters.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path, on-behalf-of merchant and body, lower-case hex.</summary>
    public required string RequestHash { get; init; }

    /// <summary>HTTP status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>Body of the answer, JSON.</summary>
    public required string Body { get; init; }

    public required DateTime At { get; init; }
}
