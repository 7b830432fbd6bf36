using static FaspayBilling.Tests.Upkeep.SoundDatabase;

namespace FaspayBilling.Tests.Upkeep;

/// <summary>One way to break a rule in a <see cref="SoundDatabase"/>, and what a check says of it.</summary>
/// <param name="Rule">How the rule begins.</param>
/// <param name="Says">What is said of the row.</param>
/// <param name="Sql">What breaks it.</param>
internal sealed record Breaks(string Rule, string Says, params string[] Sql)
{
    private const string OneRun = """INSERT INTO "FreeNumbers" ("MerchantId", "RangeId", "Year", "First", "Last") """;

    public static readonly IReadOnlyList<Breaks> All =
    [
        new("what a row refers to", "Payments", """UPDATE "Payments" SET "InvoiceId" = 999999"""),
        new(
            "what is unique",
            "FPY Customers with MerchantId 1, Number 1: two rows share it: Id 2 and Id 3; should be: one row",
            """DROP INDEX "IX_Customers_MerchantId_Number" """,
            """UPDATE "Customers" SET "Number" = 1"""),
        new("what belongs to a merchant", "OutboxMails", """UPDATE "OutboxMails" SET "MerchantId" = 999999"""),
        new(
            "a merchant's rows",
            "of another merchant",
            """
            UPDATE "Invoices" SET "CustomerId" = (SELECT "Id" FROM "Customers"
                WHERE "MerchantId" = (SELECT "Id" FROM "Merchants" WHERE "Code" = 'T8V'))
            """),
        new(
            "ranges of a merchant",
            "FPY 000-26.00000011 to 000-26.00000015: the range before it goes to 000-26.00000012",
            """UPDATE "TaxNumberRanges" SET "End" = '0002600000012' WHERE "Start" = '0002600000001'"""),
        new(
            "available numbers lie",
            "FPY 000-26.00000011 to 000-26.00000115",
            """UPDATE "FreeNumbers" SET "Last" = "Last" + 100 WHERE "First" = 2600000011"""),
        new(
            "available numbers are available once",
            "FPY 000-26.00000015 to 000-26.00000015",
            $"""{OneRun} SELECT "MerchantId", "RangeId", "Year", "Last", "Last" FROM "FreeNumbers" WHERE "First" = 2600000011"""),
        new(
            "no invoice's number",
            $"FPY {Numbered}: 000-26.00000003 is available too",
            $"""{OneRun} SELECT "MerchantId", "RangeId", "Year", 2600000003, 2600000003 FROM "FreeNumbers" WHERE "First" = 2600000001"""),
        new(
            "an invoice's number",
            $"FPY {Numbered}: 099-26.00000099; should be: a number of a range of 2026",
            """UPDATE "Invoices" SET "TaxNumber" = '0992600000099' WHERE "TaxNumber" IS NOT NULL"""),
        new("no number that Coretax", "FPY 000-26.00000012", """UPDATE "CoretaxRows" SET "Desktop" = '0002600000012'"""),
        new(
            "each number of a range",
            "FPY 000-26.00000011 to 000-26.00000015: 0 available, 0 used, 0 spent; should be: 5 together",
            """DELETE FROM "FreeNumbers" WHERE "First" = 2600000011"""),
        new(
            "only an issued tax invoice",
            $"FPY {Numbered}: 000-26.00000003",
            """UPDATE "Invoices" SET "DeletedAt" = "IssuedAt" WHERE "TaxNumber" IS NOT NULL"""),
        new("a number of Coretax", $"FPY {Numbered}", """UPDATE "Invoices" SET "CoretaxNumber" = '04002600000000003'"""),
        new("the count of available numbers", "FPY 2026: 99; should be: 14", """UPDATE "NumberCounts" SET "Available" = 99"""),
        new("a warning", "FPY threshold of 2026, 14 available: warned of Zero", """UPDATE "ThresholdStates" SET "Notified" = 'Zero'"""),
        new("the totals of a month", "FPY 2026-11-01 ", """UPDATE "InvoiceTotals" SET "Balance" = "Balance" + 100"""),
        new("the totals of a customer", "FPY ", """UPDATE "CustomerTotals" SET "Outstanding" = "Outstanding" + 100"""),
        new(
            "the totals of a customer",
            "0, Rp 0; should be: no row",
            """
            INSERT INTO "CustomerTotals" ("MerchantId", "CustomerId", "Count", "Outstanding") SELECT "Id", 999999, 0, 0 FROM "Merchants"
            """),
        new("what an invoice had open", $"FPY {Numbered} ", """UPDATE "AgingSteps" SET "Amount" = "Amount" + 100"""),
        new("open amounts by due day", "no row; should be: ", """DELETE FROM "AgingTotals" """),
        new("what is listed as missing", $"FPY {Numbered} ", """DELETE FROM "TaxGaps" """),
        new("counts of a year's", "FPY 2026 Issued: 99; should be: ", """UPDATE "TaxTotals" SET "Count" = 99 WHERE "Kind" = 'Issued'"""),
        new("counts of what has to be uploaded", "FPY 2026-11-01: 99; should be: ", """UPDATE "UploadTotals" SET "Count" = 99"""),
        new("a line's tax base", $"FPY {Numbered} line 1", """UPDATE "InvoiceLines" SET "Discount" = "Discount" + 100"""),
        new("an invoice's amounts", $"FPY {Numbered}", """UPDATE "Invoices" SET "VatAmount" = "VatAmount" + 100"""),
        new("what is paid", $"FPY {PartlyPaid}", """UPDATE "Payments" SET "Amount" = "Amount" + 100"""),
        new("what is deducted", $"FPY {Numbered}: Rp 1; should be: Rp 0", """UPDATE "Invoices" SET "Deducted" = 100"""),
        new("what is outstanding", $"FPY {Numbered}", """UPDATE "Invoices" SET "Outstanding" = "Outstanding" + 100"""),
        new(
            "a credit is taken off",
            $"FPY {PartlyPaid}",
            $"""UPDATE "Payments" SET "SettlesInvoiceId" = (SELECT "Id" FROM "Invoices" WHERE "Number" = '{Numbered}')"""),
        new("an export", "FPY november.csv: 2; should be: 0", """UPDATE "TaxExports" SET "Invoices" = 2"""),
        new("an invoice's status", $"FPY {Numbered}: Paid; should be: Unpaid", """UPDATE "Invoices" SET "Status" = 'Paid'"""),
        new("an invoice's status", $"FPY {PartlyPaid}: Cancelled", """UPDATE "Invoices" SET "Status" = 'Cancelled'"""),
        new("what was issued", $"FPY {Numbered}", """DELETE FROM "History" """),
        new(
            "a month's counter",
            $"FPY {PartlyPaid}: the counter of 202611 stands at 1; should be: at least 2",
            """UPDATE "InvoiceCounters" SET "Last" = 1"""),
        new("a month's counter", $"FPY {PartlyPaid}: no counter of 202611", """DELETE FROM "InvoiceCounters" """),
        new("a file has as many bytes", "FPY contract.pdf: 4; should be: 3", """UPDATE "BillingDocuments" SET "Size" = 4"""),
        new("a file's bytes", "FPY contract.pdf: SHA-256 0", """UPDATE "FileContents" SET "Sha256" = '0'"""),
        new(
            "secrets can be read",
            "secret nobody's",
            """INSERT INTO "InstallationSecrets" ("Name", "ProtectedValue") VALUES ('nobody''s', 'nonsense')"""),
    ];
}
