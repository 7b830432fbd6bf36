using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Web.Demo;

/// <summary>One merchant's ranges: as many numbers as its invoices take, and a known rest.</summary>
internal sealed class DemoRanges(long merchantId, string block, DemoCalendar calendar, DemoPeople people)
{
    private readonly List<DemoRange> ranges = [];

    /// <summary>Ranges that reach back to the first invoice of the last 18 months, the rest of each year as asked.</summary>
    /// <param name="invoices">Those that take numbers of these ranges.</param>
    /// <param name="rest">Numbers left of the current year.</param>
    /// <param name="lastRest">Numbers left over of an earlier year.</param>
    public void Cover(IReadOnlyList<DemoInvoice> invoices, int rest, int lastRest)
    {
        var first = invoices.Min(i => i.Invoice.InvoiceDate.Year);
        for (var year = first; year <= calendar.Today.Year; year++)
        {
            var takers = invoices.Where(i => i.TakesNumber && i.Invoice.InvoiceDate.Year == year).ToList();
            var left = year == calendar.Today.Year ? rest : lastRest + (5 * (calendar.Today.Year - year));
            var start = Start(year);
            Add(year, start, new TaxNumber(start.Value + takers.Count(t => !t.GivesBack) + left - 1), takers);
        }
    }

    /// <summary>A range whose smallest numbers go to <paramref name="takers"/> in order of issue.</summary>
    public void Add(int year, TaxNumber start, TaxNumber end, IEnumerable<DemoInvoice> takers) => ranges.Add(new DemoRange(
        new TaxNumberRange { MerchantId = merchantId, Year = year, Start = start, End = end },
        [.. takers.OrderBy(t => t.Invoice.IssuedAt)]));

    public IEnumerable<TaxNumberRange> Rows => ranges.Select(r => r.Range);

    /// <summary>Hands the numbers out and answers the runs that stay available; the ranges' keys must be known.</summary>
    public IReadOnlyList<AvailableRun> HandOut() => [.. ranges.SelectMany(r => r.HandOut())];

    /// <summary>What the history tells of each range.</summary>
    public IEnumerable<(long RangeId, DemoEvent Event)> Stories() => ranges.SelectMany(r => Story(r).Select(e => (r.Range.Id, e)));

    // Numbers ran out some days ago and came in last evening: hence the invoices that still wait for one.
    private IEnumerable<DemoEvent> Story(DemoRange made)
    {
        var range = made.Range;
        var grown = range.Year == calendar.Today.Year && made.LastTaken is not null;
        var end = grown ? made.LastTaken!.Value.ToString() : range.End.ToString();
        var total = grown ? made.LastTaken!.Value.Value - range.Start.Value + 1 : range.Total;
        var added = made.LastTaken is null ? calendar.At(calendar.Yesterday, 17, 30) : calendar.At(new DateOnly(range.Year, 1, 1), 7, 30);
        yield return new DemoEvent(
            added,
            people.Admin,
            Message.Of(
                "range.add",
                ("start", range.Start.ToString()),
                ("end", end),
                ("year", Value.Plain(range.Year)),
                ("total", total)));
        if (grown)
        {
            yield return new DemoEvent(calendar.At(calendar.Yesterday, 17, 30), people.Admin, Message.Of(
                "range.change",
                ("start", range.Start.ToString()),
                ("end", end),
                ("new-start", range.Start.ToString()),
                ("new-end", range.End.ToString())));
        }
    }

    private TaxNumber Start(int year) => new(
        long.Parse(block, CultureInfo.InvariantCulture) * 10_000_000_000
            + (year % 100 * 100_000_000L)
            + 41_200_001
            + (year % 10 * 3_100_000));
}
