using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Reads Coretax's list of output invoices (Pajak Keluaran) and says what saving it would do; nothing is changed.</summary>
public sealed class PreviewCoretaxList(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>
    /// Refuses <c>not-allowed</c>, <c>module.off</c>, <c>coretax-list.file</c>, <c>coretax-list.too-large</c>,
    /// <c>coretax-list.purchases</c>, <c>coretax-list.heading</c>, <c>coretax-list.empty</c>.
    /// </summary>
    /// <param name="actor">Who reads back; Finance or Admin.</param>
    /// <param name="file">XLSX or CSV, seekable; stays open.</param>
    /// <param name="progress">The share done, 0 to 1; may be null.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<Outcome<CoretaxPreview>> HandleAsync(Actor actor, Stream file, IProgress<double>? progress, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if ((actor.WhyNot(Role.Finance) ?? await db.WhyNotEFakturAsync(actor, stop)) is { } no)
        {
            return no;
        }

        // A large workbook takes its time: not that of whoever waits for the page.
        var lines = await Task.Run(() => CoretaxSheet.Read(file, stop), stop);
        return lines.Ok ? await PreviewAsync(db, actor, lines.Value, progress, stop) : lines.Refusal!;
    }

    private static async Task<CoretaxPreview> PreviewAsync(
        BillingDb db, Actor actor, IReadOnlyList<CoretaxListLine> lines, IProgress<double>? progress, CancellationToken stop)
    {
        var readable = lines.Select(l => l.Row).OfType<CoretaxListRow>().ToList();
        var facts = await CoretaxQueries.FactsAsync(db, actor, readable, also: null, progress, stop);
        var judged = await Task.Run(() => CoretaxMatching.Judge(readable, facts), stop);
        var ofLine = judged.ToDictionary(j => j.Row.Line);
        var rows = lines.Select(l => ofLine.TryGetValue(l.Line, out var one)
            ? new CoretaxPreviewRow(l.Line, l.Shown, one.Effect, CoretaxSayings.Of(one), one.Invoice?.Number)
            : new CoretaxPreviewRow(l.Line, l.Shown, CoretaxEffect.Unreadable, [l.Problem!], null));
        return new CoretaxPreview([.. rows], readable);
    }
}
