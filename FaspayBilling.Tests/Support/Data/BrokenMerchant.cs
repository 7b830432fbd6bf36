using FaspayBilling.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>The merchant with the code BAD, whose rows break what is done with them, as something does that nobody foresaw.</summary>
internal static class BrokenMerchant
{
    public const string Code = "BAD";

    /// <summary>From now on its rows of a table can neither be added nor changed.</summary>
    public static Task BreakAsync(this TestDb db, string table)
    {
        var sql = db.Get<DatabaseSettings>().IsPostgres ? OnServer(table) : OnFile(table);
        return db.ReadAsync(d => d.Database.ExecuteSqlRawAsync(sql));
    }

    private static string OnServer(string table) => $"""
        CREATE FUNCTION break_bad() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (SELECT "Code" FROM "Merchants" WHERE "Id" = NEW."MerchantId") = '{Code}' THEN RAISE EXCEPTION 'broken'; END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER break_bad BEFORE INSERT OR UPDATE ON "{table}" FOR EACH ROW EXECUTE FUNCTION break_bad();
        """;

    private static string OnFile(string table) => $"""
        CREATE TRIGGER break_bad_new BEFORE INSERT ON "{table}"
        WHEN (SELECT "Code" FROM "Merchants" WHERE "Id" = new."MerchantId") = '{Code}' BEGIN SELECT RAISE(ABORT, 'broken'); END;
        CREATE TRIGGER break_bad_old BEFORE UPDATE ON "{table}"
        WHEN (SELECT "Code" FROM "Merchants" WHERE "Id" = new."MerchantId") = '{Code}' BEGIN SELECT RAISE(ABORT, 'broken'); END;
        """;
}
