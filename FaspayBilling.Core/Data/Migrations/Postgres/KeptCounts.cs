using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Postgres;

/// <summary>The trigger that keeps the count of available numbers.</summary>
internal static class KeptCounts
{
    /// <summary>
    /// Counts what is there, while nobody writes, and keeps it. Writers of one merchant hold its lock, so none waits here.
    /// </summary>
    public static void KeepNumberCounts(this MigrationBuilder migration) =>
        migration.Sql("""
            LOCK TABLE "FreeNumbers" IN SHARE ROW EXCLUSIVE MODE;
            INSERT INTO "NumberCounts" ("MerchantId", "Year", "Available")
                SELECT "MerchantId", "Year", sum("Last" - "First" + 1) FROM "FreeNumbers" GROUP BY "MerchantId", "Year";
            CREATE FUNCTION keep_number_count() RETURNS trigger LANGUAGE plpgsql AS $keep$
            BEGIN
                IF TG_OP = 'INSERT' THEN
                    INSERT INTO "NumberCounts" AS c ("MerchantId", "Year", "Available")
                        VALUES (NEW."MerchantId", NEW."Year", NEW."Last" - NEW."First" + 1)
                        ON CONFLICT ("MerchantId", "Year") DO UPDATE SET "Available" = c."Available" + EXCLUDED."Available";
                ELSIF TG_OP = 'UPDATE' THEN
                    UPDATE "NumberCounts" SET "Available" = "Available" + (NEW."Last" - NEW."First") - (OLD."Last" - OLD."First")
                        WHERE "MerchantId" = NEW."MerchantId" AND "Year" = NEW."Year";
                ELSE
                    UPDATE "NumberCounts" SET "Available" = "Available" - (OLD."Last" - OLD."First" + 1)
                        WHERE "MerchantId" = OLD."MerchantId" AND "Year" = OLD."Year";
                END IF;
                RETURN NULL;
            END $keep$;
            CREATE TRIGGER "NumberCount" AFTER INSERT OR UPDATE OR DELETE ON "FreeNumbers"
                FOR EACH ROW EXECUTE FUNCTION keep_number_count();
            """);
}
