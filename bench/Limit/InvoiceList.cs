using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaspayBilling.Bench.Seeding;
using FaspayBilling.Bench.Serving;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Bench.Limit;

/// <summary>Get List Invoice by prepared SQL, written straight into a buffer: rows, members and signature of the product's.</summary>
internal sealed class InvoiceList
{
    private const int Size = 100;
    private readonly string database;
    private readonly long merchant;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] expected;
    private readonly ConcurrentBag<Prepared> free = [];

    public InvoiceList(string database)
    {
        this.database = database;
        expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(ListApi.Signature()));
        using var connection = Prepared.Open(database);
        Prepared.MakeTotals(connection);
        using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "Id" FROM "Merchants" WHERE "Code" = '{SeedScript.MerchantCode}'""";
        merchant = (long)command.ExecuteScalar()!;
    }

    public async Task AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(query["signature"].ToString()));
        if (!CryptographicOperations.FixedTimeEquals(hash, expected))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var page = int.Parse(query["page"].ToString(), CultureInfo.InvariantCulture);
        var names = query["status"].ToString().Split(',').Select(Name).ToArray();
        var prepared = free.TryTake(out var kept) ? kept : new Prepared(database, merchant);
        try
        {
            var body = Write(prepared, query["start_period"].ToString(), query["end_period"].ToString(), names, page);
            http.Response.Headers["correlationId"] = Guid.NewGuid().ToString("N");
            http.Response.Headers.CacheControl = "no-store";
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body);
        }
        finally
        {
            free.Add(prepared);
        }
    }

    private static ReadOnlyMemory<byte> Write(Prepared prepared, string from, string to, string[] names, int page)
    {
        prepared.Buffer.ResetWrittenCount();
        prepared.Json.Reset();
        var json = prepared.Json;
        var total = prepared.Count(from, to, names);
        json.WriteStartObject();
        json.WriteString("current_page"u8, page.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("total_pages"u8, (total + Size - 1) / Size);
        json.WriteNumber("total_data"u8, total);
        json.WriteString("response_code"u8, "00"u8);
        json.WriteStartArray("data"u8);
        using (var rows = prepared.Rows(from, to, names, Size, (page - 1) * Size))
        {
            while (rows.Read())
            {
                Row(json, rows);
            }
        }

        json.WriteEndArray();
        json.WriteString("message"u8, "Success get billing"u8);
        json.WriteEndObject();
        json.Flush();
        return prepared.Buffer.WrittenMemory;
    }

    private static void Row(Utf8JsonWriter json, SqliteDataReader row)
    {
        var day = row.GetString(2);
        var due = DateTime.Parse(row.GetString(4), CultureInfo.InvariantCulture).AddHours(7);
        var outstanding = row.GetInt64(6);
        json.WriteStartObject();
        json.WriteNumber("customer_id"u8, row.GetInt64(0));
        json.WriteString("customer_name"u8, row.GetString(1));
        json.WriteString("invoice_date"u8, day + " 00:00:00");
        json.WriteString("invoice_no"u8, row.GetString(3));
        json.WriteString("due_date"u8, due.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        json.WriteString("invoice_status"u8, row.GetString(5) is "PartiallyPaid" ? "Partial Paid" : row.GetString(5));
        if (outstanding % 100 == 0)
        {
            json.WriteNumber("outstanding_amount"u8, outstanding / 100);
        }
        else
        {
            json.WriteNumber("outstanding_amount"u8, outstanding / (outstanding % 10 == 0 ? 10 : 1) / (outstanding % 10 == 0 ? 10m : 100m));
        }

        json.WriteString("period"u8, string.Concat(day.AsSpan(0, 4), day.AsSpan(5, 2)));
        json.WriteEndObject();
    }

    private static string Name(string number) => number switch
    {
        "0" => "Draft",
        "1" => "Unpaid",
        "2" => "Paid",
        "3" => "Cancelled",
        "4" => "Overdue",
        "5" => "PartiallyPaid",
        _ => "Proforma",
    };
}
