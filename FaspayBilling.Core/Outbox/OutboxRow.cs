using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Outbox;

/// <summary>What every row of an outbox has: when it is due, who has it in hand, how it went. Each outbox is a table of its own.</summary>
public abstract class OutboxRow : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>How often it was tried, and what came of it was written down.</summary>
    public int Attempts { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When a worker tries again; only for waiting rows.</summary>
    public required DateTime NextTryAt { get; set; }

    /// <summary>Until when a worker has it in hand; null when none has.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>What the other side said at the last failed attempt.</summary>
    public string? LastError { get; set; }

    public int Version { get; set; }
}
