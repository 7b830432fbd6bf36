namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>What an invoice, an export or a file says of itself is what its rows come to.</summary>
internal static class Sums
{
    private const string Merchant = """LEFT JOIN "Merchants" m ON m."Id" = x."MerchantId" """;

    public static readonly Invariant Paid = OfInvoices(
        "what is paid is the sum of the payments that are not undone",
        "Paid",
        """COALESCE((SELECT sum(p."Amount") FROM "Payments" p WHERE p."InvoiceId" = i."Id" AND p."UndoneAt" IS NULL), 0)""");

    public static readonly Invariant Deducted = OfInvoices(
        "what is deducted is the sum of the withholding slips that deduct",
        "Deducted",
        """
        COALESCE((SELECT sum(d."WithholdingAmount") FROM "BillingDocuments" d
            WHERE d."InvoiceId" = i."Id" AND d."Deducts" AND d."DeletedAt" IS NULL), 0)
        """);

    public static readonly Invariant Outstanding = OfInvoices(
        "what is outstanding is the total less what is paid and deducted, and nothing once cancelled",
        "Outstanding",
        """CASE WHEN i."Status" = 'Cancelled' THEN 0 ELSE i."Total" - i."Paid" - i."Deducted" END""");

    public static readonly Invariant Settlements = new SqlInvariant(
        "a credit is taken off on both sides or on none",
        "payments",
        "Payments",
        $"""
        SELECT m."Code", x."Number", 'settled without the other side', 'a payment of the same amount on both'
        FROM "Payments" p JOIN "Invoices" x ON x."Id" = p."InvoiceId" {Merchant}
        WHERE p."SettlesInvoiceId" IS NOT NULL AND p."UndoneAt" IS NULL
            AND {Settling("p.\"InvoiceId\"", "p.\"SettlesInvoiceId\"")} <> {Settling("p.\"SettlesInvoiceId\"", "p.\"InvoiceId\"")}
        """);

    public static readonly Invariant Exports = new SqlInvariant(
        "an export has as many invoices as it says",
        "exports",
        "TaxExports",
        $"""
        SELECT m."Code", x."FileName", CAST(x."Invoices" AS TEXT), CAST(x."Counted" AS TEXT)
        FROM (SELECT e.*, (SELECT count(*) FROM "ExportedInvoices" i WHERE i."ExportId" = e."Id") AS "Counted" FROM "TaxExports" e) x
            {Merchant}
        WHERE x."Invoices" <> x."Counted"
        """);

    public static readonly Invariant History = new SqlInvariant(
        "what was issued has its history",
        "invoices",
        "Invoices",
        $"""
        SELECT m."Code", x."Number", 'no history', 'who issued it and when'
        FROM "Invoices" x {Merchant}
        WHERE x."IssuedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "History" h
            WHERE h."MerchantId" = x."MerchantId" AND h."Subject" = 'Invoice' AND h."SubjectId" = x."Id")
        """);

    public static readonly Invariant Sizes = new SqlInvariant(
        "a file has as many bytes as its row says",
        "files",
        "FileContents",
        string.Join(" UNION ALL ", new[] { "BillingDocuments", "TaxFiles" }.Select(table => $"""
            SELECT m."Code", x."FileName", CAST(x."Size" AS TEXT), CAST(length(c."Bytes") AS TEXT)
            FROM "{table}" x JOIN "FileContents" c ON c."Id" = x."ContentId" {Merchant}
            WHERE x."Size" <> length(c."Bytes")
            """)));

    private static SqlInvariant OfInvoices(string says, string column, string counted) => new(
        says,
        "invoices",
        "Invoices",
        $"""
        SELECT m."Code", x."Number", CAST(x."{column}" AS TEXT), CAST(x."Counted" AS TEXT)
        FROM (SELECT i."MerchantId", i."Number", i."{column}", {counted} AS "Counted" FROM "Invoices" i) x {Merchant}
        WHERE x."{column}" <> x."Counted"
        """,
        money: true);

    // Payments of the same amount: two of them may have settled the same pair.
    private static string Settling(string of, string with) => $"""
        (SELECT count(*) FROM "Payments" q WHERE q."InvoiceId" = {of} AND q."SettlesInvoiceId" = {with}
            AND q."Amount" = p."Amount" AND q."UndoneAt" IS NULL)
        """;
}
