using System.Text;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Faults;
using FaspayBilling.Core.Formats.Reading;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>
/// Stores the PDFs of a zip with the invoices that hold their numbers; each file in a short write of its own (docs/rules.md 8).
/// A PDF whose name says nothing is matched by its text where that is certain, else it waits for a choice by hand;
/// so does one whose text is not read in time.
/// </summary>
public sealed class UploadTaxFiles(WriteTransaction transaction, IDbContextFactory<BillingDb> dbs, ForeignReader reader)
{
    /// <summary>
    /// Answers one line per file, in the zip's order; good files are stored even if others are refused. Refuses the whole zip with
    /// <c>not-allowed</c>, <c>module.off</c>, <c>file.not-zip</c>, <c>file.archive-too-large</c>; also in the middle of it with
    /// <c>session.ended</c>, and what was stored before stays; a file with <c>file.bad-name</c>, <c>file.other-merchant</c>,
    /// <c>file.too-large</c>, <c>file.not-pdf</c>, <c>file.unknown-number</c>, <c>file.customer-mismatch</c>, <c>file.duplicate</c>.
    /// </summary>
    /// <param name="actor">Who uploads; Finance or Admin.</param>
    /// <param name="zip">The whole zip, seekable; stays open.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="stop">Ends the upload at the file it is at; those stored so far stay.</param>
    public async Task<Outcome<IReadOnlyList<TaxFileResult>>> HandleAsync(
        Actor actor, Stream zip, IProgress<double>? progress, CancellationToken stop)
    {
        var merchant = await MerchantAsync(actor, stop);
        if (!merchant.Ok)
        {
            return merchant.Refusal!;
        }

        var opened = TaxFileArchive.Open(zip);
        if (!opened.Ok)
        {
            return opened.Refusal!;
        }

        using var archive = opened.Value;
        var upload = new Upload(actor, merchant.Value, reader.NewBudget());
        var results = new TaxFileResult[archive.Files.Count];
        var done = 0;

        // Of one number the replacement comes after the normal one, the younger after the older, wherever they stand in the zip.
        foreach (var file in archive.Files.OrderBy(f => f.Name?.Number)
            .ThenBy(f => f.Name?.Replacement)
            .ThenBy(f => f.Name?.ApplicationNumber, StringComparer.Ordinal)
            .ThenBy(f => f.CoretaxName?.Number.Serial, StringComparer.Ordinal)
            .ThenBy(f => f.CoretaxName?.Number.Revision))
        {
            stop.ThrowIfCancellationRequested();
            var result = await TryAsync(upload, file, stop);
            if (result.Refusal?.Code == Refusals.SessionEnded.Code)
            {
                // Nothing more could be stored: no further PDF is read for somebody who may not.
                return Refusals.SessionEnded;
            }

            if (result.Refusal?.Kind == RefusalKind.Unavailable)
            {
                return Outcome<IReadOnlyList<TaxFileResult>>.Refused(Refusals.OfAPiece([result.Refusal], before: done > 0));
            }

            results[file.Index] = result;
            progress?.Report((double)++done / results.Length);
        }

        return Outcome<IReadOnlyList<TaxFileResult>>.With(results);
    }

    private async Task<Outcome<Merchant>> MerchantAsync(Actor actor, CancellationToken stop) =>
        await transaction.RunAsync<Merchant>(Asking(actor), new AuditedAction(HistorySubject.TaxFile, "tax-file.upload"), async write =>
        {
            if ((actor.WhyNot(Role.Finance) ?? await write.Db.WhyNotEFakturAsync(actor, stop)) is { } no)
            {
                return no;
            }

            return await write.Db.Set<Merchant>().AsNoTracking().SingleAsync(m => m.Id == actor.MerchantId, stop);
        }, stop);

    // It changes nothing that could be done twice: the form's key is for the files.
    private static Actor Asking(Actor actor) => actor with { Form = null };

    // It may fall silent between two writes as well.
    private async Task<TaxFileResult> TryAsync(Upload upload, ArchivedFile file, CancellationToken stop)
    {
        try
        {
            return await ResultAsync(upload, file, stop);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested && DatabaseFault.Is(broken))
        {
            return Refused(file, Refusals.DatabaseUnavailable);
        }
    }

    private async Task<TaxFileResult> ResultAsync(Upload upload, ArchivedFile file, CancellationToken stop)
    {
        if (upload.WhyNot(file) is { } wrong)
        {
            return Refused(file, wrong);
        }

        var bytes = await file.ReadAsync(stop);
        if ((bytes.Refusal ?? upload.WhyNot(bytes.Value)) is { } bad)
        {
            return Refused(file, bad);
        }

        var matching = await MatchingAsync(upload, file, bytes.Value, stop);
        var attempt = new AuditedAction(HistorySubject.TaxFile, "tax-file.upload:file", ("file", file.ShownName));
        var stored = await transaction.RunAsync(upload.Sending(file, bytes.Value), attempt, matching, stop);
        return stored.Ok ? Result(file, stored.Value) : Refused(file, stored.Refusal!);
    }

    // Names decide first. What is left is read before the lock is taken.
    private async Task<Func<WriteContext, Task<Outcome<StoredTaxFile>>>> MatchingAsync(
        Upload upload, ArchivedFile file, byte[] bytes, CancellationToken stop)
    {
        if (file.Name is { } name)
        {
            return write => TaxFileMatching.ByNameAsync(write, name, bytes);
        }

        if (file.CoretaxName is { } coretax)
        {
            var helpful = await IsKnownAsync(upload.Actor, coretax.Number, stop) ? null : await FactsAsync(upload, bytes, stop);
            return write => TaxFileMatching.ByNameAsync(write, coretax, upload.Merchant, helpful ?? TaxFileFacts.None, bytes);
        }

        var facts = await FactsAsync(upload, bytes, stop);
        return write => TaxFileMatching.ByTextAsync(write, upload.Merchant, facts, file.ShownName, bytes);
    }

    private async Task<bool> IsKnownAsync(Actor actor, CoretaxNumber number, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await TaxFileMatching.IsKnownAsync(db, actor, number, stop);
    }

    private async Task<TaxFileFacts?> FactsAsync(Upload upload, byte[] bytes, CancellationToken stop)
    {
        var read = await reader.ReadTextAsync(bytes, upload.Reading, stop);
        return read.Result == ReadResult.NotInTime ? null : TaxFileFacts.Read(Encoding.UTF8.GetString(read.Bytes));
    }

    private static TaxFileResult Result(ArchivedFile file, StoredTaxFile stored) => new(
        file.ShownName,
        stored.Reason is not null ? TaxFileResultState.Waiting
            : stored.Behind is not null ? TaxFileResultState.KeptBehind
            : stored.Replaced ? TaxFileResultState.Replaced
            : TaxFileResultState.Stored,
        stored.InvoiceNumber,
        null,
        stored.Reason ?? stored.Behind);

    private static TaxFileResult Refused(ArchivedFile file, Refusal refusal) =>
        new(file.ShownName, TaxFileResultState.Refused, null, refusal);

    /// <summary>What is known over all files of one upload.</summary>
    private sealed class Upload(Actor actor, Merchant merchant, ReadingBudget reading)
    {
        private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        private long unpacked;

        public Actor Actor => actor;

        public Merchant Merchant => merchant;

        public ReadingBudget Reading => reading;

        /// <summary>Who uploads this file: the same from the same dialog gets its first answer, another content is other work.</summary>
        public Actor Sending(ArchivedFile file, byte[] bytes) => actor with
        {
            Form = actor.Form?.Part(FormattableString.Invariant($"{file.Index}-{StoredTaxFile.Sha(bytes)[..16]}")),
        };

        public Refusal? WhyNot(ArchivedFile file) =>
            !file.MayBePdf ? TaxOfficeRefusals.FileBadName
            : (file.Name?.MerchantNpwp ?? file.CoretaxName?.SellerTin) is { } seller && !Npwp.Same(merchant.Npwp, seller)
                ? TaxOfficeRefusals.FileOtherMerchant
            : !names.Add(file.Unique) ? TaxOfficeRefusals.FileTwice
            : unpacked > TaxFileLimits.Unpacked ? TaxOfficeRefusals.FileArchiveTooLarge
            : null;

        public Refusal? WhyNot(byte[] bytes) =>
            (unpacked += bytes.Length) > TaxFileLimits.Unpacked ? TaxOfficeRefusals.FileArchiveTooLarge : null;
    }
}
