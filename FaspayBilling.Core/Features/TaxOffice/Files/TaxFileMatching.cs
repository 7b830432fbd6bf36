using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>
/// Finds the invoice of a file within its write: by its name, else by its text where that is certain; what is left waits for a choice
/// by hand.
/// </summary>
internal static class TaxFileMatching
{
    private static readonly Message NotRead = Message.Of("tax-file-waits.not-read");

    /// <summary>A name of Desktop. Refuses <c>file.unknown-number</c>, <c>file.customer-mismatch</c>, <c>file.duplicate</c>.</summary>
    public static async Task<Outcome<StoredTaxFile>> ByNameAsync(WriteContext write, TaxFileName name, byte[] bytes)
    {
        var invoice = await Invoices(write).SingleOrDefaultAsync(i => i.TaxNumber == name.Number, write.Stop);
        return invoice is null ? TaxOfficeRefusals.FileUnknownNumber
            : !await IsBuyerAsync(write, invoice, name.CustomerNpwp) ? TaxOfficeRefusals.FileCustomerMismatch
            : await StoredTaxFile.StoreAsync(write, invoice, new TaxFileClaim(name.Number, null, name.Replacement, name.Text), bytes);
    }

    /// <summary>True when an invoice has that number: the text of a file with it need not be read.</summary>
    public static async Task<bool> IsKnownAsync(BillingDb db, Actor actor, CoretaxNumber number, CancellationToken stop) =>
        await OfNumberAsync(db, actor, number, stop) is not null;

    /// <summary>
    /// A name of Coretax; its text helps when no invoice has its number yet. Refuses <c>file.customer-mismatch</c>, <c>file.duplicate</c>.
    /// </summary>
    public static async Task<Outcome<StoredTaxFile>> ByNameAsync(
        WriteContext write, CoretaxFileName name, Merchant merchant, TaxFileFacts facts, byte[] bytes)
    {
        var invoice = await OfNumberAsync(write, name.Number)
            ?? (facts.Coretax == name.Number ? await OfTextAsync(write, merchant, facts) : null);
        if (invoice is null)
        {
            var several = (await ClaimantsAsync(write.Db, write.Actor, name.Number, write.Stop)).Count > 1;
            return await WaitAsync(
                write,
                name.Short,
                bytes,
                name.Number,
                Message.Of(several ? "tax-file-waits.number:several" : "tax-file-waits.number", ("number", name.Number.ToString())));
        }

        return name.NamesBuyer && !await IsBuyerAsync(write, invoice, name.BuyerTin) ? TaxOfficeRefusals.FileCustomerMismatch
            : await StoredTaxFile.StoreAsync(
                write, invoice, new TaxFileClaim(name.Number.Desktop, name.Number, name.Number.Revision > 0, name.Short), bytes);
    }

    /// <summary>A name that says nothing; null <paramref name="facts"/> were not read in time. Refuses <c>file.duplicate</c>.</summary>
    public static async Task<Outcome<StoredTaxFile>> ByTextAsync(
        WriteContext write, Merchant merchant, TaxFileFacts? facts, string fileName, byte[] bytes)
    {
        if (facts is null)
        {
            return await WaitAsync(write, fileName, bytes, null, NotRead);
        }

        var invoice = await OfTextAsync(write, merchant, facts);
        return invoice is not null && Claim(invoice, facts.Coretax, facts.Desktop, facts.Replacement, fileName) is { } claim
            ? await StoredTaxFile.StoreAsync(write, invoice, claim, bytes)
            : await WaitAsync(write, fileName, bytes, facts.Coretax, facts is { Coretax: null, Desktop: null, Reference: "" }
                ? Message.Of("tax-file-waits.silent")
                : Message.Of("tax-file-waits.uncertain"));
    }

    /// <summary>What a file of this invoice is; null when neither the file nor the invoice has a number.</summary>
    public static TaxFileClaim? Claim(Invoice invoice, CoretaxNumber? coretax, TaxNumber? desktop, bool replacement, string fileName) =>
        coretax is { } number ? new TaxFileClaim(number.Desktop, number, replacement, fileName)
        : (desktop ?? invoice.TaxNumber) is { } own ? new TaxFileClaim(own, null, replacement, fileName)
        : CoretaxNumber.TryParse(invoice.CoretaxNumber, out var known)
            ? new TaxFileClaim(known.Desktop, known, replacement || known.Revision > 0, fileName)
        : null;

    private static IQueryable<Invoice> Invoices(WriteContext write) =>
        write.Db.Set<Invoice>().VisibleTo(write.Actor).Where(TaxInvoices.Are);

    private static Task<Invoice?> OfNumberAsync(WriteContext write, CoretaxNumber number) =>
        OfNumberAsync(write.Db, write.Actor, number, write.Stop);

    private static async Task<Invoice?> OfNumberAsync(BillingDb db, Actor actor, CoretaxNumber number, CancellationToken stop)
    {
        var found = await ClaimantsAsync(db, actor, number, stop);
        return found.Count == 1 ? found[0] : null;
    }

    // One, or two where it is not certain: a row that waits for a decision says nothing.
    private static Task<List<Invoice>> ClaimantsAsync(BillingDb db, Actor actor, CoretaxNumber number, CancellationToken stop)
    {
        var (digits, desktop) = (number.Digits, number.Desktop);
        var read = db.Set<CoretaxRow>().VisibleTo(actor).Where(r => r.Number == digits && r.InvoiceId != null && !r.Waits);
        return db.Set<Invoice>().VisibleTo(actor).Where(TaxInvoices.Are)
            .Where(i => i.CoretaxNumber == digits || (desktop != null && i.TaxNumber == desktop) || read.Any(r => r.InvoiceId == i.Id))
            .Take(2).ToListAsync(stop);
    }

    // Certain is: our own NPWP stands in it, it names one invoice, and nothing known of that invoice speaks against it.
    private static async Task<Invoice?> OfTextAsync(WriteContext write, Merchant merchant, TaxFileFacts facts)
    {
        if (!facts.Names(merchant.Npwp))
        {
            return null;
        }

        var referred = await OfReferenceAsync(write, facts);
        if (referred.Count > 1)
        {
            return null;
        }

        var (invoice, desktop) = (referred.Count == 1 ? referred[0] : null, facts.Desktop);
        invoice ??= desktop is not null ? await Invoices(write).SingleOrDefaultAsync(i => i.TaxNumber == desktop, write.Stop)
            : facts.Coretax is { } coretax ? await OfNumberAsync(write, coretax)
            : null;
        return invoice is null || Contradicts(invoice, facts) ? null : invoice;
    }

    // People write the reference as they like: one number of ours in it is certain, of two nobody knows which.
    private static async Task<List<Invoice>> OfReferenceAsync(WriteContext write, TaxFileFacts facts)
    {
        var numbers = facts.InvoiceNumbers.ToList();
        return numbers.Count == 0 ? [] : await Invoices(write).Where(i => numbers.Contains(i.Number)).Take(2).ToListAsync(write.Stop);
    }

    private static bool Contradicts(Invoice invoice, TaxFileFacts facts) =>
        (facts.Desktop is { } desktop && invoice.TaxNumber != desktop)
        || (facts.Coretax is { } number && CoretaxNumber.TryParse(invoice.CoretaxNumber, out var known) && known.Serial != number.Serial);

    // Buyers without NPWP stand in the name with their NIK or with zeros.
    private static async Task<bool> IsBuyerAsync(WriteContext write, Invoice invoice, string named)
    {
        if (Npwp.Same(invoice.CustomerNpwp, named))
        {
            return true;
        }

        var customer = await write.Db.Set<Customer>().VisibleTo(write.Actor).SingleAsync(c => c.Id == invoice.CustomerId, write.Stop);
        return customer.Document != BuyerIdType.Tin && (named == customer.DocumentNumber || named.All(c => c == '0'));
    }

    private static async Task<Outcome<StoredTaxFile>> WaitAsync(
        WriteContext write, string fileName, byte[] bytes, CoretaxNumber? number, Message reason)
    {
        var sha = StoredTaxFile.Sha(bytes);
        if (await write.Db.Set<UnmatchedFile>()
            .VisibleTo(write.Actor)
            .AnyAsync(f => f.SettledAt == null && write.Db.Set<FileContent>().Any(c => c.Id == f.ContentId && c.Sha256 == sha), write.Stop))
        {
            return TaxOfficeRefusals.FileDuplicate;
        }

        var content = new FileContent { Sha256 = sha, Bytes = bytes };
        write.Db.Add(content);
        await write.SaveAsync();
        var file = new UnmatchedFile
        {
            MerchantId = write.Actor.MerchantId,
            FileName = fileName,
            Size = bytes.Length,
            ContentId = content.Id,
            CoretaxNumber = number?.Digits,
            Reason = reason,
            UploadedAt = write.Now,
            UploadedBy = write.Actor.Name,
        };
        write.Db.Add(file);
        await write.SaveAsync();
        write.MarkChanged(HistorySubject.TaxFile);
        write.History(HistorySubject.TaxFile, null, "tax-file.wait", ("file", fileName), ("reason", reason));
        return new StoredTaxFile(null, false, reason);
    }
}
