using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Reading;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>
/// One page of the Billing List without a search. The total comes from kept totals; the rows are counted off from the nearer end of the
/// list, of the month in a list by date, or follow those that are shown.
/// </summary>
/// <param name="db">Open.</param>
/// <param name="actor">Sees the invoices of the own merchant.</param>
/// <param name="query">Without a search.</param>
/// <param name="far">Nothing is counted off further than so many rows.</param>
/// <param name="near">So few rows are counted off at once.</param>
public sealed class BillingPages(
    BillingDb db, Actor actor, BillingQuery query, int far = BillingPages.Far, int near = BillingPages.Near)
{
    /// <summary>Where nothing else is said, nothing is counted off further.</summary>
    public const int Far = 10_000;

    private const int Near = 1_000;

    private readonly int size = PageSizes.Of(query.Size);

    // With one status only, the order by status is that of the dates.
    private bool ByDate =>
        query.Sort == BillingSort.InvoiceDate || (query.Sort == BillingSort.Status && query.Status is not null);

    // That the filters leave so few pays for sorting them; of more of them, the order's first rows hold some soon enough.
    private int Fewest => 5 * near;

    private bool Few(int total) => !ByDate && total <= Fewest
        && query is not { Status: null, Type: null, From: null, To: null };

    private IQueryable<Invoice> Found => ListBillings.Narrowed(db.Set<Invoice>().VisibleTo(actor), query);

    /// <summary>A page past the end is the last one.</summary>
    /// <param name="shown">The page that was answered last for the same filters, order and size.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<Page<BillingRow>> ReadAsync(Page<BillingRow>? shown, CancellationToken stop)
    {
        var days = await CountAsync(stop);
        var pages = Math.Max(1, (days.Total + size - 1) / size);
        var number = Math.Clamp(query.Page, 1, pages);
        var beside = shown is { Rows.Count: > 0 } && shown.Size == size && Math.Abs(shown.Number - number) <= 1 ? shown : null;
        number = ByDate || beside is not null ? number : Reachable(number, pages);
        var first = (number - 1) * size;
        var count = Math.Min(size, days.Total - first);
        List<BillingRow> rows = count <= 0 ? []
            : Few(days.Total) || Math.Min(first, days.Total - first - count) <= near ? await CountedAsync(first, count, days.Total, stop)
            : ByDate ? await DatedAsync(first, count, days, stop)
            : beside is not null ? await BesideAsync(beside, number, count, stop)
            : await CountedAsync(first, count, days.Total, stop);
        return new Page<BillingRow>(rows, days.Total, number, size);
    }

    private Task<DayCounts> CountAsync(CancellationToken stop) =>
        DayCounts.ReadAsync(db, Filter(), query.From, query.To, stop);

    private InvoiceFilter Filter()
    {
        var filter = new InvoiceFilter(actor.MerchantId);
        filter = query.Status is { } status ? filter.And("\"Status\" = @status", "status", status.ToString()) : filter;
        return query.Type is { } type ? filter.And("\"DocumentType\" = @type", "type", type.ToString()) : filter;
    }

    // From either end; between them a page is only found by turning to it.
    private int Reachable(int number, int pages)
    {
        var (low, high) = (1 + (far / size), pages - (far / size));
        return number <= low || number >= high ? number : number - low < high - number ? low : high;
    }

    private Task<List<BillingRow>> CountedAsync(int first, int count, int total, CancellationToken stop)
    {
        var behind = total - first - count;
        var (backwards, skip) = (behind < first, Math.Min(first, behind));

        // Cut before it is sorted: its rows come from the filters' index, where else the order's would be walked for them.
        return Few(total) ? RowsAsync(Found.Take(Fewest), backwards, skip, count, stop)
            : OrderedAsync(query.Sort, backwards, new DayPlace(null, null, skip, Backwards: false), count, stop);
    }

    private Task<List<BillingRow>> DatedAsync(int first, int count, DayCounts days, CancellationToken stop)
    {
        var place = days.Find(query.Descending ? days.Total - first - count : first, count);
        return OrderedAsync(BillingSort.InvoiceDate, place.Backwards != query.Descending, place, count, stop);
    }

    private async Task<List<BillingRow>> OrderedAsync(
        BillingSort sort, bool backwards, DayPlace place, int count, CancellationToken stop)
    {
        var filter = Filter();
        filter = (place.From ?? query.From) is { } from ? filter.And("\"InvoiceDate\" >= @from", "from", from) : filter;
        filter = (place.Before?.AddDays(-1) ?? query.To) is { } to ? filter.And("\"InvoiceDate\" <= @to", "to", to) : filter;
        filter.Values["count"] = count;
        filter.Values["skip"] = place.Skip;
        var rows = await db.SqlRawAsync(
            BillingSql.Rows(filter, sort, query.Descending != backwards), filter.Values, BillingSql.Row, stop);
        if (backwards)
        {
            rows.Reverse();
        }

        return rows;
    }

    private Task<List<BillingRow>> BesideAsync(Page<BillingRow> shown, int number, int count, CancellationToken stop)
    {
        var back = number < shown.Number;
        var found = new BillingSeek(db, Found, query.Sort, query.Descending != back)
            .Behind(back ? shown.Rows[0] : number > shown.Number ? shown.Rows[^1] : shown.Rows[0], number == shown.Number, count);
        return RowsAsync(found, back, 0, count, stop);
    }

    private async Task<List<BillingRow>> RowsAsync(
        IQueryable<Invoice> found, bool backwards, int skip, int count, CancellationToken stop)
    {
        var rows = await ListBillings.Rows(ListBillings.Sorted(found, query.Sort, query.Descending != backwards).Skip(skip).Take(count))
            .ToListAsync(stop);
        if (backwards)
        {
            rows.Reverse();
        }

        return rows;
    }
}
