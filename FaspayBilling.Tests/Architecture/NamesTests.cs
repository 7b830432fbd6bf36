using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FaspayBilling.Tests.Architecture;

/// <summary>What the compiler's naming rules cannot say: only the sentences of tests, written with underscores, go without Async.</summary>
public sealed partial class NamesTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<string> Waiting =
    [
        .. typeof(NamesTests).Assembly.GetTypes().SelectMany(t => t.GetMethods(Everything))
            .Where(m => m.GetCustomAttribute<AsyncStateMachineAttribute>() is not null
                && !m.Name.StartsWith("<Main>", StringComparison.Ordinal)
                && m.Name != "Main")
            .Select(m => $"{m.DeclaringType!.FullName}.{Written(m)}"),
    ];

    [Fact]
    public void A_method_that_waits_and_is_no_sentence_ends_in_Async() =>
        Waiting.Where(name => !name.EndsWith("Async", StringComparison.Ordinal) && !IsSentence(name)).Should().BeEmpty();

    [Fact]
    public void The_methods_are_found()
    {
        // A scan that saw nothing would find nothing wrong.
        Waiting.Count(IsSentence).Should().BeGreaterThan(500);
        Waiting.Count(name => name.EndsWith("Async", StringComparison.Ordinal)).Should().BeGreaterThan(100);
        LocalFunction().Match("<A_test>g__CancelAsync|3_0").Groups["name"].Value.Should().Be("CancelAsync");
    }

    // Lambdas have no name of their own, and stand for the sentence around them.
    private static string Written(MethodInfo method) =>
        LocalFunction().Match(method.Name) is { Success: true } local ? local.Groups["name"].Value : method.Name;

    private static bool IsSentence(string name) => name[(name.LastIndexOf('.') + 1)..].Contains('_', StringComparison.Ordinal);

    [GeneratedRegex(@"^<.+>g__(?<name>\w+)\|", RegexOptions.ExplicitCapture)]
    private static partial Regex LocalFunction();
}
