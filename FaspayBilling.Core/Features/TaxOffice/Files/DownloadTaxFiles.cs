using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Sheets;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>Writes the list E-Faktur Files as an Excel workbook, row by row as the database gives them.</summary>
public sealed class DownloadTaxFiles(IDbContextFactory<BillingDb> dbs)
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
        [
            new("E-Faktur No", 20), new("Coretax No", 20), new("Invoice No", 24), new("Customer Name", 36), new("Email Status", 16),
            new("Reason", 40), new("Emailed", 17), new("E-Faktur Status", 16), new("File", 60), new("Uploaded", 17)
        ];

    /// <summary>Every page of the list, as it is filtered and sorted. Refuses <c>module.off</c>.</summary>
    /// <param name="actor">Anyone of the merchant.</param>
    /// <param name="query">Page and size do not matter.</param>
    /// <param name="to">Left open.</param>
    /// <param name="progress">The share done, 0 to 1.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<Outcome> HandleAsync(Actor actor, TaxFileQuery query, Stream to, IProgress<double> progress, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        var found = ListTaxFiles.Find(db, actor, query);
        var share = new RowShare(await found.CountAsync(stop), progress);
        using var sheet = new XlsxWriter(to, "E-Faktur Files", Columns);
        var rows = ListTaxFiles.Sorted(found, query.Sort, query.Descending)
            .Select(p => new
            {
                p.File.TaxNumber,
                p.File.CoretaxNumber,
                p.Invoice.Number,
                p.Invoice.CustomerName,
                p.File.EmailStatus,
                p.File.EmailReason,
                p.File.EmailedAt,
                p.File.Status,
                p.File.FileName,
                p.File.UploadedAt
            });
        await foreach (var f in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            sheet.Write(
            [
                f.TaxNumber?.ToString(), f.CoretaxNumber, f.Number, f.CustomerName, EmailText(f.EmailStatus), f.EmailReason,
                f.EmailedAt is { } at ? SheetCell.Instant(at) : null, f.Status.ToString(), f.FileName, SheetCell.Instant(f.UploadedAt),
            ]);
            share.Next();
        }

        return Outcome.Done;
    }

    private static string EmailText(Domain.TaxOffice.Files.TaxFileEmailStatus status) =>
        status == Domain.TaxOffice.Files.TaxFileEmailStatus.ReadyToSend ? "Ready to Send" : status.ToString();
}
