using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Postgres;

/// <summary>One index over what the list searches, which knows whose invoice it is and the words of customer names.</summary>
internal static class SearchIndexes
{
    public static void CreateSearch(this MigrationBuilder migration)
    {
        // Inserts go into the index at once: read before every search, those that wait for a vacuum would be its slowest part.
        migration.Sql("""
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            CREATE EXTENSION IF NOT EXISTS btree_gin;
            CREATE INDEX "IX_Invoices_Search" ON "Invoices" USING gin (
                "MerchantId", "Number" gin_trgm_ops, "TaxNumber" gin_trgm_ops, "CustomerName" gin_trgm_ops,
                array_to_tsvector(string_to_array(btrim(regexp_replace(lower("CustomerName"), '[^[:alnum:]]+', ' ', 'g')), ' ')))
                WITH (fastupdate = off) WHERE "DeletedAt" IS NULL;
            """);
    }
}
