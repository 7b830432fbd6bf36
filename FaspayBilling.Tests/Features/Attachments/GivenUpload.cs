using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Attachments;

/// <summary>Uploads as Finance does them.</summary>
internal static class GivenUpload
{
    /// <summary>Withholding tax of 20.000 with everything that it needs.</summary>
    public static DocumentFileInput Withheld => new()
    {
        Type = AttachmentType.WithholdingTax,
        WithholdingNumber = "BP-23-0001",
        WithholdingAmount = 20_000m,
        WithholdingDate = new DateOnly(2026, 11, 16),
        Deducts = true,
    };

    public static Task<Outcome<long>> UploadAsync(
        this TestDb db,
        Actor actor,
        Invoice invoice,
        string fileName = "slip.pdf",
        byte[]? bytes = null,
        DocumentFileInput? input = null) =>
        db.Get<UploadAttachment>().HandleAsync(actor, invoice.Number, fileName, bytes ?? SampleFiles.Pdf(), input ?? new(), default);

    public static Task<GivenMerchant> WithholdingMerchantAsync(this TestDb db) =>
        db.Given.MerchantAsync(settings: s => s.WithholdingTax = true);

    public static Task<List<Attachment>> DocumentsAsync(this TestDb db) =>
        db.ReadAsync(d => d.Set<Attachment>().AsNoTracking().IgnoreQueryFilters().OrderBy(b => b.Id).ToListAsync());
}
