using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>
/// Numbers that Coretax's list names as used, although no invoice here holds them: they are not handed out any more (docs/rules.md 5).
/// </summary>
internal static class SpentNumbers
{
    private const int AtOnce = 200;

    /// <summary>Takes them out of what is available, from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static async Task TakeOutAsync(WriteContext write, TaxNumber first, TaxNumber last)
    {
        var rows = await write.Db.Set<CoretaxRow>()
            .VisibleTo(write.Actor)
            .Where(r => r.Desktop != null && r.Desktop.Value >= first && r.Desktop.Value <= last)
            .Select(r => new { r.Desktop, r.Status })
            .ToListAsync(write.Stop);
        await TakeOutAsync(write, [.. rows.Where(r => r.Status.IsFinal()).Select(r => r.Desktop!.Value).Distinct()]);
    }

    /// <summary>Takes these out of what is available, and answers which of them were; what was added or changed is saved.</summary>
    public static async Task<IReadOnlyList<TaxNumber>> TakeOutAsync(WriteContext write, IReadOnlyCollection<TaxNumber> numbers)
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var (first, last) = (numbers.Min().Value, numbers.Max().Value);
        var pool = new TaxNumberPool(await write.Db.Set<AvailableRun>()
            .VisibleTo(write.Actor)
            .Where(r => r.First <= last && r.Last >= first)
            .ToListAsync(write.Stop));
        var taken = numbers.Where(pool.Take).ToList();
        if (taken.Count == 0)
        {
            return taken;
        }

        TaxNumberAllocator.Store(write, pool);
        foreach (var range in await write.Db.Set<TaxNumberRange>().VisibleTo(write.Actor).ToListAsync(write.Stop))
        {
            foreach (var number in taken.Where(n => n >= range.Start && n <= range.End))
            {
                range.FirstUsedAt ??= write.Now;
                write.History(HistorySubject.TaxNumberRange, range.Id, "tax-number.spent", ("number", number.ToString()));
            }
        }

        await write.SaveAsync();
        return taken;
    }

    /// <summary>
    /// Makes numbers available again that a read-in took out; those outside of every range stay as they are, and so do those that another
    /// row of a list shows as used or that an invoice holds. Answers how many are available again.
    /// </summary>
    public static async Task<int> PutBackAsync(WriteContext write, IReadOnlyCollection<TaxNumber> spent)
    {
        var given = 0;
        var numbers = await NobodysAsync(write, spent);

        // All of a range at once: one after the other, each look and each save would cost as much as all of them together.
        foreach (var range in await write.Db.Set<TaxNumberRange>().VisibleTo(write.Actor).ToListAsync(write.Stop))
        {
            var back = numbers.Where(n => n >= range.Start && n <= range.End).Order().ToList();
            if (back.Count > 0)
            {
                var pool = new TaxNumberPool(await TaxNumberAllocator.NeighboursAsync(write, range.Id, back[0].Value, back[^1].Value));
                foreach (var number in back.Where(n => !pool.Holds(n)).ToList())
                {
                    pool.GiveBack(range, number);
                    given++;
                }

                TaxNumberAllocator.Store(write, pool);
                write.MarkChanged(HistorySubject.TaxNumberRange, range.Id);
            }
        }

        await write.SaveAsync();
        return given;
    }

    private static async Task<IReadOnlyList<TaxNumber>> NobodysAsync(WriteContext write, IReadOnlyCollection<TaxNumber> numbers)
    {
        var taken = new HashSet<TaxNumber?>();
        foreach (var some in numbers.Select(n => (TaxNumber?)n).Chunk(AtOnce))
        {
            var named = await write.Db.Set<CoretaxRow>()
                .VisibleTo(write.Actor)
                .Where(r => some.Contains(r.Desktop))
                .Select(r => new { r.Desktop, r.Status })
                .ToListAsync(write.Stop);
            taken.UnionWith(named.Where(r => r.Status.IsFinal()).Select(r => r.Desktop));
            taken.UnionWith(await write.Db.Set<Invoice>()
                .IgnoreQueryFilters()
                .VisibleTo(write.Actor)
                .Where(i => some.Contains(i.TaxNumber))
                .Select(i => i.TaxNumber)
                .ToListAsync(write.Stop));
        }

        return [.. numbers.Where(n => !taken.Contains(n))];
    }
}
