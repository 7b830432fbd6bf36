namespace FaspayBilling.Tests.Architecture;

/// <summary>Lines that can be read without scrolling. How long a file may be says HouseTests, how full a folder RoomsTests.</summary>
public sealed class LinesTests
{
    private const int Longest = 140;

    // Files whose lines are data that no line break may enter, each with its reason behind it.
    private static readonly HashSet<string> MayBeLonger = [];

    private static readonly IReadOnlyList<SourceFile> Files = [.. Sources.All, .. Sources.Styles];

    [Fact]
    public void No_line_is_longer_than_140_characters() =>
        Files.Where(file => !MayBeLonger.Contains(file.Path)).SelectMany(TooLong).Should().BeEmpty();

    [Fact]
    public void Every_exception_is_needed() =>
        MayBeLonger.Where(path => Files.SingleOrDefault(file => file.Path == path) is not { } file || !TooLong(file).Any())
            .Should().BeEmpty();

    [Fact]
    public void The_lines_are_measured()
    {
        // A scan that saw nothing would find nothing wrong.
        foreach (var ending in new[] { ".cs", ".razor", ".css", ".js" })
        {
            Files.Should().Contain(file => file.Path.EndsWith(ending, StringComparison.Ordinal));
        }

        var fits = new string('x', Longest);
        TooLong(new("a.cs", ["", fits, fits + "y"])).Should().ContainSingle().Which.Should().Be("a.cs:3 has 141 characters");
    }

    private static IEnumerable<string> TooLong(SourceFile file) =>
        from line in file.Lines.Index()
        where line.Item.Length > Longest
        select $"{file.Path}:{line.Index + 1} has {line.Item.Length} characters";
}
