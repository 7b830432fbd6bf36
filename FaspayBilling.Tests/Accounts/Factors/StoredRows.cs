using System.Globalization;
using System.Text;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts.Factors;

/// <summary>Everything that the product has stored, as whoever copied the database would read it.</summary>
internal static class StoredRows
{
    /// <summary>Each row of each table as text.</summary>
    public static async Task<List<(string Table, string Text)>> RowsAsync(this TestDb db)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        var rows = new List<(string Table, string Text)>();
        foreach (var table in context.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add((table, string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))))));
            }
        }

        return rows;
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
