using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Reading;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>
/// The usual call of Get List Invoice, without a customer or due day: whole months are counted by kept totals, and the page is found in the
/// order of the dates.
/// </summary>
internal sealed class InvoicesByDate(BillingDb db, long merchant, InvoicesQuery query)
{
    private const string Columns = """i."CustomerName", i."InvoiceDate", i."Number", i."Due", i."Status", i."Outstanding" """;

    private const string CustomerNumber = """(SELECT c."Number" FROM "Customers" AS c WHERE c."Id" = i."CustomerId")""";

    // DeletedAt is null in all of them, but the index begins with it, and PostgreSQL reads it in order only when the order says so.
    private const string Order = """i."DeletedAt", i."InvoiceDate", i."Due", i."Number" """;
    private const string Backwards = """i."DeletedAt" DESC, i."InvoiceDate" DESC, i."Due" DESC, i."Number" DESC""";

    // One text for all sets of statuses: those that are not asked for repeat one that is.
    private const string OfStatuses = "\"Status\" IN (@s0, @s1, @s2, @s3, @s4, @s5, @s6)";
    private static readonly string[] Statuses = ["s0", "s1", "s2", "s3", "s4", "s5", "s6"];

    public async Task<InvoicesPage> ReadAsync(CancellationToken stop)
    {
        var filter = Filter();
        var days = await DayCounts.ReadAsync(db, filter, query.From, query.To, stop);
        return await InvoicesPage.OfAsync(
            days.Total, query.Page, (first, count) => RowsAsync(filter, days.Find(first, count), count, stop));
    }

    private InvoiceFilter Filter()
    {
        var filter = new InvoiceFilter(merchant).And(InvoiceColumns.Receivable).And(OfStatuses);
        for (var n = 0; n < Statuses.Length; n++)
        {
            filter.Values[Statuses[n]] = query.Statuses[Math.Min(n, query.Statuses.Count - 1)].ToString();
        }

        return filter;
    }

    private async Task<List<InvoiceForApi>> RowsAsync(InvoiceFilter filter, DayPlace place, int count, CancellationToken stop)
    {
        filter.Values["from"] = place.From ?? query.From;
        filter.Values["to"] = place.Before?.AddDays(-1) ?? query.To;
        filter.Values["count"] = count;
        filter.Values["skip"] = place.Skip;
        var rows = await db.SqlRawAsync(Text(filter, place.Backwards ? Backwards : Order), filter.Values, Row, stop);
        if (place.Backwards)
        {
            rows.Reverse();
        }

        return rows;
    }

    private string Text(InvoiceFilter filter, string order)
    {
        var found = $"""
            FROM "Invoices" AS i WHERE {filter.Shown} AND "InvoiceDate" >= @from AND "InvoiceDate" <= @to
            ORDER BY {order} LIMIT @count OFFSET @skip
            """;

        // PostgreSQL would look up the customers of the rows that are passed over too; SQLite would sort what it has in order already.
        return db is PostgresBillingDb
            ? $"SELECT {CustomerNumber}, {Columns} FROM (SELECT i.\"DeletedAt\", i.\"CustomerId\", {Columns} {found}) AS i ORDER BY {order}"
            : $"SELECT {CustomerNumber}, {Columns} {found}";
    }

    private static InvoiceForApi Row(RowValues row) => new(
        row.Whole(0), row.Text(1), row.Day(2), row.Text(3), row.Instant(4), row.Named<InvoiceStatus>(5), row.Rupiah(6));
}
