using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Sqlite;

/// <summary>
/// The triggers that keep totals. SQLite makes a table anew to change a column or to add a foreign key, which fails while triggers of
/// other tables name it: a later migration that does so to invoices, payments, billing documents or tax files begins with
/// <see cref="ForgetTotals"/>, and the migration after it calls <see cref="KeepTotals"/>, for EF puts the making of tables behind all
/// statements of a migration. For invoices so too with <see cref="UploadTriggers"/> and <see cref="SearchQueue"/>.
/// </summary>
internal static class KeptTotalsTriggers
{
    private const string This = "IN (new.\"Id\")";
    private const string All = "IS NOT NULL";

    public static readonly TotalsSql Sql = new(
        d => $"(substr({d}, 1, 7) || '-01')",
        d => $"CAST(substr({d}, 1, 4) AS INTEGER)",
        i => $"date({i}, '+7 hours')",
        (a, b) => $"max({a}, {b})");

    /// <summary>Fills the tables, which are empty, from what stands.</summary>
    public static void FillTotals(this MigrationBuilder migration) => migration.Sql($"""
        {Sql.Count("(SELECT *, 1 AS \"Sign\" FROM \"Invoices\")")}
        {Sql.FirstAge(All)}
        {TotalsSql.CountSteps("(SELECT *, 1 AS \"Sign\" FROM \"AgingSteps\")")}
        {TotalsSql.FirstMiss(All)}
        {Sql.CountGaps("(SELECT *, 1 AS \"Sign\" FROM \"TaxGaps\")")}
        """);

    /// <summary>The triggers on invoices and on what belongs to them.</summary>
    public static void KeepTotals(this MigrationBuilder migration)
    {
        foreach (var (name, when, then) in Triggers())
        {
            migration.Sql($"DROP TRIGGER IF EXISTS \"{name}\"; CREATE TRIGGER \"{name}\" AFTER {when} BEGIN {then} END;");
        }
    }

    /// <summary>Takes the triggers away.</summary>
    public static void ForgetTotals(this MigrationBuilder migration)
    {
        foreach (var (name, _, _) in Triggers())
        {
            migration.Sql($"DROP TRIGGER IF EXISTS \"{name}\";");
        }
    }

    private static IEnumerable<(string Name, string When, string Then)> Triggers()
    {
        const string OpenAtOnce = """INSERT ON "Invoices" WHEN new."IssuedAt" IS NOT NULL""";
        const string TaxAtOnce = """INSERT ON "Invoices" WHEN new."InvoiceTax" AND new."IssuedAt" IS NOT NULL""";
        yield return ("TotalsInsert", "INSERT ON \"Invoices\"", Sql.Count(One("new", TotalsSql.Counted, 1)));
        yield return ("TotalsDelete", "DELETE ON \"Invoices\"", Sql.Count(One("old", TotalsSql.Counted, -1)));
        yield return ("TotalsUpdate", Changed("Invoices", TotalsSql.Counted), Sql.Count(Both(TotalsSql.Counted)));
        yield return ("AgingInsert", OpenAtOnce, Sql.FirstAge(This));
        yield return ("AgingUpdate", Changed("Invoices", TotalsSql.Opening), Sql.Age(This));
        yield return ("AgingDelete", "DELETE ON \"Invoices\"", """DELETE FROM "AgingSteps" WHERE "InvoiceId" = old."Id";""");
        yield return ("TaxGapsInsert", TaxAtOnce, TotalsSql.FirstMiss(This));
        yield return ("TaxGapsUpdate", Changed("Invoices", TotalsSql.Taxed), TotalsSql.Miss(This));
        yield return ("TaxGapsDelete", "DELETE ON \"Invoices\"", """DELETE FROM "TaxGaps" WHERE "InvoiceId" = old."Id";""");
        foreach (var (table, columns) in Facts)
        {
            var refresh = table == "TaxFiles" ? TotalsSql.Miss : (Func<string, string>)Sql.Age;
            yield return ($"{table}Kept", $"INSERT ON \"{table}\"", refresh("IN (new.\"InvoiceId\")"));
            yield return ($"{table}KeptUpdate", Changed(table, columns), refresh("IN (new.\"InvoiceId\", old.\"InvoiceId\")"));
            yield return ($"{table}KeptDelete", $"DELETE ON \"{table}\"", refresh("IN (old.\"InvoiceId\")"));
        }

        foreach (var (table, zero, key) in TotalsSql.Totals)
        {
            yield return ($"{table}Zero", $"UPDATE ON \"{table}\" WHEN {zero}", TotalsSql.Remove(table, key));
        }

        string[] step = ["MerchantId", "DueDay", "Day", "Amount", "Count"];
        yield return ("AgingStepsInsert", "INSERT ON \"AgingSteps\"", TotalsSql.CountSteps(One("new", step, 1)));
        yield return ("AgingStepsDelete", "DELETE ON \"AgingSteps\"", TotalsSql.CountSteps(One("old", step, -1)));
        string[] gap = ["MerchantId", "Kind", "InvoiceDate"];
        yield return ("TaxGapsCount", "INSERT ON \"TaxGaps\"", Sql.CountGaps(One("new", gap, 1)));
        yield return ("TaxGapsUncount", "DELETE ON \"TaxGaps\"", Sql.CountGaps(One("old", gap, -1)));
    }

    private static readonly (string Table, string[] Columns)[] Facts =
    [
        ("Payments", ["InvoiceId", "Date", "Amount", "UndoneAt"]),
        ("BillingDocuments", ["InvoiceId", "WithholdingAmount", "Deducts", "UploadedAt", "DeletedAt"]),
        ("TaxFiles", ["InvoiceId", "ReplacedAt"]),
    ];

    private static string Changed(string table, IReadOnlyList<string> columns) =>
        $"UPDATE OF {string.Join(", ", columns.Select(c => $"\"{c}\""))} ON \"{table}\" "
        + $"WHEN {string.Join(" OR ", columns.Select(c => $"new.\"{c}\" IS NOT old.\"{c}\""))}";

    public static string One(string row, IReadOnlyList<string> columns, int sign) => $"({Select(row, columns, sign)})";

    public static string Both(IReadOnlyList<string> columns) => $"({Select("new", columns, 1)} UNION ALL {Select("old", columns, -1)})";

    private static string Select(string row, IReadOnlyList<string> columns, int sign) =>
        $"SELECT {string.Join(", ", columns.Select(c => $"{row}.\"{c}\" AS \"{c}\""))}, {sign} AS \"Sign\"";
}
