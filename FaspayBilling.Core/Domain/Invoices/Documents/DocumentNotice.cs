using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>What a taxpayer's system can read about its documents with Get Notifications; kept, never changed.</summary>
public sealed class DocumentNotice : IMerchantOwned
{
    public long Id { get; private set; }

    /// <summary>The merchant that is told.</summary>
    public required long MerchantId { get; init; }

    public required DocumentNoticeKind Kind { get; init; }

    /// <summary>The 26 characters of the document.</summary>
    public required string DocumentId { get; init; }

    public required string Subject { get; init; }

    public required DateTime At { get; init; }
}
