using FaspayBilling.Core.Data.Reading;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>
/// The rows of the Billing List in SQL of our own, kept prepared on SQLite, measured and logged on both: the same columns and orders as
/// <see cref="ListBillings.Rows"/> and <see cref="ListBillings.Sorted"/>.
/// </summary>
internal static class BillingSql
{
    private const string Columns = """
        SELECT "Id", "Number", "TaxNumber", "CustomerName", "InvoiceDate", "Due", "Total", "Outstanding", "Status", "DocumentType"
        """;

    /// <summary>Those from <c>@skip</c> on, <c>@count</c> of them.</summary>
    public static string Rows(InvoiceFilter filter, BillingSort sort, bool descending) =>
        $"""
        {Columns} FROM "Invoices" AS i WHERE {filter.Shown} ORDER BY {Order(sort, descending ? " DESC" : "")} LIMIT @count OFFSET @skip
        """;

    public static BillingRow Row(RowValues row) => new(
        row.Long(0),
        row.Text(1),
        row.TaxNumber(2),
        row.Text(3),
        row.Day(4),
        row.Instant(5),
        row.Rupiah(6),
        row.Rupiah(7),
        row.Named<InvoiceStatus>(8),
        row.Named<DocumentType>(9));

    private static string Order(BillingSort sort, string way) => sort switch
    {
        BillingSort.InvoiceNo => $"\"Number\"{way}, \"Id\"{way}",
        BillingSort.TaxNumber => $"\"TaxNumber\"{way}, \"Id\"{way}",
        BillingSort.Customer => $"\"DeletedAt\"{way}, \"CustomerName\"{way}, \"Id\"{way}",
        BillingSort.InvoiceDate => $"\"DeletedAt\"{way}, \"InvoiceDate\"{way}, \"Id\"{way}",
        BillingSort.DueDate => $"\"DeletedAt\"{way}, \"Due\"{way}, \"Id\"{way}",
        BillingSort.Total => $"\"DeletedAt\"{way}, \"SignedTotal\"{way}, \"Id\"{way}",
        BillingSort.Outstanding => $"\"DeletedAt\"{way}, \"Balance\"{way}, \"Id\"{way}",
        BillingSort.Status => $"\"DeletedAt\"{way}, \"Status\"{way}, \"InvoiceDate\"{way}, \"Id\"{way}",
    };
}
