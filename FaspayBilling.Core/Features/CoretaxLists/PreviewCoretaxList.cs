using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Money;
using FaspayBilling.Core.Domain.TaxExports;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Sheets;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.CoretaxLists;

/// <summary>Reads Coretax's list of output invoices (Pajak Keluaran) and says what saving it would do; nothing is changed.</summary>
public sealed class PreviewCoretaxList(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Rows that are matched in one command.</summary>
    internal const int AtOnce = 200;

    /// <summary>
    /// Refuses <c>not-allowed</c>, <c>module.off</c>, <c>coretax-list.file</c>, <c>coretax-list.too-large</c>, <c>coretax-list.heading</c>,
    /// <c>coretax-list.empty</c>.
    /// </summary>
    /// <param name="actor">Who reads back; Finance or Admin.</param>
    /// <param name="file">XLSX or CSV, seekable; stays open.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<Outcome<CoretaxPreview>> HandleAsync(Actor actor, Stream file, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if ((actor.WhyNot(Role.Finance) ?? await db.WhyNotEFakturAsync(actor, stop)) is { } no)
        {
            return no;
        }

        var sheet = SheetFile.Read(file, stop);
        if (!sheet.Ok)
        {
            return WhyNot(sheet.Refusal!);
        }

        var lines = CoretaxList.Read([.. sheet.Value.Select(r => (r.Line, r.Cells))]);
        return lines.Ok ? await PreviewAsync(db, actor, lines.Value, stop) : lines.Refusal!;
    }

    // In the words of somebody who exports from Coretax.
    private static Refusal WhyNot(Refusal sheet) =>
        sheet == Refusals.SheetTooLarge ? Refusals.CoretaxListTooLarge
        : sheet == Refusals.SheetEmpty ? Refusals.CoretaxListEmpty
        : Refusals.CoretaxListFile;

    private static async Task<CoretaxPreview> PreviewAsync(BillingDb db, Actor actor, IReadOnlyList<CoretaxListLine> lines, CancellationToken stop)
    {
        var rows = new List<CoretaxPreviewRow>(lines.Count);
        foreach (var some in lines.Chunk(AtOnce))
        {
            var matching = await CoretaxMatching.ReadAsync(db, actor, [.. some.Select(l => l.Row).OfType<CoretaxListRow>()], stop);
            rows.AddRange(some.Select(l => l.Row is { } row ? Preview(l, row, matching) : new CoretaxPreviewRow(l.Line, l.Shown, CoretaxEffect.Unreadable, l.Problem!, null)));
        }

        return new CoretaxPreview(rows, [.. lines.Select(l => l.Row).OfType<CoretaxListRow>()]);
    }

    private static CoretaxPreviewRow Preview(CoretaxListLine line, CoretaxListRow row, CoretaxMatching matching)
    {
        var (invoice, by) = matching.Find(row);
        if (invoice is null)
        {
            var kept = row.Number is null ? "No invoice of ours has this reference; without a number it is left out." : "No invoice of ours: it is kept until somebody chooses one.";
            return new(line.Line, line.Shown, row.Number is not null && matching.Known(row)?.Status == row.Status ? CoretaxEffect.Same : CoretaxEffect.Unmatched, kept, null);
        }

        var before = row.Number is null ? invoice.CoretaxStatus : matching.Known(row) is { InvoiceId: not null } known ? known.Status : null;
        var effect = before is null ? CoretaxEffect.New : before != row.Status ? CoretaxEffect.Changed : CoretaxEffect.Same;
        var what = effect switch
        {
            CoretaxEffect.New => row.Number is null ? $"State {row.Status.Text()} is stored" : $"Number and state {row.Status.Text()} are stored",
            CoretaxEffect.Changed => $"{before!.Value.Text()} becomes {row.Status.Text()}",
            _ => "Nothing changes",
        };
        return new(line.Line, line.Shown, effect, $"{what}{(by == CoretaxMatch.DesktopNumber ? " (found by its E-Faktur No)" : by == CoretaxMatch.Hand ? " (chosen by hand)" : "")}.{Odd(row, invoice)}", invoice.Number);
    }

    // A cancelled tax invoice states nothing any more.
    private static string Odd(CoretaxListRow row, Invoice invoice) =>
        row.Status == CoretaxStatus.Canceled || Math.Abs(row.Vat - invoice.VatAmount) < 1 ? ""
        : $" PPN differs: {Rupiah.Text(row.Vat)} there, {Rupiah.Text(invoice.VatAmount)} here.";
}
