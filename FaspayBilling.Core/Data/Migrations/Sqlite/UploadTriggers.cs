using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Sqlite;

/// <summary>
/// The triggers that count what still has to be uploaded. A later migration that makes the table of invoices anew drops them first and
/// makes them again as it does with those of <see cref="KeptTotalsTriggers"/>.
/// </summary>
internal static class UploadTriggers
{
    /// <summary>Counts what stands, into a table that is empty.</summary>
    public static void FillUploads(this MigrationBuilder migration) =>
        migration.Sql(KeptTotalsTriggers.Sql.CountUploads("(SELECT *, 1 AS \"Sign\" FROM \"Invoices\")"));

    public static void KeepUploads(this MigrationBuilder migration)
    {
        foreach (var (name, when, then) in Triggers())
        {
            migration.Sql($"DROP TRIGGER IF EXISTS \"{name}\"; CREATE TRIGGER \"{name}\" AFTER {when} BEGIN {then} END;");
        }
    }

    public static void ForgetUploads(this MigrationBuilder migration)
    {
        foreach (var (name, _, _) in Triggers())
        {
            migration.Sql($"DROP TRIGGER IF EXISTS \"{name}\";");
        }
    }

    private static IEnumerable<(string Name, string When, string Then)> Triggers()
    {
        // Most statements change nothing of it: the conditions keep them from counting at all.
        var (now, before) = (TotalsSql.Uploadable("new."), TotalsSql.Uploadable("old."));
        IReadOnlyList<string> read = ["MerchantId", .. TotalsSql.Uploading];
        var columns = string.Join(", ", TotalsSql.Uploading.Select(c => $"\"{c}\""));
        yield return (
            "UploadsInsert",
            $"INSERT ON \"Invoices\" WHEN {now}",
            KeptTotalsTriggers.Sql.CountUploads(KeptTotalsTriggers.One("new", read, 1)));
        yield return (
            "UploadsDelete",
            $"DELETE ON \"Invoices\" WHEN {before}",
            KeptTotalsTriggers.Sql.CountUploads(KeptTotalsTriggers.One("old", read, -1)));
        yield return (
            "UploadsUpdate",
            $"""
            UPDATE OF {columns} ON "Invoices"
            WHEN ({now}) <> ({before}) OR (({now}) AND new."InvoiceDate" <> old."InvoiceDate")
            """,
            KeptTotalsTriggers.Sql.CountUploads(KeptTotalsTriggers.Both(read)));
        yield return (
            "UploadTotalsZero",
            "UPDATE ON \"UploadTotals\" WHEN new.\"Count\" = 0",
            TotalsSql.Remove("UploadTotals", TotalsSql.UploadKeys));
    }
}
