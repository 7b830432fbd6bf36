using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Reports;

/// <summary>
/// The whole Invoice Aging report of any day out of kept totals, in two commands: the first adds up what is open of each due day, the
/// second reads only invoices of the due days on the page.
/// </summary>
internal sealed class KeptAging(BillingDb db, Actor actor, DateOnly asOf)
{
    public async Task<AgingReport> ReadAsync(int page, int size, CancellationToken stop)
    {
        var days = await db.Set<AgingTotal>().VisibleTo(actor).Where(t => t.Day <= asOf)
            .GroupBy(t => t.DueDay)
            .Select(g => new DueDay(g.Key, g.Sum(t => t.Count), g.Sum(t => t.Amount)))
            .ToListAsync(stop);
        days = [.. days.Where(d => d.Count > 0).OrderBy(d => d.Day)];
        var total = days.Sum(d => d.Count);
        var number = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var sums = days.ToLookup(d => Aging.ClassOf(Math.Max(0, asOf.DayNumber - d.Day.DayNumber)));
        return new AgingReport(
            asOf,
            new Page<AgingRow>(await RowsAsync(days, (number - 1) * size, size, stop), total, number, size),
            Enum.GetValues<AgingClass>().ToDictionary(c => c, c => sums[c].Sum(d => d.Amount)));
    }

    private async Task<IReadOnlyList<AgingRow>> RowsAsync(List<DueDay> days, int first, int count, CancellationToken stop)
    {
        var (skip, found) = (first, 0);
        var due = new List<DateOnly>();
        foreach (var day in days)
        {
            if (due.Count == 0 && skip >= day.Count)
            {
                skip -= day.Count;
                continue;
            }

            due.Add(day.Day);
            found += day.Count;
            if (found >= skip + count)
            {
                break;
            }
        }

        var rows = await db.Set<AgingStep>().VisibleTo(actor).Where(s => due.Contains(s.DueDay) && s.Day <= asOf)
            .GroupBy(s => s.InvoiceId)
            .Select(g => new { Id = g.Key, Count = g.Sum(s => s.Count), Owed = g.Sum(s => s.Amount) })
            .Where(o => o.Count > 0)
            .Join(db.Set<Invoice>(), o => o.Id, i => i.Id, (o, i) => new { o.Owed, Invoice = i })
            .OrderBy(r => r.Invoice.Due).ThenBy(r => r.Invoice.Id)
            .Skip(skip).Take(count)
            .Select(r => new ReadAging.OpenInvoice
            {
                Id = r.Invoice.Id,
                Number = r.Invoice.Number,
                Type = r.Invoice.DocumentType,
                Customer = r.Invoice.CustomerName,
                InvoiceDate = r.Invoice.InvoiceDate,
                Due = r.Invoice.Due,
                Owed = r.Owed,
            })
            .ToListAsync(stop);
        return [.. rows.Select(r => ReadAging.Row(r, asOf))];
    }

    private sealed record DueDay(DateOnly Day, int Count, decimal Amount);
}
