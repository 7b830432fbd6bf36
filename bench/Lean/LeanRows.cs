using System.Collections.Concurrent;
using System.Globalization;
using FaspayBilling.Bench.Seeding;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Bench.Lean;

/// <summary>One row of the lean list, as text.</summary>
internal readonly record struct LeanRow(
    string Number, string TaxNumber, string Customer, string Date, string Due, string Total, string Outstanding, string Status);

/// <summary>The merchant's invoices by date, newest first, a page by its key.</summary>
internal sealed class LeanRows
{
    private const int Size = 25;
    private readonly string database;
    private readonly long merchant;
    private readonly ConcurrentBag<SqliteCommand> free = [];

    public LeanRows(string database)
    {
        this.database = database;
        using var connection = SeedDatabase.Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "Id" FROM "Merchants" WHERE "Code" = '{SeedScript.MerchantCode}'""";
        merchant = (long)command.ExecuteScalar()!;
    }

    /// <summary>The rows after a key; the key of the last of them.</summary>
    public (LeanRow[] Rows, string? Next) After(string? key)
    {
        var command = free.TryTake(out var kept) ? kept : Make();
        try
        {
            var cut = key?.IndexOf('_', StringComparison.Ordinal) ?? -1;
            command.Parameters[1].Value = cut < 0 ? "9999-12-31" : key![..cut];
            command.Parameters[2].Value = cut < 0 ? long.MaxValue : long.Parse(key.AsSpan(cut + 1), CultureInfo.InvariantCulture);
            using var row = command.ExecuteReader();
            var rows = new List<LeanRow>(Size);
            string? next = null;
            while (row.Read())
            {
                var date = row.GetString(4);
                next = string.Create(CultureInfo.InvariantCulture, $"{date}_{row.GetInt64(0)}");
                rows.Add(new(
                    row.GetString(1),
                    row.IsDBNull(2) ? "" : row.GetString(2),
                    row.GetString(3),
                    date,
                    row.GetString(5),
                    Money(row.GetInt64(6)),
                    Money(row.GetInt64(7)),
                    row.GetString(8)));
            }

            return ([.. rows], rows.Count == Size ? next : null);
        }
        finally
        {
            free.Add(command);
        }
    }

    private static string Money(long hundredths) => (hundredths / 100).ToString("#,0", CultureInfo.InvariantCulture);

    private SqliteCommand Make()
    {
        var command = SeedDatabase.Open(database).CreateCommand();
        command.CommandText = $"""
            SELECT "Id", "Number", "TaxNumber", "CustomerName", "InvoiceDate", "Due", "Total", "Outstanding", "Status" FROM "Invoices"
            WHERE "MerchantId" = $merchant AND "DeletedAt" IS NULL AND ("InvoiceDate", "Id") < ($date, $id)
            ORDER BY "InvoiceDate" DESC, "Id" DESC LIMIT {Size}
            """;
        command.Parameters.AddWithValue("$merchant", merchant);
        command.Parameters.AddWithValue("$date", "");
        command.Parameters.AddWithValue("$id", 0L);
        return command;
    }
}
