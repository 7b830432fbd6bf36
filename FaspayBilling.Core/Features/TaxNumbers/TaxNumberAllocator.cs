using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Takes numbers for invoices and takes them back, inside the caller's write: every way to a number goes through here.</summary>
public sealed class TaxNumberAllocator(ThresholdCheck check)
{
    /// <summary>Gives the invoice the smallest available number of its year; false when none is left (nothing changes).</summary>
    public async Task<bool> TakeAsync(WriteContext write, Invoice invoice) => await TakeAsync(write, [invoice]) == 1;

    /// <summary>The same for an invoice that was read for this alone, in as few commands; null when none is left.</summary>
    internal async Task<TaxNumber?> TakeAsync(WriteContext write, UnnumberedInvoice invoice)
    {
        if (invoice.TakeSmallest() is not { } taken)
        {
            return null;
        }

        await invoice.GiveAsync(write, taken);
        if (!invoice.WarnsNobody(JakartaCalendar.YearOf(write.Now)))
        {
            await check.RunAsync(write);
        }

        return taken.Number;
    }

    /// <summary>
    /// Gives numbers to the invoices in the order given, smallest first; those of a year that runs out get none. Answers how many got one.
    /// </summary>
    public async Task<int> TakeAsync(WriteContext write, IReadOnlyList<Invoice> invoices)
    {
        await SaveEarlierAsync(write);
        var taken = 0;
        foreach (var year in invoices.GroupBy(i => i.InvoiceDate.Year))
        {
            taken += await TakeOfYearAsync(write, year.Key, [.. year]);
        }

        if (taken > 0)
        {
            await check.RunAsync(write);
        }

        return taken;
    }

    /// <summary>Takes the number from the invoice and makes it available again.</summary>
    /// <param name="write">The open write.</param>
    /// <param name="invoice">Read under the lock; its number may be given back.</param>
    /// <param name="hasTaxFile">An E-Faktur file was uploaded for the number.</param>
    public async Task<TaxNumber> GiveBackAsync(WriteContext write, Invoice invoice, bool hasTaxFile)
    {
        await SaveEarlierAsync(write);
        var number = invoice.ReleaseTaxNumber(hasTaxFile);
        await ForgetRowsAsync(write, invoice);
        var range = await write.Db.Set<TaxNumberRange>()
            .VisibleTo(write.Actor)
            .SingleAsync(r => r.Start <= number && r.End >= number, write.Stop);
        var pool = new TaxNumberPool(await NeighboursAsync(write, range.Id, number.Value, number.Value));
        pool.GiveBack(range, number);
        Store(write, pool);
        write.MarkChanged(HistorySubject.TaxNumberRange, range.Id);
        await check.RunAsync(write);
        return number;
    }

    /// <summary>The runs that touch or hold the numbers from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static async Task<List<AvailableRun>> NeighboursAsync(WriteContext write, long rangeId, long first, long last) =>
        await write.Db.Set<AvailableRun>().VisibleTo(write.Actor)
            .Where(r => r.RangeId == rangeId && r.First <= last + 1 && r.Last >= first - 1)
            .ToListAsync(write.Stop);

    /// <summary>Stores what the pool added and dropped.</summary>
    public static void Store(WriteContext write, TaxNumberPool pool)
    {
        write.Db.RemoveRange(pool.Removed);
        write.Db.AddRange(pool.Added);
    }

    // Runs are read from the database: what this write took or gave back before must be there.
    private static async Task SaveEarlierAsync(WriteContext write)
    {
        if (write.Db.ChangeTracker.Entries<AvailableRun>().Any(e => e.State != EntityState.Unchanged))
        {
            await write.SaveAsync();
        }
    }

    // Coretax rejected it for this invoice: the next one that takes the number has nothing to do with that.
    private static async Task ForgetRowsAsync(WriteContext write, Invoice invoice)
    {
        foreach (var row in await write.Db.Set<CoretaxRow>()
            .VisibleTo(write.Actor)
            .Where(r => r.InvoiceId == invoice.Id)
            .ToListAsync(write.Stop))
        {
            row.Dismiss(write.Now, write.Actor.Name);
            write.MarkChanged(HistorySubject.TaxExport);
        }
    }

    private static async Task<int> TakeOfYearAsync(WriteContext write, int year, IReadOnlyList<Invoice> invoices)
    {
        // So many runs hold at least so many numbers.
        var runs = new List<RunOfRange>();
        await foreach (var run in write.Queries.Of(Smallest)(write.Db, write.Actor.MerchantId, year, invoices.Count))
        {
            runs.Add(run);
        }

        var pool = new TaxNumberPool(runs.Select(r => r.Run));
        var ranges = new HashSet<long>();
        var taken = 0;
        foreach (var invoice in invoices)
        {
            if (pool.TakeSmallest() is not { } next)
            {
                break;
            }

            invoice.Give(next.Number);
            write.History(HistorySubject.Invoice, invoice.Id, "tax-number.give", ("number", next.Number.ToString()));
            ranges.Add(next.RangeId);
            taken++;
        }

        Store(write, pool);
        foreach (var range in runs.Select(r => r.Range).Where(r => ranges.Remove(r.Id)))
        {
            range.FirstUsedAt ??= write.Now;
            write.MarkChanged(HistorySubject.TaxNumberRange, range.Id);
        }

        return taken;
    }

    private static Func<BillingDb, long, int, int, IAsyncEnumerable<RunOfRange>> Smallest() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, int year, int most) =>
            (from run in db.Set<AvailableRun>()
             where run.MerchantId == merchant && run.Year == year
             join range in db.Set<TaxNumberRange>() on run.RangeId equals range.Id
             orderby run.First
             select new RunOfRange(run, range)).Take(most));

    private sealed record RunOfRange(AvailableRun Run, TaxNumberRange Range);
}
