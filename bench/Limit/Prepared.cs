using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FaspayBilling.Bench.Seeding;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Bench.Limit;

/// <summary>A connection, its statements, compiled once for each number of statuses, and the buffer of its answers.</summary>
internal sealed class Prepared(string database, long merchant)
{
    private const string Where = """
        WHERE "MerchantId" = $merchant AND "DeletedAt" IS NULL AND +"DocumentType" IN ('Invoice', 'DebitNote')
        AND "InvoiceDate" BETWEEN $from AND $to
        """;

    // Counted once, as a product may keep them: the file is then read for the rows alone.
    private const string Totals = """
        CREATE TABLE limit_total (merchant INTEGER, day TEXT, status TEXT, n INTEGER, PRIMARY KEY (merchant, day, status)) WITHOUT ROWID;
        INSERT INTO limit_total SELECT "MerchantId", "InvoiceDate", "Status", COUNT(*) FROM "Invoices"
        WHERE "DeletedAt" IS NULL AND "DocumentType" IN ('Invoice', 'DebitNote') GROUP BY 1, 2, 3;
        """;

    private readonly SqliteConnection connection = Open(database);
    private readonly Dictionary<int, (SqliteCommand Count, SqliteCommand Rows)> statements = [];

    public ArrayBufferWriter<byte> Buffer { get; } = new(65_536);

    public Utf8JsonWriter Json => field ??= new Utf8JsonWriter(Buffer);

    public static SqliteConnection Open(string database)
    {
        var connection = SeedDatabase.Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=30000; PRAGMA mmap_size=1073741824;";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Makes the kept totals, unless an earlier start did.</summary>
    public static void MakeTotals(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'limit_total'";
        if ((long)command.ExecuteScalar()! == 0)
        {
            command.CommandText = Totals;
            command.ExecuteNonQuery();
        }
    }

    public long Count(string from, string to, string[] statuses)
    {
        var command = Of(statuses.Length).Count;
        Fill(command, from, to, statuses);
        return (long)command.ExecuteScalar()!;
    }

    public SqliteDataReader Rows(string from, string to, string[] statuses, int size, int skip)
    {
        var command = Of(statuses.Length).Rows;
        Fill(command, from, to, statuses);
        command.Parameters["$size"].Value = size;
        command.Parameters["$skip"].Value = skip;
        return command.ExecuteReader();
    }

    private static void Fill(SqliteCommand command, string from, string to, string[] statuses)
    {
        command.Parameters["$from"].Value = from;
        command.Parameters["$to"].Value = to;
        for (var i = 0; i < statuses.Length; i++)
        {
            command.Parameters[i].Value = statuses[i];
        }
    }

    private (SqliteCommand Count, SqliteCommand Rows) Of(int statuses)
    {
        if (!statements.TryGetValue(statuses, out var found))
        {
            var names = string.Join(", ", Enumerable.Range(0, statuses).Select(i => string.Create(CultureInfo.InvariantCulture, $"$s{i}")));

            // Of one status, its index gives the rows in order; of several, that of the dates does.
            var status = statuses == 1 ? "\"Status\"" : "+\"Status\"";
            found = (
                Command(
                    $"""
                    SELECT COALESCE(SUM(n), 0) FROM limit_total
                    WHERE merchant = $merchant AND day BETWEEN $from AND $to AND status IN ({names})
                    """,
                    statuses),
                Command(
                    $"""
                    SELECT (SELECT c."Number" FROM "Customers" c WHERE c."Id" = i."CustomerId"),
                        i."CustomerName", i."InvoiceDate", i."Number", i."Due", i."Status", i."Outstanding"
                    FROM (SELECT "CustomerId", "CustomerName", "InvoiceDate", "Number", "Due", "Status", "Outstanding" FROM "Invoices"
                        {Where} AND {status} IN ({names}) ORDER BY "InvoiceDate", "Due", "Number" LIMIT $size OFFSET $skip) i
                    """,
                    statuses));
            statements.Add(statuses, found);
        }

        return found;
    }

    private SqliteCommand Command(string text, int statuses)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < statuses; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"$s{i}"), "");
        }

        command.Parameters.AddWithValue("$merchant", merchant);
        command.Parameters.AddWithValue("$from", "");
        command.Parameters.AddWithValue("$to", "");
        if (text.Contains("$size", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("$size", 0);
            command.Parameters.AddWithValue("$skip", 0);
        }

        command.Prepare();
        return command;
    }
}
