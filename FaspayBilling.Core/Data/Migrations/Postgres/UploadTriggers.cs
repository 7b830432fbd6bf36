using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Postgres;

/// <summary>The triggers that count what still has to be uploaded: once a statement, as <see cref="KeptTotalsTriggers"/>.</summary>
internal static class UploadTriggers
{
    private const string Name = "invoice_uploads";
    private const string Zero = "uploadtotals_zero";
    private const string New = "SELECT n.*, 1 AS \"Sign\" FROM new_rows n";
    private const string Old = "SELECT o.*, -1 AS \"Sign\" FROM old_rows o";

    /// <summary>Counts what stands, into a table that is empty. Nobody writes until the triggers stand too.</summary>
    public static void FillUploads(this MigrationBuilder migration) => migration.Sql($"""
        LOCK TABLE "Invoices" IN SHARE ROW EXCLUSIVE MODE;
        {KeptTotalsTriggers.Sql.CountUploads("(SELECT *, 1 AS \"Sign\" FROM \"Invoices\")")}
        """);

    public static void KeepUploads(this MigrationBuilder migration)
    {
        migration.Sql($"""
            CREATE OR REPLACE FUNCTION {Zero}() RETURNS trigger LANGUAGE plpgsql AS $body$
                BEGIN {TotalsSql.Remove("UploadTotals", TotalsSql.UploadKeys)} RETURN NULL; END $body$;
            CREATE TRIGGER {Zero} AFTER UPDATE ON "UploadTotals" FOR EACH ROW WHEN (new."Count" = 0) EXECUTE FUNCTION {Zero}();
            """);
        Count(migration, "INSERT", $"({New})");
        Count(migration, "DELETE", $"({Old})");

        // Rows that count as before cancel each other out.
        Count(migration, "UPDATE", $"({New} UNION ALL {Old})");
    }

    public static void ForgetUploads(this MigrationBuilder migration)
    {
        foreach (var at in new[] { "insert", "delete", "update" })
        {
            migration.Sql($"DROP FUNCTION IF EXISTS {Name}_{at}() CASCADE;");
        }

        migration.Sql($"DROP FUNCTION IF EXISTS {Zero}() CASCADE;");
    }

    private static void Count(MigrationBuilder migration, string at, string rows) => KeptTotalsTriggers.Trigger(
        migration, "Invoices", Name, at, $"BEGIN {KeptTotalsTriggers.Sql.CountUploads(rows)} RETURN NULL; END");
}
