namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>What the database keeps as a total of rows, so that no screen counts them.</summary>
internal static class Counts
{
    /// <summary>The statements that count the available numbers anew, from their runs.</summary>
    public const string AvailableAnew = """
        DELETE FROM "NumberCounts";
        INSERT INTO "NumberCounts" ("MerchantId", "Year", "Available")
            SELECT "MerchantId", "Year", sum("Last" - "First" + 1) FROM "FreeNumbers" GROUP BY "MerchantId", "Year";
        """;

    public static readonly Invariant Available = Kept(
        "the count of available numbers is that of their runs",
        "counts of available numbers",
        "NumberCounts",
        "Available",
        ["MerchantId", "Year"],
        """SELECT "MerchantId", "Year", "Last" - "First" + 1 AS "Counted" FROM "FreeNumbers" """);

    /// <summary>A total that is kept equals what its rows come to; no row of it is the total 0.</summary>
    /// <param name="says">As a sentence that can follow "that".</param>
    /// <param name="of">The totals, in the plural.</param>
    /// <param name="table">Where they are kept.</param>
    /// <param name="column">The total.</param>
    /// <param name="keys">Of what it is one; the merchant first, none ever null.</param>
    /// <param name="counted">A query for those keys and, as <c>Counted</c>, what each row adds.</param>
    public static Invariant Kept(
        string says, string of, string table, string column, IReadOnlyList<string> keys, string counted)
    {
        var columns = string.Join(", ", keys.Select(key => $"\"{key}\""));
        var name = string.Join(" || ' ' || ", keys.Skip(1).Select(key => $"CAST(x.\"{key}\" AS TEXT)"));
        return new SqlInvariant(
            says,
            of,
            table,
            $"""
            SELECT m."Code", {name}, CAST(x."Kept" AS TEXT), CAST(x."Counted" AS TEXT)
            FROM (SELECT {columns}, sum("Kept") AS "Kept", sum("Counted") AS "Counted"
                FROM (SELECT {columns}, "{column}" AS "Kept", 0 AS "Counted" FROM "{table}"
                    UNION ALL SELECT {columns}, 0, "Counted" FROM ({counted}) c) u
                GROUP BY {columns}) x LEFT JOIN "Merchants" m ON m."Id" = x."MerchantId"
            WHERE x."Kept" <> x."Counted"
            """);
    }
}
