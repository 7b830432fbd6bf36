using System.Data.Common;
using System.Runtime.CompilerServices;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Migrations;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>What triggers keep of invoices (decision 27) is what the rows come to; a total of nothing is no row.</summary>
/// <param name="says">As a sentence that can follow "that".</param>
/// <param name="of">What is kept, in the plural.</param>
/// <param name="table">Where it is kept.</param>
/// <param name="keys">Of what it is one; the merchant first, none ever null.</param>
/// <param name="values">What is kept, as an expression, and whether it is hundredths of a rupiah.</param>
/// <param name="counted">A query for those keys and, as <c>V0</c>, <c>V1</c> and so on, what each row adds.</param>
internal sealed class KeptTotals(
    string says,
    string of,
    string table,
    IReadOnlyList<string> keys,
    IReadOnlyList<(string Kept, bool Money)> values,
    Func<TotalsSql, string> counted) : Invariant(says, of)
{
    private const string All = "IS NOT NULL";
    private const string Invoice = "InvoiceId";
    private const string Invoices = "(SELECT *, 1 AS \"Sign\" FROM \"Invoices\")";
    private const string InvoiceDate = "\"InvoiceDate\"";
    private static readonly (string Kept, bool Money) Count = ("\"Count\"", false);

    /// <summary>Each of them; what others are summed from comes first.</summary>
    public static readonly IReadOnlyList<Invariant> OfInvoices =
    [
        new KeptTotals(
            "the totals of a month are those of its invoices",
            "totals of months",
            "InvoiceTotals",
            ["MerchantId", "Month", "Status", "DocumentType"],
            [Count, ("\"Total\"", true), ("\"Balance\"", true)],
            sql => $"""
            SELECT "MerchantId", {sql.Month(InvoiceDate)} AS "Month", "Status", "DocumentType", 1 AS "V0",
                {InvoiceColumns.SignedTotalSql} AS "V1", {InvoiceColumns.BalanceSql} AS "V2" FROM "Invoices" WHERE "DeletedAt" IS NULL
            """),
        new KeptTotals(
            "the totals of a customer are those of its invoices",
            "totals of customers",
            "CustomerTotals",
            ["MerchantId", "CustomerId"],
            [Count, ("\"Outstanding\"", true)],
            _ => $"""
            SELECT "MerchantId", "CustomerId", 1 AS "V0", {TotalsSql.Owed} AS "V1" FROM "Invoices" WHERE "DeletedAt" IS NULL
            """),
        new KeptTotals(
            "what an invoice had open on each day follows from its facts",
            "changes of open amounts",
            "AgingSteps",
            ["MerchantId", Invoice, "DueDay", "Day"],
            [("\"Amount\"", true), Count],
            sql => $"""
            SELECT "MerchantId", "InvoiceId", "DueDay", "Day", "Amount" AS "V0", "Count" AS "V1" FROM ({sql.Steps(All)}) s
            """),
        new KeptTotals(
            "open amounts by due day are those of the invoices",
            "totals of due days",
            "AgingTotals",
            ["MerchantId", "DueDay", "Day"],
            [("\"Amount\"", true), Count],
            _ => """SELECT "MerchantId", "DueDay", "Day", "Amount" AS "V0", "Count" AS "V1" FROM "AgingSteps" """),
        new KeptTotals(
            "what is listed as missing of a tax invoice is missing",
            "gaps of tax invoices",
            "TaxGaps",
            ["MerchantId", Invoice, "Kind", "InvoiceDate"],
            [("1", false)],
            _ => $"""SELECT "MerchantId", "InvoiceId", "Kind", "InvoiceDate", 1 AS "V0" FROM ({TotalsSql.Gaps(All)}) g"""),
        new KeptTotals(
            "counts of a year's tax invoices are those of the invoices",
            "counts of tax invoices",
            "TaxTotals",
            ["MerchantId", "Year", "Kind"],
            [Count],
            sql => $"""
            SELECT "MerchantId", "Year", "Kind", "Sign" AS "V0" FROM ({sql.Years(Invoices)}) y
            UNION ALL SELECT "MerchantId", {sql.Year(InvoiceDate)}, "Kind", 1 FROM "TaxGaps"
            """),
        new KeptTotals(
            "counts of what has to be uploaded are those of the invoices",
            "counts of invoices to be uploaded",
            "UploadTotals",
            ["MerchantId", "Month"],
            [Count],
            sql => $"""SELECT "MerchantId", "Month", "Sign" AS "V0" FROM ({sql.Uploads(Invoices)}) u"""),
    ];

    /// <summary>The statements that write each of them anew: they say nothing that the rows do not say.</summary>
    public static string Anew(TotalsSql sql) => string.Join('\n', OfInvoices.Cast<KeptTotals>().Select(total => total.Written(sql)));

    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync($"SELECT count(*) FROM \"{table}\"", stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in moment.RowsAsync(Query(TotalsSql.Of(moment.IsPostgres)), stop))
        {
            var nothing = Enumerable.Range(3 + values.Count, values.Count).All(column => row.NumberAt(column) == 0);
            yield return new Breach(
                row.TextAt(0),
                row.TextAt(1) ?? "?",
                row.NumberAt(2) == 0 ? "no row" : Text(row, 3),
                nothing ? "no row" : Text(row, 3 + values.Count));
        }
    }

    private string Text(DbDataReader row, int first) => string.Join(
        ", ", values.Select((value, n) => value.Money ? Rupiah.Text(row.MoneyAt(first + n)) : row.TextAt(first + n)));

    private string Written(TotalsSql sql)
    {
        var key = string.Join(", ", keys.Select(k => $"\"{k}\""));
        var stored = Enumerable.Range(0, values.Count).Where(n => values[n].Kept.StartsWith('"')).ToList();
        return $"""
            DELETE FROM "{table}";
            INSERT INTO "{table}" ({string.Join(", ", stored.Select(n => values[n].Kept).Prepend(key))})
                SELECT {string.Join(", ", stored.Select(n => $"sum(\"V{n}\")").Prepend(key))} FROM ({counted(sql)}) c
                GROUP BY {key} HAVING {Each(n => $"sum(\"V{n}\") <> 0", " OR ")};
            """;
    }

    private string Query(TotalsSql sql)
    {
        var key = string.Join(", ", keys.Select(k => $"\"{k}\""));
        var name = string.Join(" || ' ' || ", keys.Skip(1).Select(k => k == Invoice
            ? "COALESCE(i.\"Number\", CAST(x.\"InvoiceId\" AS TEXT))"
            : $"CAST(x.\"{k}\" AS TEXT)"));
        var invoice = keys.Contains(Invoice, StringComparer.Ordinal) ? "LEFT JOIN \"Invoices\" i ON i.\"Id\" = x.\"InvoiceId\"" : "";
        return $"""
            SELECT m."Code", {name}, x."Rows", {Each(n => $"x.\"K{n}\"")}, {Each(n => $"x.\"V{n}\"")}
            FROM (SELECT {key}, sum("Rows") AS "Rows", {Each(n => $"sum(\"K{n}\") AS \"K{n}\", sum(\"V{n}\") AS \"V{n}\"")}
                FROM (SELECT {key}, 1 AS "Rows", {Each(n => $"{values[n].Kept} AS \"K{n}\"")}, {Each(n => $"0 AS \"V{n}\"")} FROM "{table}"
                    UNION ALL SELECT {key}, 0, {Each(_ => "0")}, {Each(n => $"\"V{n}\"")} FROM ({counted(sql)}) c) u
                GROUP BY {key}) x LEFT JOIN "Merchants" m ON m."Id" = x."MerchantId" {invoice}
            WHERE {Each(n => $"x.\"K{n}\" <> x.\"V{n}\"", " OR ")} OR (x."Rows" > 0 AND {Each(n => $"x.\"V{n}\" = 0", " AND ")})
            """;
    }

    private string Each(Func<int, string> of, string between = ", ") => string.Join(between, Enumerable.Range(0, values.Count).Select(of));
}
