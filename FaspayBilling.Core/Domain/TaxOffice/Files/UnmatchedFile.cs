using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>A PDF that neither its name nor its text ties to an invoice with certainty: somebody chooses by hand.</summary>
public sealed class UnmatchedFile : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required string FileName { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required long ContentId { get; init; }

    /// <summary>The 17 digits found in it; null without.</summary>
    public string? CoretaxNumber { get; init; }

    /// <summary>Why it could not be matched, in plain words.</summary>
    public required Message Reason { get; init; }

    public required DateTime UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    /// <summary>When somebody matched or dismissed it; it stays.</summary>
    public DateTime? SettledAt { get; set; }

    public string? SettledBy { get; set; }

    public int Version { get; set; }
}
