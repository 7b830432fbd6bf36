namespace FaspayBilling.Core.Domain.History;

/// <summary>Who did what and when, refused attempts included; never changed, never deleted (kept ten years).</summary>
public sealed class HistoryEntry : IOfMerchant
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required DateTime At { get; init; }

    public long? UserId { get; init; }

    public required string Who { get; init; }

    public required HistorySubject Subject { get; init; }

    /// <summary>Key of the invoice, range, file … the entry is about; null when there is none.</summary>
    public long? SubjectId { get; init; }

    /// <summary>What happened, as a sentence for people.</summary>
    public required string What { get; init; }

    /// <summary>The refusal's code when the attempt was refused.</summary>
    public string? RefusalCode { get; init; }
}
