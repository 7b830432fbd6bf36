using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>E-Faktur files that were uploaded, and those that wait for a choice by hand.</summary>
internal static class GivenUploads
{
    /// <summary>Uploads one file, and answers what became of it.</summary>
    public static async Task<TaxFileResult> UploadOneAsync(this TestDb db, Actor actor, string name, byte[] content) =>
        (await db.Get<UploadTaxFiles>().HandleAsync(actor, Zip.Of((name, content)), null, default)).Value.Single();

    /// <summary>A file that waits; its bytes are its name.</summary>
    public static async Task<UnmatchedFile> WaitingFileAsync(this TestDb db, GivenMerchant merchant, string name = "scan.pdf")
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(name);
        var content = await db.AddAsync(new FileContent { Sha256 = new string('a', 64), Bytes = bytes });
        return await db.AddAsync(new UnmatchedFile
        {
            MerchantId = merchant.Id,
            FileName = name,
            Size = bytes.Length,
            ContentId = content.Id,
            Reason = Message.Of("?"),
            UploadedAt = db.Clock.GetUtcNow().UtcDateTime,
            UploadedBy = "Fina Finance"
        });
    }

    /// <summary>Every stored file, in the order in which they came.</summary>
    public static Task<List<TaxFile>> TaxFilesAsync(this TestDb db) =>
        db.ReadAsync(d => d.Set<TaxFile>().OrderBy(f => f.Id).ToListAsync());
}
