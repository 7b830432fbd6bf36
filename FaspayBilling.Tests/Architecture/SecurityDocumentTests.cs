using System.Reflection;
using System.Text.RegularExpressions;

namespace FaspayBilling.Tests.Architecture;

/// <summary>
/// docs/security.md has one row for each requirement of the standard, and the tests and documents that the rows name are there.
/// </summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string Folder = Path.Combine(Sources.Root, "docs");
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Folder, "security.md"));
    private static readonly ILookup<string, Type> Classes = typeof(SecurityDocumentTests).Assembly.GetTypes().ToLookup(type => type.Name);
    private static readonly IReadOnlyList<Row> Rows = [.. Page.Where(line => Requirement().IsMatch(line)).Select(Read)];

    [Fact]
    public void Each_requirement_of_level_1_and_2_has_one_row_in_the_order_of_the_standard() =>
        Rows.Select(row => row.Requirement).Should().Equal(AsvsRequirements.UpToLevel2);

    [Fact]
    public void Every_test_that_a_row_names_is_one()
    {
        var missing = from row in Rows
                      from name in row.Tests
                      where !IsTest(name)
                      select $"{row.Requirement}: {name}";

        missing.Should().BeEmpty();
    }

    [Fact]
    public void Every_document_that_a_row_names_is_there()
    {
        var missing = from row in Rows
                      from file in row.Files
                      where !File.Exists(file)
                      select $"{row.Requirement}: {file}";

        missing.Should().BeEmpty();
    }

    [Fact]
    public void Every_link_leads_somewhere() =>
        Page.SelectMany(LinksOf).Where(path => !File.Exists(path) && !Directory.Exists(path)).Should().BeEmpty();

    [Fact]
    public void What_is_met_names_a_test_or_a_document_and_nothing_else_does() =>
        Rows.Where(row => row.IsMet != (row.Tests.Count + row.Files.Count > 0)).Select(row => row.Requirement).Should().BeEmpty();

    [Fact]
    public void The_rows_are_found()
    {
        // A page that was not read would name nothing wrong.
        AsvsRequirements.UpToLevel2.Should().HaveCount(253).And.Contain(["1.1.1 (L2)", "6.2.1 (L1)"]).And.NotContain("1.1.3 (L2)");
        Rows.SelectMany(row => row.Tests).Should().HaveCountGreaterThan(200);
        Rows.SelectMany(row => row.Files).Should().HaveCountGreaterThan(20);
        Page.SelectMany(LinksOf).Should().HaveCountGreaterThan(10);
        IsTest("SecurityDocumentTests").Should().BeTrue();
        IsTest("SecurityDocumentTests.The_rows_are_found").Should().BeTrue();
        IsTest("SecurityDocumentTests.Nobody_wrote_this").Should().BeFalse();
        IsTest("AsvsRequirements").Should().BeFalse("there is no test in it");
    }

    private static Row Read(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var names = Quoted().Matches(cells[4]).Select(match => match.Groups[1].Value).ToList();
        return new(
            cells[1],
            !cells[3].StartsWith("Does not apply", StringComparison.Ordinal) && !cells[3].StartsWith("Not met", StringComparison.Ordinal),
            [.. names.Where(name => TestName().IsMatch(name))],
            [.. names.Where(name => !TestName().IsMatch(name)).Select(name => Path.Combine(Sources.Root, name)), .. LinksOf(cells[4])]);
    }

    private static IEnumerable<string> LinksOf(string text) =>
        Link().Matches(text).Select(match => Path.Combine(Folder, match.Groups[1].Value));

    // Alone, a class stands for its tests: it needs one.
    private static bool IsTest(string name)
    {
        var parts = name.Split('.');
        return Classes[parts[0]]
            .SelectMany(type => type.GetMethods())
            .Any(method => method.IsDefined(typeof(FactAttribute)) && (parts.Length == 1 || method.Name == parts[1]));
    }

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \(L\d\) \|")]
    private static partial Regex Requirement();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\w+Tests(\.\w+)?$")]
    private static partial Regex TestName();

    // Within the repository; what stands behind # is a heading.
    [GeneratedRegex(@"\]\(([^):#]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    private sealed record Row(string Requirement, bool IsMet, IReadOnlyList<string> Tests, IReadOnlyList<string> Files);
}
