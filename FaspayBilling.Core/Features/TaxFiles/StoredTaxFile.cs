using System.Security.Cryptography;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxFiles;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxFiles;

/// <summary>What became of a file within its write.</summary>
/// <param name="InvoiceNumber">The invoice it belongs to.</param>
/// <param name="Replaced">An earlier file of the same number stays behind it.</param>
internal sealed record StoredTaxFile(string InvoiceNumber, bool Replaced)
{
    /// <summary>Stores the file with the invoice that holds its number now. Refuses <c>file.unknown-number</c>, <c>file.customer-mismatch</c>, <c>file.duplicate</c>.</summary>
    public static async Task<Outcome<StoredTaxFile>> StoreAsync(Write write, TaxFileName name, string fileName, byte[] bytes)
    {
        var invoice = await write.Db.Set<Invoice>().VisibleTo(write.Actor).SingleOrDefaultAsync(i => i.TaxNumber == name.Number, write.Stop);
        if (invoice is null)
        {
            return Refusals.FileUnknownNumber;
        }

        if (!Npwp.Same(invoice.CustomerNpwp, name.CustomerNpwp))
        {
            return Refusals.FileCustomerMismatch;
        }

        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var ofNumber = write.Db.Set<TaxFile>().VisibleTo(write.Actor).Where(f => f.TaxNumber == name.Number);
        if (await ofNumber.AnyAsync(f => write.Db.Set<FileContent>().Any(c => c.Id == f.ContentId && c.Sha256 == sha), write.Stop))
        {
            return Refusals.FileDuplicate;
        }

        var earlier = await ofNumber.SingleOrDefaultAsync(f => f.ReplacedAt == null, write.Stop);
        earlier?.ReplacedAt = write.Now;
        var content = new FileContent { Sha256 = sha, Bytes = bytes };
        write.Db.Add(content);
        await write.SaveAsync();

        // The tax office's own replacements say so by the status digit; a second upload of a normal one replaces just as well.
        var file = new TaxFile
        {
            MerchantId = write.Actor.MerchantId, InvoiceId = invoice.Id, TaxNumber = name.Number, FileName = fileName, Size = bytes.Length, ContentId = content.Id,
            Status = name.Replacement || earlier is not null ? TaxFileStatus.Replacement : TaxFileStatus.Normal,
            UploadedAt = write.Now, UploadedBy = write.Actor.Name,
        };
        write.Db.Add(file);
        await write.SaveAsync();
        write.Touch(HistorySubject.TaxFile, file.Id);
        write.History(HistorySubject.Invoice, invoice.Id, $"E-Faktur file {fileName} uploaded{(earlier is null ? "" : ", replacing the earlier one")}");
        return new StoredTaxFile(invoice.Number, earlier is not null);
    }
}
