using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Attachments;

/// <summary>A file kept with an invoice (docs/sources/faspay.md 6); deleting hides it.</summary>
public sealed class Attachment : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required long InvoiceId { get; init; }

    public required AttachmentType Type { get; init; }

    public required string FileName { get; init; }

    /// <summary>Found in the content, not taken from the name.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required long ContentId { get; init; }

    public string Description { get; init; } = "";

    /// <summary>WHT No; only with withholding tax, like the next three.</summary>
    public string WithholdingNumber { get; init; } = "";

    /// <summary>Rupiah.</summary>
    public decimal WithholdingAmount { get; init; }

    public DateOnly? WithholdingDate { get; init; }

    /// <summary>The amount lowers what is owed (Deduct Amount Due).</summary>
    public bool Deducts { get; init; }

    /// <summary>Goes with the mail and stands on the bill page.</summary>
    public bool ForCustomer { get; set; }

    public required DateTime UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    public DateTime? DeletedAt { get; set; }

    public string? DeletedBy { get; set; }

    public int Version { get; set; }
}
