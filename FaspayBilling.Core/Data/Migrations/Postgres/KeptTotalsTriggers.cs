using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Postgres;

/// <summary>
/// The triggers that keep totals: once a statement and not once a row, since each update of the same total leaves a dead row behind that
/// the next one has to step over.
/// </summary>
internal static class KeptTotalsTriggers
{
    private const string Both =
        "(SELECT n.*, 1 AS \"Sign\" FROM new_rows n UNION ALL SELECT o.*, -1 AS \"Sign\" FROM old_rows o)";

    private const string New = "(SELECT n.*, 1 AS \"Sign\" FROM new_rows n)";
    private const string Old = "(SELECT o.*, -1 AS \"Sign\" FROM old_rows o)";
    private const string All = "IS NOT NULL";
    private const string Ids = "= ANY (ids)";

    public static readonly TotalsSql Sql = new(
        d => $"date_trunc('month', {d})::date",
        d => $"EXTRACT(YEAR FROM {d})::int",
        i => $"(({i} AT TIME ZONE 'UTC') + interval '7 hours')::date",
        (a, b) => $"greatest({a}, {b})");

    /// <summary>Fills the tables, which are empty, from what stands. Nobody writes until the triggers stand too.</summary>
    public static void FillTotals(this MigrationBuilder migration) => migration.Sql($"""
        LOCK TABLE "Invoices", "Payments", "BillingDocuments", "TaxFiles" IN SHARE ROW EXCLUSIVE MODE;
        {Sql.Count("(SELECT *, 1 AS \"Sign\" FROM \"Invoices\")")}
        {Sql.FirstAge(All)}
        {TotalsSql.CountSteps("(SELECT *, 1 AS \"Sign\" FROM \"AgingSteps\")")}
        {TotalsSql.FirstMiss(All)}
        {Sql.CountGaps("(SELECT *, 1 AS \"Sign\" FROM \"TaxGaps\")")}
        """);

    /// <summary>The triggers on invoices and on what belongs to them.</summary>
    public static void KeepTotals(this MigrationBuilder migration)
    {
        foreach (var (table, zero, key) in TotalsSql.Totals)
        {
            var function = Zero(table);
            migration.Sql($"""
                CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $body$
                    BEGIN {TotalsSql.Remove(table, key)} RETURN NULL; END $body$;
                DROP TRIGGER IF EXISTS {function} ON "{table}";
                CREATE TRIGGER {function} AFTER UPDATE ON "{table}" FOR EACH ROW WHEN ({zero}) EXECUTE FUNCTION {function}();
                """);
        }

        Keep(migration, "Invoices", "invoice_totals", Sql.Count, TotalsSql.Counted, "Id");
        Refresh(migration, "Invoices", "invoice_aging", Sql.Age, TotalsSql.Opening, "Id");
        Refresh(migration, "Invoices", "invoice_gaps", TotalsSql.Miss, TotalsSql.Taxed, "Id");
        Refresh(migration, "Payments", "payment_aging", Sql.Age, ["InvoiceId", "Date", "Amount", "UndoneAt"], "InvoiceId");
        Refresh(
            migration, "BillingDocuments", "document_aging", Sql.Age,
            ["InvoiceId", "WithholdingAmount", "Deducts", "UploadedAt", "DeletedAt"], "InvoiceId");
        Refresh(migration, "TaxFiles", "file_gaps", TotalsSql.Miss, ["InvoiceId", "ReplacedAt"], "InvoiceId");
        Keep(migration, "AgingSteps", "aging_totals", TotalsSql.CountSteps, [], "InvoiceId");
        Keep(migration, "TaxGaps", "gap_totals", Sql.CountGaps, [], "InvoiceId");
    }

    /// <summary>Takes the triggers away, and what they call.</summary>
    public static void ForgetTotals(this MigrationBuilder migration)
    {
        string[] kept =
        [
            "invoice_totals", "invoice_aging", "invoice_gaps", "payment_aging", "document_aging", "file_gaps", "aging_totals", "gap_totals",
        ];
        foreach (var function in kept.SelectMany(name => new[] { "insert", "delete", "update" }.Select(at => $"{name}_{at}"))
            .Concat(TotalsSql.Totals.Select(t => Zero(t.Table))))
        {
            migration.Sql($"DROP FUNCTION IF EXISTS {function}() CASCADE;");
        }
    }

    private static string Zero(string table) => $"{table.ToLowerInvariant()}_zero";

    private static void Keep(
        MigrationBuilder migration, string table, string name, Func<string, string> count, IReadOnlyList<string> columns, string key)
    {
        Trigger(migration, table, name, "INSERT", $"BEGIN {count(New)} RETURN NULL; END");
        Trigger(migration, table, name, "DELETE", $"BEGIN {count(Old)} RETURN NULL; END");
        if (columns.Count > 0)
        {
            Trigger(
                migration, table, name, "UPDATE",
                $"BEGIN IF NOT EXISTS ({Changed(columns, key)}) THEN RETURN NULL; END IF; {count(Both)} RETURN NULL; END");
        }
    }

    private static void Refresh(
        MigrationBuilder migration, string table, string name, Func<string, string> refresh, IReadOnlyList<string> columns, string key)
    {
        // A row of a table of facts has another key than the invoice it is about.
        var then = $"IF ids IS NULL THEN RETURN NULL; END IF; {refresh(Ids)} RETURN NULL; END";
        Trigger(
            migration, table, name, "INSERT", $"DECLARE ids bigint[] := (SELECT array_agg(\"{key}\") FROM new_rows); BEGIN {then}");
        Trigger(
            migration, table, name, "DELETE", $"DECLARE ids bigint[] := (SELECT array_agg(\"{key}\") FROM old_rows); BEGIN {then}");
        Trigger(
            migration, table, name, "UPDATE",
            $"DECLARE ids bigint[] := (SELECT array_agg(c.id) FROM ({Changed(columns, key)}) c); BEGIN {then}");
    }

    // Not a join: a plan that was made for one row is kept, and would cost the square of the rows of a statement with many.
    private static string Changed(IReadOnlyList<string> columns, string key)
    {
        IReadOnlyList<string> compared = [.. new[] { key, "Id" }.Concat(columns).Distinct(StringComparer.Ordinal)];
        var (now, before) = ($"SELECT {Of("n", compared)} FROM new_rows n", $"SELECT {Of("o", compared)} FROM old_rows o");
        return $"""
            SELECT c."{key}" AS id FROM ({now} EXCEPT {before}) c UNION SELECT c."{key}" FROM ({before} EXCEPT {now}) c
            """;
    }

    private static string Of(string row, IReadOnlyList<string> columns) => string.Join(", ", columns.Select(c => $"{row}.\"{c}\""));

    public static void Trigger(MigrationBuilder migration, string table, string name, string at, string body)
    {
        var function = $"{name}_{at.ToLowerInvariant()}";
        var rows = at switch
        {
            "INSERT" => "NEW TABLE AS new_rows",
            "DELETE" => "OLD TABLE AS old_rows",
            _ => "NEW TABLE AS new_rows OLD TABLE AS old_rows",
        };
        migration.Sql($"""
            CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $body$ {body} $body$;
            DROP TRIGGER IF EXISTS {function} ON "{table}";
            CREATE TRIGGER {function} AFTER {at} ON "{table}" REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION {function}();
            """);
    }
}
