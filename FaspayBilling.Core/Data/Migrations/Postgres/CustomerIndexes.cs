using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Postgres;

/// <summary>
/// One index over what the search for customers looks at. It knows whose customer it is, three characters in a row and, since a shorter
/// text has no three, every character and every two of them.
/// </summary>
internal static class CustomerIndexes
{
    public static void CreateCustomerSearch(this MigrationBuilder migration) =>
        migration.Sql("""
            CREATE FUNCTION text_pairs(one text, two text, three text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
                SELECT coalesce(array_agg(DISTINCT p.pair), '{}')
                FROM (SELECT lower(one || chr(1) || two || chr(1) || three) AS value) t
                    CROSS JOIN LATERAL generate_series(1, length(t.value)) n
                    CROSS JOIN LATERAL unnest(ARRAY[substr(t.value, n, 1), substr(t.value, n, 2)]) p(pair)
            $body$;
            CREATE INDEX "IX_Customers_Search" ON "Customers" USING gin (
                "MerchantId", "Name" gin_trgm_ops, "Email" gin_trgm_ops,
                "Npwp" gin_trgm_ops, "DocumentNumber" gin_trgm_ops, "VaNumber" gin_trgm_ops,
                text_pairs('', "Name", "Email"), text_pairs("Npwp", "DocumentNumber", "VaNumber"))
                WITH (fastupdate = off);
            """);

    public static void ForgetCustomerSearch(this MigrationBuilder migration) =>
        migration.Sql("""DROP INDEX "IX_Customers_Search"; DROP FUNCTION text_pairs(text, text, text);""");
}
