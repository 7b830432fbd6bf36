using System.Collections;
using System.Reflection;
using Xunit.Sdk;

namespace FaspayBilling.Tests.Architecture;

/// <summary>The runner writes every row of a theory down, several times over: a row of bytes once took gigabytes.</summary>
public sealed class TheoryRowsTests
{
    private const int Longest = 10_000;

    private static readonly IReadOnlyList<MethodInfo> Theories =
    [
        .. typeof(TheoryRowsTests).Assembly
            .GetTypes()
            .SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<TheoryAttribute>() is not null),
    ];

    [Fact]
    public void No_theory_takes_bytes_or_a_stream() =>
        Theories.Where(m => m.GetParameters().Any(p => IsContent(p.ParameterType))).Select(Name).Should().BeEmpty();

    [Fact]
    public void No_row_of_a_theory_is_long() =>
        Theories
            .SelectMany(m => Rows(m)
                .SelectMany(row => row)
                .Where(value => IsContent(value?.GetType()) || Length(value) > Longest)
                .Select(_ => Name(m)))
            .Distinct()
            .Should().BeEmpty();

    [Fact]
    public void The_rows_are_found()
    {
        // A scan that saw nothing would find nothing wrong.
        Theories.Should().HaveCountGreaterThan(100);
        Theories.Sum(m => Rows(m).Count()).Should().BeGreaterThan(500);
        Length(new[] { new string('x', Longest), "x" }).Should().BeGreaterThan(Longest);
        IsContent(typeof(ReadOnlyMemory<byte>)).Should().BeTrue();
        IsContent(typeof(MemoryStream)).Should().BeTrue();
    }

    // [InlineData(null)] has no row, but means a row of null.
    private static IEnumerable<object?[]> Rows(MethodInfo theory) =>
        theory.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(theory)).Select(row => row ?? [null]);

    private static bool IsContent(Type? type) => type is not null && (type == typeof(ReadOnlyMemory<byte>) || type == typeof(Memory<byte>)
        || typeof(Stream).IsAssignableFrom(type) || typeof(IEnumerable<byte>).IsAssignableFrom(type));

    private static long Length(object? value) => value switch
    {
        null => 0,
        string text => text.Length,
        IEnumerable items => items.Cast<object?>().Sum(Length),
        _ => value.ToString()?.Length ?? 0,
    };

    private static string Name(MethodInfo theory) => $"{theory.DeclaringType!.FullName}.{theory.Name}";
}
