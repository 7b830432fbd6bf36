using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Takes a whole read-in of Coretax's list back: rows, numbers, states and spent numbers are as they were before it.</summary>
public sealed class UndoCoretaxList(WriteTransaction transaction, ThresholdCheck check)
{
    /// <summary>
    /// Refuses <c>coretax-list.not-found</c>, <c>not-allowed</c>, <c>module.off</c>, <c>coretax-list.undone</c>, and
    /// <c>coretax-list.built-on</c> when a later list, a choice by hand or an E-Faktur file built on it.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, CancellationToken stop) =>
        transaction.RunAsync(
            actor, new AuditedAction(HistorySubject.TaxExport, "coretax.undo-list"), async write =>
            {
                if (await write.Db.Set<CoretaxReading>()
                    .VisibleTo(actor)
                    .SingleOrDefaultAsync(r => r.Id == id, stop) is not { } reading)
                {
                    return TaxOfficeRefusals.CoretaxListNotFound;
                }

                if ((actor.WhyNot(Role.Finance)
                    ?? await write.Db.WhyNotEFakturAsync(actor, stop)
                    ?? (reading.UndoneAt is null ? null : TaxOfficeRefusals.CoretaxListUndone)) is { } no)
                {
                    return no;
                }

                var undoing = await Undoing.ReadAsync(write, id);
                if (await undoing.BuiltOnAsync(write) is { } what)
                {
                    return TaxOfficeRefusals.CoretaxListBuiltOn(what);
                }

                var back = await undoing.RunAsync(write, reading.FileName);
                (reading.UndoneAt, reading.UndoneBy) = (write.Now, actor.Name);
                write.History(HistorySubject.TaxExport, null, "coretax.undo-list", ("file", reading.FileName));
                if (back > 0)
                {
                    await check.RunAsync(write);
                }

                return Outcome.Done;
            }, stop);

    private sealed record Undoing(List<CoretaxChange> Changes, Dictionary<long, CoretaxRow> Rows, Dictionary<long, Invoice> Invoices)
    {
        // What was changed twice goes back to what it was first, and must be what it became last.
        private IEnumerable<(CoretaxChange First, CoretaxChange Last)> OfRows =>
            Changes.Where(c => c.RowId is not null).GroupBy(c => c.RowId).Select(g => (g.First(), g.Last()));

        private IEnumerable<(CoretaxChange First, CoretaxChange Last)> OfInvoices =>
            Changes.Where(c => c.InvoiceId is not null).GroupBy(c => c.InvoiceId).Select(g => (g.First(), g.Last()));

        public static async Task<Undoing> ReadAsync(WriteContext write, long id)
        {
            var changes = write.Db.Set<CoretaxChange>().Where(c => c.ReadingId == id);
            return new Undoing(
                await changes.OrderBy(c => c.Id).ToListAsync(write.Stop),
                await write.Db.Set<CoretaxRow>()
                    .VisibleTo(write.Actor)
                    .Where(r => changes.Select(c => c.RowId).Contains(r.Id))
                    .ToDictionaryAsync(r => r.Id, write.Stop),
                await write.Db.Set<Invoice>()
                    .IgnoreQueryFilters()
                    .VisibleTo(write.Actor)
                    .Where(i => changes.Select(c => c.InvoiceId).Contains(i.Id))
                    .ToDictionaryAsync(i => i.Id, write.Stop));
        }

        /// <summary>The number or invoice on which something else was built; null when nothing was.</summary>
        public async Task<string?> BuiltOnAsync(WriteContext write)
        {
            foreach (var (_, last) in OfRows)
            {
                // Nobody deletes a row; but if one were gone, nothing could be put back.
                var row = Rows.GetValueOrDefault(last.RowId!.Value);
                if (row?.Word() != CoretaxRowWord.Read(last.After))
                {
                    return row?.Number ?? "";
                }
            }

            var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (first, last) in OfInvoices)
            {
                var (invoice, after) = (Invoices[last.InvoiceId!.Value], TaxOfficeWord.Read(last.After));
                if (invoice.ToldByTaxOffice() != after)
                {
                    return invoice.Number;
                }

                if (after.Number is { } number && TaxOfficeWord.Read(first.Before!).Number != number)
                {
                    numbers[number] = invoice.Number;
                }
            }

            foreach (var some in numbers.Keys.Chunk(CoretaxQueries.AtOnce))
            {
                var filed = await write.Db.Set<TaxFile>()
                    .VisibleTo(write.Actor)
                    .Where(f => f.CoretaxNumber != null && some.Contains(f.CoretaxNumber))
                    .Select(f => f.CoretaxNumber)
                    .FirstOrDefaultAsync(write.Stop);
                if (filed is not null)
                {
                    return numbers[filed];
                }
            }

            return null;
        }

        /// <summary>Answers how many numbers are available again.</summary>
        public async Task<int> RunAsync(WriteContext write, string fileName)
        {
            // Also those that no range held when the list was read: a later one may have left them out.
            var spent = Rows.Values.Where(r => r.Status.IsFinal()).Select(r => r.Desktop).OfType<TaxNumber>()
                .Concat(Changes.Select(c => c.TaxNumber).OfType<TaxNumber>()).Distinct().ToList();
            foreach (var (first, _) in OfRows)
            {
                var row = Rows[first.RowId!.Value];
                if (first.Before is { } before)
                {
                    row.Take(CoretaxRowWord.Read(before));
                }
                else
                {
                    write.Db.Remove(row);
                }
            }

            foreach (var (first, _) in OfInvoices)
            {
                var invoice = Invoices[first.InvoiceId!.Value];
                invoice.ReadBack(TaxOfficeWord.Read(first.Before!));
                write.History(HistorySubject.Invoice, invoice.Id, "coretax.undo", ("file", fileName));
            }

            await write.SaveAsync();
            await CoretaxInvoices.TellAsync(write, Invoices.Values);
            var back = await SpentNumbers.PutBackAsync(write, spent);
            write.MarkChanged(HistorySubject.TaxExport);
            return back;
        }
    }
}
