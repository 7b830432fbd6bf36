using System.Data.Common;
using System.Text.RegularExpressions;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Performance;

/// <summary>What SQLite says it will do for a command, and what of it grows with the merchant.</summary>
internal sealed partial class SqlitePlan(SqlCommandSent command, HashSet<string> growing, IReadOnlyList<SqlitePlan.Step> steps)
{
    private readonly ILookup<string, string> tables = growing
        .SelectMany(t => Regex.Matches(command.Text, $@"\b{t}""?\s(?:AS\s)?""?(\w+)").Select(m => (Alias: m.Groups[1].Value, Table: t)))
        .ToLookup(t => t.Alias, t => t.Table);

    /// <summary>One line of the plan.</summary>
    public sealed record Step(int Id, int Parent, string Line);

    /// <summary>Kinds of what is wrong, each with its table: <c>scan</c>, <c>walk</c>, <c>count</c>, <c>sort</c>, <c>text</c>.</summary>
    public static async Task<IReadOnlyList<string>> WrongsAsync(DbConnection connection, SqlCommandSent command, HashSet<string> growing)
    {
        var steps = await command.AskAsync(
            connection, "EXPLAIN QUERY PLAN", r => new Step(r.GetInt32(0), r.GetInt32(1), r.GetString(3)));
        return [.. new SqlitePlan(command, growing, steps).Wrongs().Distinct()];
    }

    private IEnumerable<string> Wrongs() => steps.GroupBy(s => SelectOf(s).Id).SelectMany(Wrongs);

    // A SELECT's loops stand side by side; what sorts them stands beside them too.
    private IEnumerable<string> Wrongs(IGrouping<int, Step> select)
    {
        var sorts = select.Any(s => s.Line.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal));
        var limited = IsLimited(select.Key);
        foreach (var step in select)
        {
            if (Loop().Match(step.Line) is not { Success: true } loop || TableOf(loop.Groups["name"].Value) is not { } table)
            {
                continue;
            }

            var columns = Condition().Matches(loop.Groups["index"].Value)
                .Select(c => (Name: c.Groups[1].Value, By: c.Groups[2].Value)).ToList();
            var wide = GrowingTables.IsWide(columns.Select(c => (c.Name, c.By)), command.Text);
            if (loop.Groups["how"].Value == "SCAN" || step.Line.Contains("AUTOMATIC", StringComparison.Ordinal))
            {
                yield return $"scan {table}";
            }
            else if (wide && (!limited || sorts))
            {
                yield return $"{GrowingTables.Walk(command.Text)} {table}";
            }
            else if (wide && GrowingTables.LooksForText(command.Text))
            {
                yield return $"text {table}";
            }

            if (sorts && columns.All(c => c.By != "=" || GrowingTables.IsWide(c.Name, command.Text)))
            {
                yield return $"sort {table}";
            }
        }
    }

    /// <summary>The step under which the loop's SELECT stands; the parts of an OR belong to the SELECT around it.</summary>
    private Step SelectOf(Step step)
    {
        var above = steps.FirstOrDefault(s => s.Id == step.Parent) ?? new Step(0, 0, "");
        return PartOfOr().IsMatch(above.Line) ? SelectOf(above) : above;
    }

    private bool IsLimited(int select)
    {
        var line = steps.FirstOrDefault(s => s.Id == select)?.Line ?? "";
        return select == 0 ? LimitAtEnd().IsMatch(command.Text)
            : Part().Match(line) is { Success: true } part
                && Regex.IsMatch(command.Text, $@"LIMIT\s+\S+(\s+OFFSET\s+\S+)?\s*\)\s+AS\s+""{part.Groups[1].Value}""");
    }

    private string? TableOf(string name) =>
        tables[name].FirstOrDefault() ?? (growing.Contains(name) ? name : null);

    [GeneratedRegex(@"^(?<how>SCAN|SEARCH) (?<name>\w+)(?<index>.*)$")]
    private static partial Regex Loop();

    [GeneratedRegex("^(MULTI-INDEX OR|INDEX )")]
    private static partial Regex PartOfOr();

    [GeneratedRegex(@"(\w+)([=<>])\?")]
    private static partial Regex Condition();

    [GeneratedRegex(@"LIMIT\s+\S+(\s+OFFSET\s+\S+)?\s*$")]
    private static partial Regex LimitAtEnd();

    [GeneratedRegex(@"^(?:CO-ROUTINE|MATERIALIZE) (\w+)")]
    private static partial Regex Part();
}
