using System.IO.Compression;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Pdf;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Pdf;

/// <summary>Writes the checked invoices as one PDF, or as a zip of PDFs, in order of their numbers; read a few at a time.</summary>
public sealed class WriteInvoicePdfs(IDbContextFactory<BillingDb> dbs)
{
    private const int AtOnce = 25;

    /// <summary>Refuses <c>invoice.not-found</c> when none of them is there; warns when some are not.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="numbers">Invoice numbers.</param>
    /// <param name="zip">One file each, in a zip.</param>
    /// <param name="target">Where it goes, seekable; stays open.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="stop">Ends the work between two invoices.</param>
    public async Task<Outcome> HandleAsync(
        Actor actor, IReadOnlyCollection<string> numbers, bool zip, Stream target, IProgress<double> progress, CancellationToken stop)
    {
        var wanted = numbers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        using IInvoiceSink sink = zip ? new ZipSink(target) : new PdfSink(target);
        var written = 0;
        foreach (var some in wanted.Chunk(AtOnce))
        {
            await using var db = await dbs.CreateDbContextAsync(stop);
            var found = db.Set<Invoice>().VisibleTo(actor).Where(i => some.Contains(i.Number));
            foreach (var document in await InvoicePdfModels.ReadAsync(db, found, stop))
            {
                stop.ThrowIfCancellationRequested();
                sink.Add(document);
                written++;
                progress.Report((double)written / wanted.Count);
            }
        }

        if (written == 0)
        {
            return InvoiceRefusals.InvoiceNotFound;
        }

        sink.Finish();
        progress.Report(1);
        return written == wanted.Count
            ? Outcome.Done
            : Outcome.DoneBut(Message.Of("pdf-warning.missing", ("missing", wanted.Count - written), ("wanted", wanted.Count)));
    }

    private interface IInvoiceSink : IDisposable
    {
        void Add(InvoicePdfModel document);

        void Finish();
    }

    private sealed class PdfSink(Stream target) : IInvoiceSink
    {
        private readonly InvoicePdf pdf = new(target);

        public void Add(InvoicePdfModel document) => pdf.Add(document);

        public void Finish() => pdf.Finish();

        public void Dispose() => pdf.Dispose();
    }

    private sealed class ZipSink(Stream target) : IInvoiceSink
    {
        private readonly ZipArchive archive = new(target, ZipArchiveMode.Create, leaveOpen: true);

        public void Add(InvoicePdfModel document)
        {
            // PDFs are compressed inside already.
            var entry = archive.CreateEntry($"{document.Number}.pdf", CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(document.InvoiceDate.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            using var content = entry.Open();
            content.Write(InvoicePdf.Of(document));
        }

        public void Finish() => archive.Dispose();

        public void Dispose() => archive.Dispose();
    }
}
