using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Performance;

/// <summary>What PostgreSQL says it will do for a command, and what of it grows with the merchant.</summary>
internal sealed partial class PostgresPlan(string sql, HashSet<string> growing)
{
    /// <summary>The same kinds as <see cref="SqlitePlan.WrongsAsync"/>.</summary>
    public static async Task<IReadOnlyList<string>> WrongsAsync(DbConnection connection, SqlCommandSent command, HashSet<string> growing)
    {
        // Some thousand rows tempt the planner to read them all, and to sort them. It does so here only where no index is of use,
        // which is what a million rows would make it do too.
        await SetAsync(connection, "SET enable_seqscan = off");
        var usual = await PlanAsync(connection, command, growing);
        if (usual.Count == 0)
        {
            return usual;
        }

        await SetAsync(connection, "SET enable_sort = off");
        var ordered = await PlanAsync(connection, command, growing);
        await SetAsync(connection, "SET enable_sort = on");
        return ordered.Count < usual.Count ? ordered : usual;
    }

    private static async Task<IReadOnlyList<string>> PlanAsync(DbConnection connection, SqlCommandSent command, HashSet<string> growing)
    {
        var plan = await command.AskAsync(connection, "EXPLAIN (FORMAT JSON)", r => r.GetString(0));
        using var json = JsonDocument.Parse(plan[0]);
        return [.. new PostgresPlan(command.Text, growing).Wrongs(json.RootElement[0].GetProperty("Plan"), limited: false, sorted: false)
            .Distinct()];
    }

    private static async Task SetAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private List<string> Wrongs(JsonElement node, bool limited, bool sorted)
    {
        var type = Of(node, "Node Type");
        var table = Of(node, "Relation Name");
        var wrongs = growing.Contains(table) ? [.. OfTable(type, table, node, limited, sorted)] : new List<string>();
        if (node.TryGetProperty("Plans", out var parts))
        {
            // Sorting, counting and hashing read to the end; a sort within a narrow order does not.
            var sorts = type == "Sort" || (type == "Incremental Sort" && Presorted(node).TrueForAll(c => GrowingTables.IsWide(c, sql)));
            sorted = sorts || (sorted && type != "Limit");
            limited = type == "Limit" || (limited && !sorts && type is not ("Aggregate" or "Hash" or "Materialize" or "WindowAgg"));
            wrongs.AddRange(parts.EnumerateArray().SelectMany(p => Wrongs(p, limited, sorted)));
        }

        return wrongs;
    }

    private IEnumerable<string> OfTable(string type, string table, JsonElement node, bool limited, bool sorted)
    {
        var columns = Condition().Matches($"{Of(node, "Index Cond")} {Of(node, "Recheck Cond")}")
            .Select(c => (Name: c.Groups[1].Value, By: c.Groups[2].Value)).ToList();
        var wide = GrowingTables.IsWide(columns.Select(c => (c.Name, c.By)), sql);
        if (type == "Seq Scan")
        {
            yield return $"scan {table}";
        }
        else if (wide && !limited)
        {
            yield return $"{GrowingTables.Walk(sql)} {table}";
        }
        else if (wide && GrowingTables.LooksForText(sql))
        {
            yield return $"text {table}";
        }

        if (sorted && columns.TrueForAll(c => c.By is "<" or ">" || GrowingTables.IsWide(c.Name, sql)))
        {
            yield return $"sort {table}";
        }
    }

    private static List<string> Presorted(JsonElement node) =>
        [.. node.GetProperty("Presorted Key").EnumerateArray().Select(k => Column().Match(k.GetString()!).Groups[1].Value)];

    private static string Of(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString()! : "";

    [GeneratedRegex("\"([A-Z]\\w+)\"")]
    private static partial Regex Column();

    [GeneratedRegex("\"([A-Z]\\w+)\"\\)?(?:::\\w+)?\\)* (=|<|>|~|IS|@)")]
    private static partial Regex Condition();
}
