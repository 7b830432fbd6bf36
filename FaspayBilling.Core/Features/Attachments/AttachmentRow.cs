using FaspayBilling.Core.Domain.Attachments;

namespace FaspayBilling.Core.Features.Attachments;

/// <summary>A document of an invoice as pages show it.</summary>
/// <param name="Id">Key, for its address and for deleting it.</param>
/// <param name="Type">What it is.</param>
/// <param name="FileName">The name under which it came.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Description">May be empty.</param>
/// <param name="ForCustomer">The customer sees it.</param>
/// <param name="WithholdingNumber">WHT No; empty for other documents.</param>
/// <param name="WithholdingAmount">Rupiah; 0 for other documents.</param>
/// <param name="WithholdingDate">WHT Date; null for other documents.</param>
/// <param name="Deducts">The amount lowers what is owed.</param>
/// <param name="UploadedAt">Instant (UTC).</param>
/// <param name="UploadedBy">Who uploaded it.</param>
public sealed record AttachmentRow(
    long Id,
    AttachmentType Type,
    string FileName,
    long Size,
    string Description,
    bool ForCustomer,
    string WithholdingNumber,
    decimal WithholdingAmount,
    DateOnly? WithholdingDate,
    bool Deducts,
    DateTime UploadedAt,
    string UploadedBy)
{
    internal static IQueryable<AttachmentRow> Of(IQueryable<Attachment> documents) =>
        documents.OrderByDescending(d => d.Id).Select(d => new AttachmentRow(
            d.Id, d.Type, d.FileName, d.Size, d.Description, d.ForCustomer, d.WithholdingNumber, d.WithholdingAmount, d.WithholdingDate,
            d.Deducts, d.UploadedAt, d.UploadedBy));
}
