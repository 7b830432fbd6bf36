using System.Security.Cryptography;
using System.Text;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>
/// Saves what Coretax's list says: each number with its state, and with the invoice it belongs to. What contradicts something waits for
/// somebody's decision. The same list once more changes nothing; the whole read-in can be undone (<see cref="UndoCoretaxList"/>).
/// </summary>
public sealed class ApplyCoretaxList(WriteTransaction transaction, ThresholdCheck check, IDbContextFactory<BillingDb> dbs)
{
    // The look at the whole list comes first; what is left is the writing.
    private const double Looked = 0.3;
    private const int LongestName = 260;

    /// <summary>Answers what became of the rows. Refuses <c>not-allowed</c>, <c>module.off</c>.</summary>
    /// <param name="actor">Who reads back; Finance or Admin.</param>
    /// <param name="fileName">The list's name, for the history.</param>
    /// <param name="rows">What <see cref="PreviewCoretaxList"/> could read.</param>
    /// <param name="progress">The share done, 0 to 1; may be null.</param>
    /// <param name="stop">Ends it between two transactions; what was saved stays.</param>
    public async Task<Outcome<CoretaxApplied>> HandleAsync(
        Actor actor, string fileName, IReadOnlyList<CoretaxListRow> rows, IProgress<double>? progress, CancellationToken stop)
    {
        var sum = new CoretaxApplied(0, 0, 0, 0);
        var name = PlainText.Cut(PlainText.Line(fileName), LongestName);

        // Of a number that stands in it twice the last word counts; an empty list still asks who may.
        foreach (var piece in CoretaxGroups.Pieces(await LookAsync(actor, rows, progress, stop), CoretaxQueries.AtOnce))
        {
            var reading = sum.ReadingId;
            var done = await transaction.RunAsync<CoretaxApplied>(
                actor with { Form = actor.Form?.Part(NameOf(piece)) },
                new AuditedAction(HistorySubject.TaxExport, "coretax.read-list"),
                async write =>
                    (actor.WhyNot(Role.Finance) ?? await write.Db.WhyNotEFakturAsync(actor, stop)) is { } no ? no
                    : piece.Count == 0 ? new CoretaxApplied(0, 0, 0, 0)
                    : await ApplyAsync(write, reading, name, piece),
                stop);
            if (!done.Ok)
            {
                return Outcome<CoretaxApplied>.Refused(Refusals.OfAPiece(done.Refusals, before: sum.Rows > 0));
            }

            sum = sum.Plus(done.Value);
            progress?.Report(Looked + ((1 - Looked) * sum.Rows / Math.Max(1, rows.Count)));
        }

        return sum;
    }

    // Sent again, the list may fall into other pieces than before: only the same rows get the first answer.
    private static string NameOf(IReadOnlyList<CoretaxListRow> piece) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', piece.Select(r => r.Line)))))[..16];

    // Which rows concern each other, before any is written: only they must come under one lock.
    private async Task<IReadOnlyList<CoretaxJudgement>> LookAsync(
        Actor actor, IReadOnlyList<CoretaxListRow> rows, IProgress<double>? progress, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var share = progress is null ? null : new Part(progress);
        return CoretaxMatching.Judge(rows, await CoretaxQueries.FactsAsync(db, actor, rows, also: null, share, stop));
    }

    private async Task<CoretaxApplied> ApplyAsync(WriteContext write, long? readingId, string fileName, IReadOnlyList<CoretaxListRow> rows)
    {
        var reading = readingId is { } id
            ? await write.Db.Set<CoretaxReading>().VisibleTo(write.Actor).SingleAsync(r => r.Id == id, write.Stop)
            : write.Db.Add(new CoretaxReading
            {
                MerchantId = write.Actor.MerchantId, FileName = fileName, At = write.Now, By = write.Actor.Name,
            }).Entity;
        await write.SaveAsync();
        var facts = await CoretaxQueries.FactsAsync(write.Db, write.Actor, rows, also: null, progress: null, write.Stop);
        var judged = CoretaxMatching.Judge(rows, facts);
        var writing = new CoretaxWriting(write, facts, reading.Id);
        var changed = await writing.SaveAsync(judged);
        var waiting = judged.Count(j => j.Waits(facts));
        (reading.Rows, reading.Changed, reading.Waiting) =
            (reading.Rows + rows.Count, reading.Changed + changed, reading.Waiting + waiting);
        if (readingId is null)
        {
            write.History(HistorySubject.TaxExport, null, "coretax.read-list", ("file", fileName));
        }

        if (writing.TookNumbers)
        {
            await check.RunAsync(write);
        }

        write.MarkChanged(HistorySubject.TaxExport);
        return new CoretaxApplied(rows.Count, changed, waiting, judged.Count(j => j.IsConflict)) { ReadingId = reading.Id };
    }

    private sealed class Part(IProgress<double> whole) : IProgress<double>
    {
        public void Report(double value) => whole.Report(value * Looked);
    }
}

/// <summary>What became of the rows of a list.</summary>
/// <param name="Rows">Read.</param>
/// <param name="Changed">Invoices whose number or state changed.</param>
/// <param name="Waiting">Rows that wait for somebody's decision.</param>
/// <param name="Conflicts">Those rows that contradict something.</param>
public sealed record CoretaxApplied(int Rows, int Changed, int Waiting, int Conflicts)
{
    /// <summary>The read-in, to undo it; null when nothing was read.</summary>
    public long? ReadingId { get; init; }

    internal CoretaxApplied Plus(CoretaxApplied more) =>
        new(Rows + more.Rows, Changed + more.Changed, Waiting + more.Waiting, Conflicts + more.Conflicts)
        {
            ReadingId = ReadingId ?? more.ReadingId,
        };
}
