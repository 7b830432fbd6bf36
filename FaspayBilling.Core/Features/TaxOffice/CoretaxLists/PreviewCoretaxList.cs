using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Formats.Sheets;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

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
        sheet.Code == SheetRefusals.SheetTooLarge.Code ? TaxOfficeRefusals.CoretaxListTooLarge
        : sheet == SheetRefusals.SheetEmpty ? TaxOfficeRefusals.CoretaxListEmpty
        : TaxOfficeRefusals.CoretaxListFile;

    private static async Task<CoretaxPreview> PreviewAsync(
        BillingDb db, Actor actor, IReadOnlyList<CoretaxListLine> lines, CancellationToken stop)
    {
        var rows = new List<CoretaxPreviewRow>(lines.Count);
        foreach (var some in lines.Chunk(AtOnce))
        {
            var matching = await CoretaxMatching.ReadAsync(db, actor, [.. some.Select(l => l.Row).OfType<CoretaxListRow>()], stop);
            rows.AddRange(
                some.Select(l => l.Row is { } row
                    ? Preview(l, row, matching)
                    : new CoretaxPreviewRow(l.Line, l.Shown, CoretaxEffect.Unreadable, [l.Problem!], null)));
        }

        return new CoretaxPreview(rows, [.. lines.Select(l => l.Row).OfType<CoretaxListRow>()]);
    }

    private static CoretaxPreviewRow Preview(CoretaxListLine line, CoretaxListRow row, CoretaxMatching matching)
    {
        var (invoice, by) = matching.Find(row);
        if (invoice is null)
        {
            var kept = row.Number is null
                ? Message.Of("coretax-preview.no-reference")
                : Message.Of("coretax-preview.unmatched");
            return new(
                line.Line,
                line.Shown,
                row.Number is not null && matching.Known(row)?.Status == row.Status ? CoretaxEffect.Same : CoretaxEffect.Unmatched,
                [kept],
                null);
        }

        var before = row.Number is null ? invoice.CoretaxStatus
            : matching.Known(row) is { InvoiceId: not null } known ? known.Status
            : null;
        var effect = before is null ? CoretaxEffect.New : before != row.Status ? CoretaxEffect.Changed : CoretaxEffect.Same;
        Value how = by switch
        {
            CoretaxMatch.DesktopNumber => Message.Of("coretax-preview.how:number"),
            CoretaxMatch.Hand => Message.Of("coretax-preview.how:hand"),
            _ => "",
        };
        var status = Value.Term(row.Status);
        var what = effect switch
        {
            CoretaxEffect.New when row.Number is null => Message.Of("coretax-preview.state", ("status", status), ("how", how)),
            CoretaxEffect.New => Message.Of("coretax-preview.number", ("status", status), ("how", how)),
            CoretaxEffect.Changed => Message.Of(
                "coretax-preview.changed", ("before", Value.Term(before!.Value)), ("status", status), ("how", how)),
            _ => Message.Of("coretax-preview.same", ("how", how)),
        };
        return new(line.Line, line.Shown, effect, [what, .. Odd(row, invoice)], invoice.Number);
    }

    // A cancelled tax invoice states nothing any more.
    private static IEnumerable<Message> Odd(CoretaxListRow row, Invoice invoice) =>
        row.Status == CoretaxStatus.Canceled || Math.Abs(row.Vat - invoice.VatAmount) < 1 ? []
        : [Message.Of("coretax-preview.vat", ("there", Value.Money(row.Vat)), ("here", Value.Money(invoice.VatAmount)))];
}
