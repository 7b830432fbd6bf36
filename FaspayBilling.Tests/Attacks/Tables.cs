using System.Globalization;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Attacks;

/// <summary>All that stands in the database of a running product.</summary>
internal static class Tables
{
    /// <summary>One line a row: equal before and after means that nothing was done.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(TestWeb web) =>
        [.. (await ReadAsync(web)).Select(row => $"{row.Table}: {string.Join(" | ", row.Cells)}")];

    /// <summary>Each row of each table, its values as text.</summary>
    public static async Task<IReadOnlyList<(string Table, IReadOnlyList<string> Cells)>> ReadAsync(TestWeb web)
    {
        var path = await web.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        await using var connection = new SqliteConnection(path);
        await connection.OpenAsync();
        var rows = new List<(string Table, IReadOnlyList<string> Cells)>();
        foreach (var table in await RowsAsync(
            connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"))
        {
            rows.AddRange((await RowsAsync(connection, $"SELECT * FROM \"{table[0]}\"")).Select(cells => (table[0], cells)));
        }

        return rows;
    }

    private static async Task<List<IReadOnlyList<string>>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<IReadOnlyList<string>>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue).Select(Text)]);
        }

        return rows;
    }

    private static string Text(object value) =>
        value is byte[] bytes ? $"#{Convert.ToHexString(bytes)}" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
