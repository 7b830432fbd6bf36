using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>What refers to an invoice: notes and E-Faktur files.</summary>
internal static class GivenDocuments
{
    /// <summary>A note that corrects the invoice.</summary>
    public static Task<Invoice> NoteAsync(
        this TestDb db,
        Invoice about,
        InvoiceStatus status = InvoiceStatus.Unpaid,
        DocumentType type = DocumentType.CreditNote,
        bool taxed = false)
    {
        var note = TestInvoice.NoteOn(about, type);
        return db.AddAsync((note with { Number = $"{note.Number}-{(int)status}", Taxed = taxed, Now = db.Clock.Now() }).In(status));
    }

    /// <summary>The PDF of the invoice's E-Faktur No.</summary>
    public static async Task<TaxFile> TaxFileAsync(this TestDb db, Invoice invoice)
    {
        var content = await db.AddAsync(
            new FileContent { Sha256 = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()), Bytes = "%PDF-1.4"u8.ToArray() });
        return await db.AddAsync(new TaxFile
        {
            MerchantId = invoice.MerchantId, InvoiceId = invoice.Id, TaxNumber = invoice.TaxNumber!.Value, ContentId = content.Id, Size = 8,
            FileName = $"022732101075000-010{invoice.TaxNumber.Value.Digits}-026015362054000-20261103160012.pdf",
            Status = TaxFileStatus.Normal, UploadedAt = db.Clock.Now(), UploadedBy = "Fina Finance",
        });
    }
}
