using System.Text.RegularExpressions;

namespace FaspayBilling.Tests.Architecture;

/// <summary>What a handler's documentation says it refuses, a test of that room sees it refuse.</summary>
public sealed partial class RefusalsAreTestedTests
{
    private const string Handlers = "FaspayBilling.Core/Features/";
    private const string Tests = "FaspayBilling.Tests/Features/";

    [Fact]
    public void Every_code_that_a_handler_names_is_met_by_a_test_of_its_room()
    {
        var promised = Codes(Handlers, Documented());
        var met = Codes(Tests, Quoted());

        // A scan that saw nothing would find nothing missing.
        promised.Should().HaveCountGreaterThan(50);
        promised.Except(met).Should().BeEmpty();
    }

    private static HashSet<(string Room, string Code)> Codes(string root, Regex pattern) =>
    [
        .. from file in Sources.All
           where file.Path.StartsWith(root, StringComparison.Ordinal) && !file.Path.EndsWith("/Modules.cs", StringComparison.Ordinal)
           let room = file.Path[root.Length..].Split('/')[0]
           from line in file.Lines
           from Match match in pattern.Matches(line)
           select (room, match.Groups[1].Value),
    ];

    [GeneratedRegex(@"<c>((?:[a-z]+(?:-[a-z]+)*\.[a-z0-9-]+)|not-allowed|changed-elsewhere)</c>")]
    private static partial Regex Documented();

    [GeneratedRegex(@"""((?:[a-z]+(?:-[a-z]+)*\.[a-z0-9-]+)|not-allowed|changed-elsewhere)""")]
    private static partial Regex Quoted();
}
