using FaspayBilling.Bench.Serving;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Bench.Seeding;

/// <summary>
/// One merchant with so many invoices, in bulk. Rows are copies of the demo's with only the named columns changed, so the script
/// outlives columns that come and go; what triggers keep is kept by them.
/// </summary>
internal sealed class SeedScript(SqliteConnection connection)
{
    public const string MerchantCode = "BEN";
    public const string Email = "clerk@bench.example";

    /// <summary>The demo's, whose user is copied.</summary>
    public const string Password = "Demo-2026!";

    /// <summary>Raise it when the rows or the demo change: databases made before are made again.</summary>
    public const string Version = "3";

    private const int Customers = 2_000;
    private static readonly string[] First =
        ["Maju", "Sinar", "Karya", "Graha", "Tunas", "Borneo", "Mulia", "Samudra", "Pelita", "Kencana"];

    private static readonly string[] Second = ["Bersama", "Abadi", "Sejahtera", "Nusantara", "Lestari", "Persada", "Utama"];

    public void Run(int invoices)
    {
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;");
        using (var all = connection.BeginTransaction())
        {
            AddMerchant();
            AddCustomers();
            Plan(invoices);
            AddInvoices();
            AddLines();
            AddPayments();
            all.Commit();
        }

        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void AddMerchant()
    {
        Copy("Merchants", """FROM "Merchants" t WHERE t."Code" = 'FPY'""", new()
        {
            ["Id"] = "NULL",
            ["Code"] = $"'{MerchantCode}'",
            ["Name"] = "'Bench'",
            ["Npwp"] = "'029999999999000'",
            ["Nitku"] = "''",
        });
        Execute($"""
            CREATE TEMP TABLE merchant AS SELECT b."Id" AS id, f."Id" AS demo
            FROM "Merchants" b JOIN "Merchants" f WHERE b."Code" = '{MerchantCode}' AND f."Code" = 'FPY'
            """);
        Copy("BillingSettings", """FROM "BillingSettings" t JOIN merchant m ON t."MerchantId" = m.demo""", new()
        {
            ["Id"] = "NULL",
            ["MerchantId"] = "m.id",
        });
        Copy("Users", """FROM "Users" t JOIN merchant m WHERE t."Email" = 'finance@fpy.example'""", new()
        {
            ["Id"] = "NULL",
            ["MerchantId"] = "m.id",
            ["Name"] = "'Bench Clerk'",
            ["UserName"] = $"'{Email}'",
            ["NormalizedUserName"] = $"upper('{Email}')",
            ["Email"] = $"'{Email}'",
            ["NormalizedEmail"] = $"upper('{Email}')",
            ["SecurityStamp"] = "hex(randomblob(16))",
        });

        // The demo's credential, whose signature is known: what the billing API answers is the measured merchant's.
        Execute($"""UPDATE "BillingCredentials" SET "MerchantId" = (SELECT id FROM merchant) WHERE "Username" = '{ListApi.Username}'""");
    }

    private void AddCustomers()
    {
        Execute("""
            CREATE TEMP TABLE customer AS SELECT MIN(t."Id") AS id
            FROM "Customers" t JOIN merchant m ON t."MerchantId" = m.demo WHERE t."TaxableCompany" = 1
            """);
        Copy("Customers", $"""FROM {Numbers(Customers)} n JOIN merchant m JOIN customer p JOIN "Customers" t ON t."Id" = p.id""", new()
        {
            ["Id"] = "NULL",
            ["MerchantId"] = "m.id",
            ["Number"] = "n.i",
            ["Name"] = $"'PT ' || {Word(First, "n.i")} || ' ' || {Word(Second, "n.i / 10")} || printf(' %04d', n.i)",
            ["VaNumber"] = "''",
            ["GroupId"] = "NULL",
        });
    }

    // 5 % draft, 35 % issued (overdue by now), 55 % paid, 5 % cancelled; dates over 2023 to 2025; amounts in hundredths.
    private void Plan(int invoices) => Execute($"""
        CREATE TEMP TABLE plan AS
        SELECT i, i + (SELECT MAX("Id") FROM "Invoices") AS id, 1 + i * 31 % {Customers} AS customer,
            date('2023-01-01', '+' || (i * 2654435761 % 100003 % 1096) || ' days') AS day,
            CASE WHEN i % 20 < 1 THEN 'Draft' WHEN i % 20 < 8 THEN 'Overdue' WHEN i % 20 < 19 THEN 'Paid' ELSE 'Cancelled' END AS status,
            (20 + i * 7919 % 5000) * 1000000 AS base, (20 + i * 7919 % 5000) * 1110000 AS total
        FROM {Numbers(invoices)};
        CREATE TEMP TABLE pattern AS
        SELECT t."Status" AS status, MAX(t."Id") AS id FROM "Invoices" t JOIN merchant m ON t."MerchantId" = m.demo
        WHERE t."DocumentType" = 'Invoice' AND t."DeletedAt" IS NULL GROUP BY t."Status";
        """);

    private void AddInvoices()
    {
        const string From = """
            FROM plan n JOIN merchant m JOIN pattern p ON p.status = n.status JOIN "Invoices" t ON t."Id" = p.id
            JOIN "Customers" c ON c."MerchantId" = m.id AND c."Number" = n.customer ORDER BY n.i
            """;
        Copy("Invoices", From, new()
        {
            ["Id"] = "n.id",
            ["MerchantId"] = "m.id",
            ["Number"] = $"'INV-{MerchantCode}-' || substr(n.day, 6, 2) || substr(n.day, 3, 2) || printf('%05d', n.i)",
            ["CustomerId"] = """c."Id" """,
            ["CustomerName"] = """c."Name" """,
            ["CustomerNpwp"] = """c."Npwp" """,
            ["InvoiceDate"] = "n.day",
            ["Due"] = "date(n.day, '+30 days') || ' 16:59:59'",
            ["IssuedAt"] = "CASE WHEN n.status <> 'Draft' THEN n.day || ' 03:00:00' END",
            ["TaxBase"] = "n.base",
            ["VatAmount"] = "n.total - n.base",
            ["LuxuryTaxAmount"] = "0",
            ["Total"] = "n.total",
            ["Deducted"] = "0",
            ["Paid"] = "CASE n.status WHEN 'Paid' THEN n.total ELSE 0 END",
            ["Outstanding"] = "CASE WHEN n.status IN ('Paid', 'Cancelled') THEN 0 ELSE n.total END",
            ["TaxNumber"] = "CASE WHEN n.status IN ('Paid', 'Overdue') THEN '000' || substr(n.day, 3, 2) || printf('%08d', n.i) END",
            ["DocumentId"] = "CASE WHEN n.status <> 'Draft' THEN printf('BENCH%021d', n.i) END",
            ["BillKey"] = "NULL",
            ["BillingCredentialId"] = "NULL",
            ["TransactionNumber"] = "NULL",
            ["TransactionHash"] = "NULL",
            ["CoretaxNumber"] = "NULL",
            ["RefersToId"] = "NULL",
            ["CounterpartyMerchantId"] = "NULL",
        });
    }

    private void AddLines()
    {
        Execute("""
            CREATE TEMP TABLE line AS
            SELECT MIN(l."Id") AS id, 1 AS at, 6 AS tenths FROM "InvoiceLines" l JOIN pattern p ON p.id = l."InvoiceId";
            INSERT INTO line SELECT id, 2, 4 FROM line;
            """);
        Copy("InvoiceLines", """FROM plan n JOIN line l JOIN "InvoiceLines" t ON t."Id" = l.id ORDER BY n.i, l.at""", new()
        {
            ["Id"] = "NULL",
            ["InvoiceId"] = "n.id",
            ["Position"] = "l.at",
            ["Quantity"] = "10000",
            ["Discount"] = "0",
            ["Price"] = "n.base * l.tenths / 10",
            ["TaxBase"] = "n.base * l.tenths / 10",
            ["OtherTaxBase"] = "n.base * l.tenths / 10",
            ["Vat"] = "(n.total - n.base) * l.tenths / 10",
        });
    }

    private void AddPayments()
    {
        Execute("""
            CREATE TEMP TABLE payment AS
            SELECT MIN(t."Id") AS id FROM "Payments" t JOIN pattern p ON p.id = t."InvoiceId" WHERE p.status = 'Paid'
            """);
        Copy("Payments", """FROM plan n JOIN payment p JOIN "Payments" t ON t."Id" = p.id WHERE n.status = 'Paid' ORDER BY n.i""", new()
        {
            ["Id"] = "NULL",
            ["InvoiceId"] = "n.id",
            ["Amount"] = "n.total",
            ["Date"] = "date(n.day, '+9 days')",
            ["RecordedAt"] = "date(n.day, '+9 days') || ' 03:00:00'",
            ["SettlesInvoiceId"] = "NULL",
        });
    }

    /// <summary>Copies rows of pattern <c>t</c>, the columns of <paramref name="changed"/> by its expressions.</summary>
    private void Copy(string table, string from, Dictionary<string, string> changed)
    {
        var columns = SeedDatabase.Columns(connection, table);
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var values = string.Join(", ", columns.Select(c => changed.GetValueOrDefault(c, $"t.\"{c}\"")));
        if (Execute($"INSERT INTO \"{table}\" ({names}) SELECT {values} {from}") == 0)
        {
            throw new InvalidOperationException($"The demo has no row of {table} to copy.");
        }
    }

    private static string Numbers(int count) =>
        $"(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n)";

    private static string Word(string[] words, string index) =>
        $"""json_extract('["{string.Join("\",\"", words)}"]', '$[' || ({index} % {words.Length}) || ']')""";

    private int Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
