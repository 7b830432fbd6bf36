using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FaspayBilling.Bench.Seeding;

/// <summary>The rows of a made SQLite database in PostgreSQL's own schema, table by table by its names.</summary>
internal sealed class PostgresSeed(NpgsqlConnection to, SqliteConnection from)
{
    public async Task RunAsync()
    {
        var tables = (await ReadAsync("""
            SELECT table_name, column_name, data_type, is_identity FROM information_schema.columns
            JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
                AND table_name <> '__EFMigrationsHistory'
            ORDER BY table_name, ordinal_position
            """)).GroupBy(c => c[0]).ToList();

        // The rows are whole already: what triggers keep is copied, and no order of tables suits all references.
        await ExecuteAsync("SET session_replication_role = replica");
        await ExecuteAsync($"TRUNCATE {string.Join(", ", tables.Select(t => Quoted(t.Key)))} CASCADE");
        foreach (var table in tables)
        {
            await CopyAsync(table.Key, [.. table.Select(c => (c[1], c[2]))]);
            foreach (var column in table.Where(c => c[3] == "YES").Select(c => c[1]))
            {
                await ExecuteAsync($"""
                    SELECT setval(pg_get_serial_sequence('{Quoted(table.Key)}', '{column}'), MAX({Quoted(column)}))
                    FROM {Quoted(table.Key)} HAVING MAX({Quoted(column)}) > 0
                    """);
            }
        }

        await ExecuteAsync("SET session_replication_role = origin");
        await ExecuteAsync("ANALYZE");
    }

    private async Task CopyAsync(string table, IReadOnlyList<(string Name, string Type)> columns)
    {
        var known = SeedDatabase.Columns(from, table);
        var copied = columns.Where(c => known.Contains(c.Name)).ToList();
        if (copied.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", copied.Select(c => Quoted(c.Name)));
        using var select = from.CreateCommand();
        select.CommandText = $"SELECT {names} FROM {Quoted(table)}";
        await using var row = await select.ExecuteReaderAsync();
        await using var copy = await to.BeginTextImportAsync($"COPY {Quoted(table)} ({names}) FROM STDIN");
        while (await row.ReadAsync())
        {
            for (var i = 0; i < copied.Count; i++)
            {
                await copy.WriteAsync(i == 0 ? "" : "\t");
                await copy.WriteAsync(row.IsDBNull(i) ? "\\N" : Text(row, i, copied[i].Type));
            }

            await copy.WriteAsync("\n");
        }
    }

    private static string Text(SqliteDataReader row, int at, string type) => type switch
    {
        "boolean" => row.GetInt64(at) == 0 ? "f" : "t",
        "timestamp with time zone" => row.GetString(at) + "+00",
        "bytea" => $"\\\\x{Convert.ToHexStringLower((byte[])row.GetValue(at))}",
        // SQLite keeps a list as JSON, whose strings are written as PostgreSQL's.
        "ARRAY" => Escaped($"{{{row.GetString(at).Trim()[1..^1]}}}"),
        _ => Escaped(Convert.ToString(row.GetValue(at), CultureInfo.InvariantCulture)!),
    };

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal);

    private async Task<List<string[]>> ReadAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, to);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, to) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static string Quoted(string name) => $"\"{name}\"";
}
