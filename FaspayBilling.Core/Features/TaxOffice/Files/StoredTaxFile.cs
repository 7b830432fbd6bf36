using System.Security.Cryptography;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>What became of a file within its write.</summary>
/// <param name="InvoiceNumber">The invoice it belongs to; null while it waits for a choice.</param>
/// <param name="Replaced">An earlier file of the same number stays behind it.</param>
/// <param name="Reason">Why it waits for a choice; null when it is stored.</param>
/// <param name="Behind">Why it is stored behind another, or counts no longer; null when it is the one that counts.</param>
internal sealed record StoredTaxFile(string? InvoiceNumber, bool Replaced, Message? Reason = null, Message? Behind = null)
{
    private const int LongestName = 100;
    private const string Ending = ".pdf";

    /// <summary>
    /// Stores the file with its invoice. Of one number the file counts that the tax office made last, whatever came first; the others
    /// stay behind it, and so does one whose number Coretax's list has as amended or cancelled. Refuses <c>file.duplicate</c>.
    /// </summary>
    public static async Task<Outcome<StoredTaxFile>> StoreAsync(WriteContext write, Invoice invoice, TaxFileClaim claim, byte[] bytes)
    {
        var sha = Sha(bytes);
        var ofNumber = await OfNumberAsync(write, invoice, claim);
        var contents = ofNumber.Select(f => f.ContentId).ToList();
        if (await write.Db.Set<FileContent>().AnyAsync(c => contents.Contains(c.Id) && c.Sha256 == sha, write.Stop))
        {
            return TaxOfficeRefusals.FileDuplicate;
        }

        var content = new FileContent { Sha256 = sha, Bytes = bytes };
        write.Db.Add(content);
        await write.SaveAsync();
        return await AddAsync(write, invoice, claim, bytes.Length, content.Id, ofNumber);
    }

    /// <summary>The same for bytes that are stored already.</summary>
    public static async Task<StoredTaxFile> StoreAsync(
        WriteContext write, Invoice invoice, TaxFileClaim claim, long size, long contentId) =>
        await AddAsync(write, invoice, claim, size, contentId, await OfNumberAsync(write, invoice, claim));

    public static string Sha(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<StoredTaxFile> AddAsync(
        WriteContext write, Invoice invoice, TaxFileClaim claim, long size, long contentId, List<TaxFile> ofNumber)
    {
        var current = ofNumber.Where(f => f.ReplacedAt is null).ToList();
        var validity = TaxFileValidity.Of(claim.Coretax, claim.FileName, claim.Replacement);
        var newer = current.FirstOrDefault(f => validity.IsOlderThan(TaxFileValidity.Of(f)));
        var behind = newer is not null
            ? Message.Of("tax-file-behind", ("file", newer.FileName), ("invoice", invoice.Number))
            : await BehindListAsync(write, invoice, claim, validity);
        var earlier = behind is null ? current : [];
        earlier.ForEach(f => f.ReplacedAt = write.Now);
        await write.SaveAsync();

        // The tax office's own replacements say so by the status; a second upload of a normal one replaces just as well.
        var file = new TaxFile
        {
            MerchantId = write.Actor.MerchantId,
            InvoiceId = invoice.Id,
            TaxNumber = claim.Number,
            CoretaxNumber = claim.Coretax?.Digits,
            FileName = Named(claim.FileName),
            Size = size,
            ContentId = contentId,
            Status = claim.Replacement || earlier.Count > 0 ? TaxFileStatus.Replacement : TaxFileStatus.Normal,
            UploadedAt = write.Now,
            UploadedBy = write.Actor.Name,
            ReplacedAt = behind is null ? null : write.Now,
        };
        write.Db.Add(file);
        await write.SaveAsync();
        write.MarkChanged(HistorySubject.TaxFile, file.Id);
        write.History(
            HistorySubject.Invoice,
            invoice.Id,
            newer is not null ? "tax-file.upload:behind"
                : behind is not null ? "tax-file.upload:not-standing"
                : earlier.Count == 0 ? "tax-file.upload"
                : "tax-file.upload:replacing",
            ("file", file.FileName));
        if (behind is not null)
        {
            return new StoredTaxFile(invoice.Number, false, null, behind);
        }

        Tell(write, invoice, claim);
        return new StoredTaxFile(invoice.Number, earlier.Count > 0);
    }

    // The list may have been read before the PDF came: what was replaced or cancelled since never becomes the current file.
    private static async Task<Message?> BehindListAsync(WriteContext write, Invoice invoice, TaxFileClaim claim, TaxFileValidity validity)
    {
        if (await write.AgainstAsync(invoice, claim.Coretax, claim.Number, validity) is not { } status)
        {
            return null;
        }

        var number = claim.Coretax?.ToString() ?? claim.Number?.ToString() ?? "";
        return Message.Of("tax-file-behind:listed", ("number", number), ("status", Value.Term(status)));
    }

    // A replacement of Coretax has another number, but the serial of what it replaces.
    private static async Task<List<TaxFile>> OfNumberAsync(WriteContext write, Invoice invoice, TaxFileClaim claim)
    {
        var (number, digits) = (claim.Number, claim.Coretax?.Digits);
        var files = await write.Db.Set<TaxFile>()
            .VisibleTo(write.Actor)
            .Where(f => (number != null && f.TaxNumber == number)
                || (digits != null && (f.CoretaxNumber == digits || f.InvoiceId == invoice.Id)))
            .ToListAsync(write.Stop);
        return [.. files.Where(f => (number is not null && f.TaxNumber == number)
            || (claim.Coretax is { } coretax && CoretaxNumber.TryParse(f.CoretaxNumber, out var other) && other.Serial == coretax.Serial))];
    }

    // Coretax prints approved tax invoices only: the number is known from now on, and spent.
    private static void Tell(WriteContext write, Invoice invoice, TaxFileClaim claim)
    {
        if (claim.Coretax is { } coretax && invoice.CoretaxNumber is null)
        {
            invoice.TakeCoretaxNumber(coretax.Digits);
            write.History(HistorySubject.Invoice, invoice.Id, "coretax.number:file", ("number", coretax.ToString()));
        }
    }

    private static string Named(string name) =>
        name.Length <= LongestName ? name : $"{PlainText.Cut(name, LongestName - Ending.Length)}{Ending}";
}
