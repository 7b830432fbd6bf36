namespace FaspayBilling.Core.Data.Migrations;

/// <summary>
/// The statements that keep totals, for the triggers of both databases and for filling the tables from what stands. <c>rows</c> are
/// invoices, each with a <c>Sign</c>: 1 for what an invoice is now, -1 for what it was.
/// </summary>
/// <param name="month">First day of the month of a day.</param>
/// <param name="year">Year of a day.</param>
/// <param name="day">Jakarta day of an instant.</param>
/// <param name="later">The later of two days.</param>
internal sealed class TotalsSql(
    Func<string, string> month, Func<string, string> year, Func<string, string> day, Func<string, string, string> later)
{
    private const string Receivable = InvoiceColumns.Receivable;
    private const string Issued = "\"Status\" IN ('Unpaid', 'PartiallyPaid', 'Overdue', 'Paid')";
    private const string Tax = "\"InvoiceTax\" AND " + Receivable;
    private const string NoNumber = "\"TaxNumber\" IS NULL AND \"CoretaxNumber\" IS NULL";
    private const string TotalKey = "\"MerchantId\", \"Month\", \"Status\", \"DocumentType\"";
    private const string TaxKey = "\"MerchantId\", \"Year\", \"Kind\"";
    private const string AgingKey = "\"MerchantId\", \"DueDay\", \"Day\"";

    /// <summary>Columns of an invoice that <see cref="Count"/> reads.</summary>
    public static readonly IReadOnlyList<string> Counted =
    [
        "MerchantId", "CustomerId", "InvoiceDate", "Status", "DocumentType", "InvoiceTax", "Total", "Outstanding", "IssuedAt", "DeletedAt",
    ];

    /// <summary>Columns of an invoice that decide what was open when.</summary>
    public static readonly IReadOnlyList<string> Opening = ["InvoiceDate", "Due", "Total", "IssuedAt", "CancelledAt", "DeletedAt"];

    /// <summary>Columns of an invoice that decide what the tax office misses of it.</summary>
    public static readonly IReadOnlyList<string> Taxed =
        ["InvoiceDate", "Status", "InvoiceTax", "TaxNumber", "CoretaxNumber", "DeletedAt"];

    /// <summary>Columns of an invoice that decide whether it still has to be uploaded.</summary>
    public static readonly IReadOnlyList<string> Uploading =
        ["InvoiceDate", "Status", "DocumentType", "InvoiceTax", "ExportedAt", "CoretaxNumber", "DeletedAt"];

    /// <summary>Of what there is one count of those.</summary>
    public static readonly IReadOnlyList<string> UploadKeys = ["MerchantId", "Month"];

    /// <summary>What is taken away when it reaches 0: the tables, when they have, and their keys.</summary>
    public static readonly IReadOnlyList<(string Table, string Zero, IReadOnlyList<string> Key)> Totals =
    [
        ("InvoiceTotals", "new.\"Count\" = 0", ["MerchantId", "Month", "Status", "DocumentType"]),
        ("CustomerTotals", "new.\"Count\" = 0", ["MerchantId", "CustomerId"]),
        ("AgingTotals", "new.\"Count\" = 0 AND new.\"Amount\" = 0", ["MerchantId", "DueDay", "Day"]),
        ("TaxTotals", "new.\"Count\" = 0", ["MerchantId", "Year", "Kind"]),
    ];

    /// <summary>Takes such a row away.</summary>
    public static string Remove(string table, IReadOnlyList<string> key) =>
        $"DELETE FROM \"{table}\" WHERE {string.Join(" AND ", key.Select(k => $"\"{k}\" = new.\"{k}\""))};";

    /// <summary>In the words of that database.</summary>
    public static TotalsSql Of(bool postgres) => postgres ? Postgres.KeptTotalsTriggers.Sql : Sqlite.KeptTotalsTriggers.Sql;

    public string Month(string on) => month(on);

    public string Year(string on) => year(on);

    /// <summary>Adds the rows, by their sign, to the totals of months, customers and years.</summary>
    public string Count(string rows) => $"""
        INSERT INTO "InvoiceTotals" ({TotalKey}, "Count", "Total", "Balance")
            SELECT "MerchantId", {month("\"InvoiceDate\"")}, "Status", "DocumentType", SUM("Sign"),
                SUM("Sign" * ({InvoiceColumns.SignedTotalSql})), SUM("Sign" * ({InvoiceColumns.BalanceSql}))
            FROM {rows} r WHERE "DeletedAt" IS NULL GROUP BY 1, 2, 3, 4
            HAVING SUM("Sign") <> 0 OR SUM("Sign" * "Total") <> 0 OR SUM("Sign" * "Outstanding") <> 0
            ON CONFLICT ({TotalKey}) DO UPDATE SET "Count" = "InvoiceTotals"."Count" + excluded."Count",
                "Total" = "InvoiceTotals"."Total" + excluded."Total", "Balance" = "InvoiceTotals"."Balance" + excluded."Balance";
        INSERT INTO "CustomerTotals" ("MerchantId", "CustomerId", "Count", "Outstanding")
            SELECT "MerchantId", "CustomerId", SUM("Sign"), SUM("Sign" * ({Owed}))
            FROM {rows} r WHERE "DeletedAt" IS NULL GROUP BY 1, 2 HAVING SUM("Sign") <> 0 OR SUM("Sign" * ({Owed})) <> 0
            ON CONFLICT ("MerchantId", "CustomerId") DO UPDATE SET "Count" = "CustomerTotals"."Count" + excluded."Count",
                "Outstanding" = "CustomerTotals"."Outstanding" + excluded."Outstanding";
        {AddTax(Years(rows))}
        """;

    /// <summary>What counts of the rows in a year, by their sign.</summary>
    public string Years(string rows) => $"""
        SELECT "MerchantId", {year("\"InvoiceDate\"")} AS "Year", k."Kind" AS "Kind", "Sign"
        FROM {rows} r CROSS JOIN (SELECT 'Issued' AS "Kind" UNION ALL SELECT 'Late' UNION ALL SELECT 'Waiting') k
        WHERE "DeletedAt" IS NULL AND {Tax} AND CASE k."Kind"
            WHEN 'Issued' THEN {Issued}
            WHEN 'Late' THEN {Issued} AND {year(day("\"IssuedAt\""))} > {year("\"InvoiceDate\"")}
            ELSE "Status" IN ('Draft', 'Proforma') END
        """;

    /// <summary>Adds gaps, by their sign, to the totals of years.</summary>
    public string CountGaps(string gaps) =>
        AddTax($"""SELECT "MerchantId", {year("\"InvoiceDate\"")} AS "Year", "Kind", "Sign" FROM {gaps} g""");

    /// <summary>Adds steps, by their sign, to the totals of due days.</summary>
    public static string CountSteps(string steps) => $"""
        INSERT INTO "AgingTotals" ({AgingKey}, "Amount", "Count")
            SELECT {AgingKey}, SUM("Sign" * "Amount"), SUM("Sign" * "Count") FROM {steps} s GROUP BY 1, 2, 3
            HAVING SUM("Sign" * "Amount") <> 0 OR SUM("Sign" * "Count") <> 0
            ON CONFLICT ({AgingKey}) DO UPDATE SET "Amount" = "AgingTotals"."Amount" + excluded."Amount",
                "Count" = "AgingTotals"."Count" + excluded."Count";
        """;

    /// <summary>Writes the steps of the invoices anew; <paramref name="which"/> follows their key.</summary>
    public string Age(string which) => $"""
        DELETE FROM "AgingSteps" WHERE "InvoiceId" {which};
        {FirstAge(which)}
        """;

    /// <summary>Writes the steps of invoices that have none.</summary>
    public string FirstAge(string which) => $"""
        INSERT INTO "AgingSteps" ("MerchantId", "DueDay", "InvoiceId", "Day", "Amount", "Count")
            {Steps(which)};
        """;

    /// <summary>The steps of the invoices, as their facts give them.</summary>
    public string Steps(string which) => $"""
        SELECT "MerchantId", {day("\"Due\"")} AS "DueDay", "InvoiceId", "Day", "Open" - "Before" AS "Amount",
            CASE WHEN "Open" > 0 THEN 1 ELSE 0 END - CASE WHEN "Before" > 0 THEN 1 ELSE 0 END AS "Count"
        FROM (
            SELECT b.*, LAG("Open", 1, CAST(0 AS BIGINT)) OVER (PARTITION BY "InvoiceId" ORDER BY "Day") AS "Before"
            FROM (
                SELECT l.*, CASE WHEN "Level" <= 0 OR "Day" >= "Closed" THEN CAST(0 AS BIGINT) ELSE "Level" END AS "Open"
                FROM (
                    SELECT e.*, CAST(SUM("Change") OVER (PARTITION BY "InvoiceId" ORDER BY "Day") AS BIGINT) AS "Level"
                    FROM (
                        SELECT "MerchantId", "Due", "InvoiceId", "Closed", "Day", SUM("Change") AS "Change"
                        FROM ({Facts(which)}) f GROUP BY 1, 2, 3, 4, 5
                    ) e
                ) l
            ) b
        ) a WHERE "Open" <> "Before"
        """;

    /// <summary>Writes anew what the invoices miss; <paramref name="which"/> follows their key.</summary>
    public static string Miss(string which) => $"""
        DELETE FROM "TaxGaps" WHERE "InvoiceId" {which};
        {FirstMiss(which)}
        """;

    /// <summary>Writes what invoices miss that have no gap yet.</summary>
    public static string FirstMiss(string which) => $"""
        INSERT INTO "TaxGaps" ("InvoiceId", "MerchantId", "Kind", "InvoiceDate")
            {Gaps(which)};
        """;

    /// <summary>What the invoices miss.</summary>
    public static string Gaps(string which) => $"""
        SELECT "Id" AS "InvoiceId", "MerchantId", CASE WHEN {NoNumber} THEN 'WithoutNumber' ELSE 'WithoutFile' END AS "Kind", "InvoiceDate"
        FROM "Invoices" i WHERE "Id" {which} AND "DeletedAt" IS NULL AND {Tax} AND {Issued}
            AND (({NoNumber}) OR NOT EXISTS (SELECT 1 FROM "TaxFiles" f WHERE f."InvoiceId" = i."Id" AND f."ReplacedAt" IS NULL))
        """;

    /// <summary>A tax invoice that still has to be uploaded; each column follows <paramref name="row"/>.</summary>
    public static string Uploadable(string row) =>
        $"""
        {row}"InvoiceTax" AND {row}"ExportedAt" IS NULL AND {row}"CoretaxNumber" IS NULL AND {row}"DeletedAt" IS NULL AND {row}{Issued}
            AND {row}{Receivable}
        """;

    /// <summary>Months of the rows that still have to be uploaded.</summary>
    public string Uploads(string rows) =>
        $"""SELECT "MerchantId", {month("\"InvoiceDate\"")} AS "Month", "Sign" FROM {rows} r WHERE {Uploadable("")}""";

    /// <summary>Adds those rows, by their sign, to the counts of months.</summary>
    public string CountUploads(string rows) => $"""
        INSERT INTO "UploadTotals" ("MerchantId", "Month", "Count")
            SELECT "MerchantId", "Month", SUM("Sign") FROM ({Uploads(rows)}) u GROUP BY 1, 2 HAVING SUM("Sign") <> 0
            ON CONFLICT ("MerchantId", "Month") DO UPDATE SET "Count" = "UploadTotals"."Count" + excluded."Count";
        """;

    /// <summary>What a customer owes by an invoice.</summary>
    public static string Owed => $"CASE WHEN \"IssuedAt\" IS NOT NULL AND {Receivable} THEN \"Outstanding\" ELSE 0 END";

    // What was paid before the invoice date counts from it on; what was undone counts until the day on which it was.
    private string Facts(string which) => $"""
        {Fact("i.\"InvoiceDate\"", "i.\"Total\"", "\"Invoices\" i", $"i.\"Id\" {which}")}
        UNION ALL {Fact(day("i.\"CancelledAt\""), "0", "\"Invoices\" i", $"i.\"Id\" {which} AND i.\"CancelledAt\" IS NOT NULL")}
        UNION ALL {Fact("p.\"Date\"", "-p.\"Amount\"", WithInvoice("Payments", "p"),
            $"p.\"InvoiceId\" {which} AND (p.\"UndoneAt\" IS NULL OR {day("p.\"UndoneAt\"")} > p.\"Date\")")}
        UNION ALL {Fact(day("p.\"UndoneAt\""), "p.\"Amount\"", WithInvoice("Payments", "p"),
            $"p.\"InvoiceId\" {which} AND {day("p.\"UndoneAt\"")} > p.\"Date\"")}
        UNION ALL {Fact(day("d.\"UploadedAt\""), "-d.\"WithholdingAmount\"", WithInvoice("BillingDocuments", "d"),
            $"d.\"InvoiceId\" {which} AND d.\"Deducts\" AND d.\"DeletedAt\" IS NULL")}
        """;

    // Each with its invoice: joined afterwards, PostgreSQL would go through all facts for each invoice of a statement with many.
    private string Fact(string on, string change, string from, string where) => $"""
        SELECT i."MerchantId" AS "MerchantId", i."Due" AS "Due", i."Id" AS "InvoiceId", {day("i.\"CancelledAt\"")} AS "Closed",
            {later(on, "i.\"InvoiceDate\"")} AS "Day", {change} AS "Change"
        FROM {from} WHERE {where} AND i."IssuedAt" IS NOT NULL AND i."DeletedAt" IS NULL AND i.{Receivable}
        """;

    private static string WithInvoice(string table, string name) =>
        $"\"{table}\" {name} JOIN \"Invoices\" i ON i.\"Id\" = {name}.\"InvoiceId\"";

    private static string AddTax(string rows) => $"""
        INSERT INTO "TaxTotals" ({TaxKey}, "Count")
            SELECT {TaxKey}, SUM("Sign") FROM ({rows}) t GROUP BY 1, 2, 3 HAVING SUM("Sign") <> 0
            ON CONFLICT ({TaxKey}) DO UPDATE SET "Count" = "TaxTotals"."Count" + excluded."Count";
        """;
}
