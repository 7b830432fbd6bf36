using System.Reflection;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Web.Components;

namespace FaspayBilling.Tests.Architecture;

/// <summary>The rooms of the house: no circle between them, no folder too full to be read at a glance.</summary>
public sealed class RoomsTests
{
    private const int MostFiles = 30;

    // These have rooms of their own inside.
    private static readonly string[] Storeys = ["Core.Domain", "Core.Features", "Core.Formats", "Web.Api", "Web.Components"];

    // A list of configurations, one a table, and what the migration tool writes.
    private static readonly string[] MayBeFull = ["FaspayBilling.Core/Data/Configurations", "FaspayBilling.Core/Data/Migrations"];

    private static readonly Assembly[] House = [typeof(Refusal).Assembly, typeof(App).Assembly];
    private static readonly Dictionary<string, HashSet<string>> Arrows = Draw();
    private static readonly string Page = Path.Combine(Sources.Root, "docs", "architecture.md");

    [Fact]
    public void No_arrows_form_a_circle() => Arrows.Keys.Where(room => Reach(room).Contains(room)).Should().BeEmpty();

    /// <summary>After a change: <c>FASPAY_ARROWS=write dotnet test --filter RoomsTests</c>, then look at what became new.</summary>
    [Fact]
    public async Task The_arrows_are_those_that_the_architecture_page_draws()
    {
        var drawn = string.Join('\n', Arrows.OrderBy(a => a.Key, StringComparer.Ordinal).Select(Line));
        var page = await File.ReadAllTextAsync(Page);
        var start = page.IndexOf("```arrows\n", StringComparison.Ordinal) + "```arrows\n".Length;
        var end = page.IndexOf("\n```", start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("FASPAY_ARROWS") == "write")
        {
            page = page[..start] + drawn + page[end..];
            end = start + drawn.Length;
            await File.WriteAllTextAsync(Page, page);
        }

        page[start..end].Split('\n').Should().BeEquivalentTo(drawn.Split('\n'));

        static string Line(KeyValuePair<string, HashSet<string>> arrow) =>
            $"{arrow.Key} -> {string.Join(", ", arrow.Value.Order(StringComparer.Ordinal))}".TrimEnd();
    }

    [Fact]
    public void No_folder_holds_more_than_30_files() =>
        Sources.All.GroupBy(file => Path.GetDirectoryName(file.Path)!.Replace('\\', '/'))
            .Where(folder => folder.Count() > MostFiles && !MayBeFull.Any(full => folder.Key.StartsWith(full, StringComparison.Ordinal)))
            .Select(folder => $"{folder.Key} holds {folder.Count()} files")
            .Should().BeEmpty();

    [Fact]
    public void Nothing_lies_at_the_domains_root() =>
        Sources.All.Where(file => Path.GetDirectoryName(file.Path)!.Replace('\\', '/') == "FaspayBilling.Core/Domain").Should().BeEmpty();

    [Fact]
    public void The_arrows_are_found()
    {
        // A graph without arrows would have no circle.
        Arrows["Core.Features.Invoices"].Should().Contain(["Core.Data", "Core.Domain.Invoices"]);
        Reach("Core.Features.Invoices").Should().Contain("Core.Domain.Shared");
        Arrows["Core.Domain.Shared"].Should().BeEmpty();
    }

    private static Dictionary<string, HashSet<string>> Draw()
    {
        var arrows = new Dictionary<string, HashSet<string>>();
        foreach (var type in House.SelectMany(assembly => assembly.GetTypes()).Where(IsPlaced))
        {
            var room = Room(type);
            var others = Code.UsedTypes(type)
                .Where(used => House.Contains(used.Assembly) && IsPlaced(used))
                .Select(Room)
                .Where(other => other != room);
            if (!arrows.TryGetValue(room, out var known))
            {
                arrows[room] = known = [];
            }

            known.UnionWith(others);
        }

        return arrows;
    }

    // Migrations name the context and are named by nobody.
    private static bool IsPlaced(Type type) =>
        type.Namespace?.StartsWith("FaspayBilling.", StringComparison.Ordinal) == true && !type.IsIn("FaspayBilling.Core.Data.Migrations");

    private static string Room(Type type)
    {
        var parts = type.Namespace!.Split('.')[1..];
        var storey = string.Join('.', parts.Take(2));
        var depth = type.IsIn("FaspayBilling.Core.Domain.TaxOffice.Codes") ? 4 : Storeys.Contains(storey) ? 3 : 2;
        return string.Join('.', parts.Take(depth));
    }

    private static HashSet<string> Reach(string from)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>([from]);
        while (next.TryPop(out var room))
        {
            foreach (var other in Arrows.GetValueOrDefault(room) ?? [])
            {
                if (reached.Add(other))
                {
                    next.Push(other);
                }
            }
        }

        return reached;
    }
}
