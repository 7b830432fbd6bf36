using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.BillPage;

/// <summary>What somebody with a link finds behind it.</summary>
internal static class GivenBill
{
    /// <summary>Keys that open nothing.</summary>
    public static TheoryData<string> WrongKeys =>
        ["", "short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' OR 1=1 --AAAAAAAAAAAAAAAAAAAAA"];

    /// <summary>An invoice whose bill has that key.</summary>
    public static Task<Invoice> BillAsync(this GivenMerchant merchant, string key, InvoiceStatus status = InvoiceStatus.Unpaid) =>
        merchant.InvoiceAsync(status, also: i => i.With((nameof(Invoice.BillKey), key)));

    /// <summary>A document of three bytes.</summary>
    public static async Task<Attachment> DocumentAsync(this TestDb db, Invoice invoice, bool forCustomer)
    {
        var content = await db.AddAsync(new FileContent { Sha256 = new string('0', 64), Bytes = [1, 2, 3] });
        return await db.AddAsync(new Attachment
        {
            MerchantId = invoice.MerchantId,
            InvoiceId = invoice.Id,
            Type = AttachmentType.Supporting,
            FileName = "note.pdf",
            ContentType = "application/pdf",
            Size = 3,
            ContentId = content.Id,
            ForCustomer = forCustomer,
            UploadedAt = db.Clock.GetUtcNow().UtcDateTime,
            UploadedBy = "Fina Finance",
        });
    }
}
