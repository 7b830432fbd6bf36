using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>The PDF the tax office's application made for one E-Faktur No. A newer one replaces it; its row stays.</summary>
public sealed class TaxFile : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required long InvoiceId { get; init; }

    /// <summary>The 13 digits it was made for; null for a file of Coretax.</summary>
    public TaxNumber? TaxNumber { get; init; }

    /// <summary>The 17 digits it was made for; null for a file of the Desktop application.</summary>
    public string? CoretaxNumber { get; init; }

    public required string FileName { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required long ContentId { get; init; }

    public required TaxFileStatus Status { get; init; }

    public TaxFileEmailStatus EmailStatus { get; set; }

    /// <summary>Why the mail failed, in the mail server's words.</summary>
    public string? EmailReason { get; set; }

    public DateTime? EmailedAt { get; set; }

    public required DateTime UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    /// <summary>When a newer one took its place, or it came when it stood no longer; null for the current file of a number.</summary>
    public DateTime? ReplacedAt { get; set; }
}
