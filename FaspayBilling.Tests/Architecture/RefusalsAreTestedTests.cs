using System.Reflection;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Architecture;

/// <summary>What a handler's documentation says it refuses, a test of that room sees it refuse.</summary>
public sealed partial class RefusalsAreTestedTests
{
    private const string Core = "FaspayBilling.Core/";
    private const string Tests = "FaspayBilling.Tests/";

    [Fact]
    public void Every_code_that_a_handler_names_is_met_by_a_test_of_its_room()
    {
        var promised = Codes(Core, Documented());
        var met = Codes(Tests, Quoted());

        // A scan that saw nothing would find nothing missing.
        promised.Should().HaveCountGreaterThan(50).And.Contain(("Accounts", "user.last-admin")).And.Contain(("ApiAccess", "not-allowed"));
        promised.Except(met).Should().BeEmpty();
    }

    [Fact]
    public void Refusals_stand_in_the_summary_and_in_one_form()
    {
        Sources.Meeting(OtherForm(), f => f.IsUnder("FaspayBilling.Core")).Should().BeEmpty();

        OtherForm().IsMatch("/// <remarks>Refusals: <c>not-allowed</c>.</remarks>").Should().BeTrue();
        OtherForm().IsMatch("/// <summary>Refuses with <c>not-allowed</c>.</summary>").Should().BeTrue();
    }

    [Fact]
    public void Every_refusal_is_met_by_a_test_through_a_handler_an_API_or_a_page()
    {
        var tests = string.Join('\n', Sources.All.Where(IsOfADoor).SelectMany(f => f.Lines));
        var met = Quoted().Matches(tests).Select(m => m.Groups[1].Value).ToHashSet();
        var named = typeof(Refusals).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith(nameof(Refusals), StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(Refusal) && tests.Contains($"{f.DeclaringType!.Name}.{f.Name}", StringComparison.Ordinal))
            .Select(f => ((Refusal)f.GetValue(null)!).Code);

        met.Should().HaveCountGreaterThan(100);
        RefusalsTests.All().Select(r => r.Code).Distinct().Except(met).Except(named).Should().BeEmpty();
    }

    // Where people and callers come in; the rules' own tests ask the rules themselves.
    private static bool IsOfADoor(SourceFile file) =>
        Array.Exists(["Features", "Accounts", "Api", "Outbox", "Files", "Components", "Security"], room => file.IsUnder(Tests + room));

    private static HashSet<(string Room, string Code)> Codes(string project, Regex pattern) =>
    [
        .. from file in Sources.All
           where file.Path.StartsWith(project, StringComparison.Ordinal)
           let room = RoomOf(file.Path[project.Length..].Split('/'))
           where room is not null
           from line in file.Lines
           from Match match in pattern.Matches(line)
           select (room, match.Groups[1].Value),
    ];

    // The handlers of users are a room beside those of Features.
    private static string? RoomOf(string[] path) => path[0] switch
    {
        "Features" => path[1],
        "Accounts" => path[0],
        _ => null,
    };

    [GeneratedRegex(@"<c>((?:[a-z]+(?:-[a-z]+)*\.[a-z0-9-]+)|not-allowed|changed-elsewhere)</c>")]
    private static partial Regex Documented();

    [GeneratedRegex(@"""((?:[a-z]+(?:-[a-z]+)*\.[a-z0-9-]+)|not-allowed|changed-elsewhere)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"///.*\b(?:Refusals?: |[Rr]efuses with <c>)")]
    private static partial Regex OtherForm();
}
