using Microsoft.EntityFrameworkCore.Migrations;

namespace FaspayBilling.Core.Data.Migrations.Sqlite;

/// <summary>The triggers that keep the count of available numbers.</summary>
internal static class KeptCounts
{
    /// <summary>
    /// Counts what is there and keeps it. A later migration that makes the table of runs anew makes the triggers again.
    /// </summary>
    public static void KeepNumberCounts(this MigrationBuilder migration) =>
        migration.Sql("""
            INSERT INTO NumberCounts(MerchantId, Year, Available)
                SELECT MerchantId, Year, sum(Last - First + 1) FROM FreeNumbers GROUP BY MerchantId, Year;
            CREATE TRIGGER NumberCountInsert AFTER INSERT ON FreeNumbers BEGIN
                INSERT INTO NumberCounts(MerchantId, Year, Available) VALUES (new.MerchantId, new.Year, new.Last - new.First + 1)
                    ON CONFLICT (MerchantId, Year) DO UPDATE SET Available = Available + excluded.Available;
            END;
            CREATE TRIGGER NumberCountDelete AFTER DELETE ON FreeNumbers BEGIN
                UPDATE NumberCounts SET Available = Available - (old.Last - old.First + 1)
                    WHERE MerchantId = old.MerchantId AND Year = old.Year;
            END;
            CREATE TRIGGER NumberCountUpdate AFTER UPDATE OF First, Last ON FreeNumbers BEGIN
                UPDATE NumberCounts SET Available = Available + (new.Last - new.First) - (old.Last - old.First)
                    WHERE MerchantId = new.MerchantId AND Year = new.Year;
            END;
            """);
}
