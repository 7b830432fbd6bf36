using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using static FaspayBilling.Core.Upkeep.Checks.Columns;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>Each E-Faktur No is held by one invoice, available once, or spent at the tax office (docs/rules.md 3 to 5).</summary>
internal static class Numbers
{
    private const string Merchant = """LEFT JOIN "Merchants" m ON m."Id" = x."MerchantId" """;

    private static readonly string Final = Names(CoretaxStatuses.All.Where(status => status.IsFinal()));

    private static readonly string Taxable = Names(Enum.GetValues<DocumentType>().Where(type => TaxInvoices.Is(type, invoiceTax: true)));

    public static readonly Invariant RangesApart = new SqlInvariant(
        "ranges of a merchant share no number",
        "ranges",
        "TaxNumberRanges",
        $"""
        SELECT m."Code", {Shown("x.\"Start\"")} || ' to ' || {Shown("x.\"End\"")},
            COALESCE('the range before it goes to ' || {Shown("x.\"Before\"")}, 'it ends before it starts'), 'a range of its own'
        FROM (SELECT r.*, max("End") OVER (PARTITION BY "MerchantId" ORDER BY "Start", "Id"
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "Before" FROM "TaxNumberRanges" r) x {Merchant}
        WHERE x."Start" <= x."Before" OR x."End" < x."Start"
        """);

    public static readonly Invariant RunsInRanges = new SqlInvariant(
        "available numbers lie in their range and have its year and merchant",
        "runs of available numbers",
        "FreeNumbers",
        $"""
        SELECT m."Code", {Run("x")}, 'year ' || CAST(x."Year" AS TEXT),
            COALESCE(
                'within ' || {Shown("r.\"Start\"")} || ' to ' || {Shown("r.\"End\"")} || ', year ' || CAST(r."Year" AS TEXT), 'in a range')
        FROM "FreeNumbers" x LEFT JOIN "TaxNumberRanges" r ON r."Id" = x."RangeId" {Merchant}
        WHERE r."Id" IS NULL OR x."First" > x."Last" OR {Digits("x.\"First\"")} < r."Start" OR {Digits("x.\"Last\"")} > r."End"
            OR x."Year" <> r."Year" OR x."MerchantId" <> r."MerchantId"
        """);

    public static readonly Invariant RunsApart = new SqlInvariant(
        "available numbers are available once, neighbours in one run",
        "runs of available numbers",
        "FreeNumbers",
        $"""
        SELECT m."Code", {Run("x")}, 'the run before it goes to ' || {Shown(Digits("x.\"Before\""))}, 'a gap between them'
        FROM (SELECT f.*, max("Last") OVER (PARTITION BY "RangeId" ORDER BY "First", "Id"
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS "Before" FROM "FreeNumbers" f) x {Merchant}
        WHERE x."First" <= x."Before" + 1
        """);

    public static readonly Invariant UsedNotAvailable = new SqlInvariant(
        "no invoice's number is available",
        "runs of available numbers",
        "FreeNumbers",
        $"""
        SELECT m."Code", x."Number", {Shown("x.\"TaxNumber\"")} || ' is available too', 'used by it alone'
        FROM "FreeNumbers" f JOIN "Invoices" x ON x."MerchantId" = f."MerchantId"
            AND x."TaxNumber" BETWEEN {Digits("f.\"First\"")} AND {Digits("f.\"Last\"")} {Merchant}
        """);

    public static readonly Invariant UsedInRanges = new SqlInvariant(
        "an invoice's number is of a range of its year",
        "invoices",
        "Invoices",
        $"""
        SELECT m."Code", x."Number", {Shown("x.\"TaxNumber\"")}, 'a number of a range of ' || {YearOf("x")}
        FROM "Invoices" x {Merchant}
        WHERE x."TaxNumber" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "TaxNumberRanges" r WHERE r."MerchantId" = x."MerchantId"
            AND x."TaxNumber" BETWEEN r."Start" AND r."End" AND CAST(r."Year" AS TEXT) = {YearOf("x")})
        """);

    public static readonly Invariant SpentNotAvailable = new SqlInvariant(
        "no number that Coretax calls final is available",
        "rows of Coretax's lists",
        "CoretaxRows",
        $"""
        SELECT m."Code", {Shown("x.\"Desktop\"")}, 'available, and ' || x."Status" || ' at Coretax', 'not available'
        FROM "FreeNumbers" f JOIN "CoretaxRows" x ON x."MerchantId" = f."MerchantId"
            AND x."Desktop" BETWEEN {Digits("f.\"First\"")} AND {Digits("f.\"Last\"")} {Merchant}
        WHERE x."Status" IN ({Final})
        """);

    public static readonly Invariant NoneLost = new SqlInvariant(
        "each number of a range is available, used or spent",
        "ranges",
        "TaxNumberRanges",
        $"""
        SELECT m."Code", {Shown("x.\"Start\"")} || ' to ' || {Shown("x.\"End\"")},
            CAST(x."Free" AS TEXT) || ' available, ' || CAST(x."Used" AS TEXT) || ' used, ' || CAST(x."Spent" AS TEXT) || ' spent',
            CAST(x."Numbers" AS TEXT) || ' together'
        FROM (SELECT r.*, CAST(r."End" AS BIGINT) - CAST(r."Start" AS BIGINT) + 1 AS "Numbers",
                (SELECT COALESCE(sum(f."Last" - f."First" + 1), 0) FROM "FreeNumbers" f WHERE f."RangeId" = r."Id") AS "Free",
                (SELECT count(*) FROM "Invoices" i
                    WHERE i."MerchantId" = r."MerchantId" AND i."TaxNumber" BETWEEN r."Start" AND r."End") AS "Used",
                (SELECT count(DISTINCT c."Desktop") FROM "CoretaxRows" c
                    WHERE c."MerchantId" = r."MerchantId" AND c."Desktop" BETWEEN r."Start" AND r."End" AND c."Status" IN ({Final})
                        AND NOT EXISTS (SELECT 1 FROM "Invoices" i
                            WHERE i."MerchantId" = c."MerchantId" AND i."TaxNumber" = c."Desktop")) AS "Spent"
            FROM "TaxNumberRanges" r) x {Merchant}
        WHERE x."Free" + x."Used" + x."Spent" <> x."Numbers"
        """);

    public static readonly Invariant HeldRightfully = new SqlInvariant(
        "only an issued tax invoice that is not deleted holds a number",
        "invoices",
        "Invoices",
        $"""
        SELECT m."Code", x."Number", {Shown("x.\"TaxNumber\"")}, 'no number'
        FROM "Invoices" x {Merchant}
        WHERE x."TaxNumber" IS NOT NULL
            AND (x."IssuedAt" IS NULL OR x."DeletedAt" IS NOT NULL OR NOT x."InvoiceTax" OR x."DocumentType" NOT IN ({Taxable}))
        """);

    public static readonly Invariant CoretaxOnce = new SqlInvariant(
        "a number of Coretax is one invoice's",
        "invoices",
        "Invoices",
        $"""
        SELECT m."Code", x."One", x."CoretaxNumber" || ', as ' || x."Other", 'a number of its own'
        FROM (SELECT "MerchantId", "CoretaxNumber", min("Number") AS "One", max("Number") AS "Other" FROM "Invoices"
            WHERE "CoretaxNumber" IS NOT NULL GROUP BY "MerchantId", "CoretaxNumber" HAVING count(*) > 1) x {Merchant}
        """);

    private static string Run(string run) =>
        $"{Shown(Digits($"{run}.\"First\""))} || ' to ' || {Shown(Digits($"{run}.\"Last\""))}";

    private static string YearOf(string invoice) => $"substr(CAST({invoice}.\"InvoiceDate\" AS TEXT), 1, 4)";
}
