using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FaspayBilling.Tests.Architecture;

/// <summary>THIRD-PARTY-NOTICES.md names every package that ships, builds or tests, as it is locked, and no other.</summary>
public sealed partial class NoticesTests
{
    // Locked with the product, but no file of theirs is published.
    private static readonly string[] OnlyBuild =
        ["Meziantou.Analyzer", "Microsoft.EntityFrameworkCore.Analyzers", "Microsoft.Win32.SystemEvents", "System.Drawing.Common"];

    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Sources.Root, "THIRD-PARTY-NOTICES.md"));
    private static readonly IReadOnlyList<Row> InTheProduct = [.. Rows("Packages in the product")];
    private static readonly IReadOnlyList<Row> NotShipped = [.. Rows("Packages to build and to test, not shipped")];
    private static readonly IReadOnlyList<Locked> Product = PackagesOf("FaspayBilling.Web");
    private static readonly IReadOnlyList<string> Folders = PackageFolders();

    [Fact]
    public void Every_package_that_ships_has_a_row_and_no_other()
    {
        var shipped = Product.Where(package => !OnlyBuild.Contains(package.Name));

        Named(InTheProduct).Should().BeEquivalentTo(Named(shipped));
    }

    [Fact]
    public void Every_package_and_tool_that_builds_or_tests_has_a_row_and_no_other()
    {
        var direct = new[] { "FaspayBilling.Core", "FaspayBilling.Tests", "bench" }.SelectMany(PackagesOf).Where(package => package.Direct);
        var building = Product.Where(package => OnlyBuild.Contains(package.Name));

        Named(NotShipped).Should().BeEquivalentTo(Named(direct.Concat(building)).Concat(Tools()).Except(Named(InTheProduct)));
    }

    [Fact]
    public void Every_row_has_the_licence_that_the_package_names()
    {
        // What only the bench or a tool needs is not at hand in every build.
        var projects = new[] { "FaspayBilling.Core", "FaspayBilling.Tests", "FaspayBilling.Web" };
        var restored = projects.SelectMany(PackagesOf).Select(package => package.Name).ToHashSet();
        var wrong = from row in InTheProduct.Concat(NotShipped)
                    where restored.Contains(row.Name)
                    let licence = LicenceOf(row)
                    where licence != row.Licence
                    select $"{row.Name} is under {licence}, not {row.Licence}";

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void The_text_of_every_licence_is_published() =>
        InTheProduct
            .Where(row => !row.Licence.Split(" OR ").Any(id => File.Exists(Path.Combine(Sources.Root, "docs", "licences", $"{id}.txt"))))
            .Select(row => $"{row.Name}: {row.Licence}")
            .Should().BeEmpty();

    [Fact]
    public void Every_file_that_it_names_is_there()
    {
        var files = Page.SelectMany(line => NamedFile().Matches(line)).Select(match => match.Groups[1].Value).ToList();

        files.Should().HaveCountGreaterThan(5);
        files.Where(file => !File.Exists(Path.Combine(Sources.Root, file))).Should().BeEmpty();
    }

    [Fact]
    public void The_rows_are_found()
    {
        // Lists that were not read would agree.
        InTheProduct.Should().HaveCountGreaterThan(25);
        InTheProduct.Should().Contain(new Row("MudBlazor", Product.Single(package => package.Name == "MudBlazor").Version, "MIT"));
        NotShipped.Should().HaveCountGreaterThan(15);
        Tools().Should().Contain(tool => tool.StartsWith("dotnet-ef ", StringComparison.Ordinal));
    }

    private static IEnumerable<Row> Rows(string heading) =>
        Page.SkipWhile(line => line != $"## {heading}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(2)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[1], cells[2], cells[3]));

    private static IReadOnlyList<Locked> PackagesOf(string project)
    {
        using var file = Read(project, "packages.lock.json");
        return
        [
            .. file.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => Said(package, "type") != "Project")
                .Select(package => new Locked(package.Name, Said(package, "resolved"), Said(package, "type") == "Direct"))
                .Distinct(),
        ];
    }

    private static IReadOnlyList<string> Tools()
    {
        using var file = Read(".config", "dotnet-tools.json");
        return [.. file.RootElement.GetProperty("tools").EnumerateObject().Select(tool => $"{tool.Name} {Said(tool, "version")}")];
    }

    private static IReadOnlyList<string> PackageFolders()
    {
        using var restored = Read("FaspayBilling.Web", "obj", "project.assets.json");
        return [.. restored.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    }

    // The package's own words: the build put them where packages lie.
    private static string LicenceOf(Row row)
    {
        var name = row.Name.ToLowerInvariant();
        var folder = Folders.Select(all => Path.Combine(all, name, row.Version)).First(Directory.Exists);
        var about = XDocument.Load(Path.Combine(folder, $"{name}.nuspec"));
        var licence = about.Descendants().First(element => element.Name.LocalName == "license");
        if ((string?)licence.Attribute("type") == "expression") return licence.Value;

        var text = File.ReadAllText(Path.Combine(folder, licence.Value));
        return text.StartsWith("MIT License", StringComparison.Ordinal) ? "MIT" : licence.Value;
    }

    private static JsonDocument Read(params string[] path) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Sources.Root, Path.Combine(path))));

    private static string Said(JsonProperty entry, string what) => entry.Value.GetProperty(what).GetString()!;

    private static IEnumerable<string> Named(IEnumerable<Row> rows) => rows.Select(row => $"{row.Name} {row.Version}");

    private static IEnumerable<string> Named(IEnumerable<Locked> packages) =>
        packages.Select(package => $"{package.Name} {package.Version}");

    [GeneratedRegex(@"(?:`|\]\()((?:FaspayBilling|docs)[\w./-]+\.\w+)[`)]")]
    private static partial Regex NamedFile();

    private sealed record Row(string Name, string Version, string Licence);

    private sealed record Locked(string Name, string Version, bool Direct);
}
