using System.Text.RegularExpressions;

namespace FaspayBilling.Tests.Architecture;

/// <summary>Habits that sources show.</summary>
public sealed partial class HouseTests
{
    private const int LongestFile = 250;

    // The one that makes them for all others, and one that only reads.
    private static readonly string[] MayOpenFiles =
        ["FaspayBilling.Core/Configuration/PrivateFiles.cs", "FaspayBilling.Web/Files/DownloadEndpoint.cs"];

    [Fact]
    public void No_file_is_longer_than_250_lines() =>
        Sources.All.Where(f => f.Lines.Count > LongestFile).Select(f => $"{f.Path} has {f.Lines.Count} lines").Should().BeEmpty();

    [Fact]
    public void Nobody_reads_the_machines_clock() =>
        Sources.Meeting(MachineClock(), _ => true).Should().BeEmpty();

    [Fact]
    public void Nothing_is_left_of_the_component_library_before() =>
        Sources.Meeting(FormerLibrary(), _ => true).Should().BeEmpty();

    [Fact]
    public void No_list_is_made_of_parts_that_are_too_slow_for_it() =>
        Sources.Meeting(SlowInLists(), _ => true).Should().BeEmpty();

    [Fact]
    public void Core_names_no_component_library() =>
        Sources.Meeting(ComponentLibrary(), f => f.IsUnder("FaspayBilling.Core")).Should().BeEmpty();

    [Fact]
    public void Every_cs_file_lies_where_its_namespace_says() =>
        Sources.All
            .Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)
                && Namespace(f) is { } room
                && room != Path.GetDirectoryName(f.Path)!.Replace('/', '.').Replace('\\', '.'))
            .Select(f => $"{f.Path} is in {Namespace(f)}")
            .Should().BeEmpty();

    [Fact]
    public void Files_are_made_where_nobody_else_reads_them() =>
        Sources.Meeting(
            MakesFiles(),
            f => (f.IsUnder("FaspayBilling.Core") || f.IsUnder("FaspayBilling.Web")) && !MayOpenFiles.Contains(f.Path))
            .Should().BeEmpty("Configuration/PrivateFiles makes them");

    [Fact]
    public void Nobody_but_the_demo_takes_chance_from_a_generator_that_can_be_guessed() =>
        Sources.Meeting(
            Guessable(),
            f => (f.IsUnder("FaspayBilling.Core") || f.IsUnder("FaspayBilling.Web")) && !f.IsUnder("FaspayBilling.Web/Demo"))
            .Should().BeEmpty("RandomNumberGenerator makes what nobody may guess");

    [Fact]
    public void No_text_is_cut_within_a_letter() =>
        Sources.Meeting(CutAnywhere(), f => f.IsUnder("FaspayBilling.Core") || f.IsUnder("FaspayBilling.Web"))
            .Should().BeEmpty("PlainText.Cut ends with a whole one");

    [Fact]
    public void Nothing_is_left_to_be_done() =>
        Sources.Meeting(Unfinished(), _ => true).Should().BeEmpty();

    [Fact]
    public void The_sources_are_found()
    {
        // A scan that saw nothing would find nothing wrong.
        Sources.All.Should().HaveCountGreaterThan(100);
        Sources.Meeting(ComponentLibrary(), f => f.IsUnder("FaspayBilling.Web/Components/Ui")).Should().NotBeEmpty();
        MachineClock().IsMatch("var now = " + "DateTime" + ".UtcNow;").Should().BeTrue();
        CutAnywhere().IsMatch("var name = text[" + "..LongestName];").Should().BeTrue();
        CutAnywhere().IsMatch("text.Take(" + "300)").Should().BeTrue();
        SlowInLists().IsMatch("<Mud" + "DataGrid Items").Should().BeTrue();
        Sources.Meeting(Guessable(), f => f.IsUnder("FaspayBilling.Web/Demo")).Should().NotBeEmpty();
        Sources.Meeting(MakesFiles(), f => MayOpenFiles.Contains(f.Path)).Should().HaveCount(4);
    }

    private static string? Namespace(SourceFile file) =>
        file.Lines.Select(line => FileScoped().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value;

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(Utc)?(Now|Today)\b")]
    private static partial Regex MachineClock();

    [GeneratedRegex(@"\bMud[A-Z]")]
    private static partial Regex ComponentLibrary();

    [GeneratedRegex("Rad" + "zen")]
    private static partial Regex FormerLibrary();

    [GeneratedRegex(@"\b(Mud" + @"DataGrid|Mud" + @"Td|Multi" + @"Selection)\b")]
    private static partial Regex SlowInLists();

    [GeneratedRegex(
        @"new FileStream\(|\bFile\.(Create|OpenWrite|Append\w+|Write\w+|CreateText)\(|\bDirectory\.Create\w*\(|GetTempFileName")]
    private static partial Regex MakesFiles();

    [GeneratedRegex(@"\bnew Random\(|\bRandom\.Shared\b|\bMath\.random\b")]
    private static partial Regex Guessable();

    [GeneratedRegex(@"\w\[\.\.(\(?(\w+\.)?Longest|[0-9]{2})|AsSpan\(0, \(?Longest|\bSubstring\(0,|\.Take\(([0-9]{3}|Longest)")]
    private static partial Regex CutAnywhere();

    [GeneratedRegex(@"^namespace ([\w.]+);")]
    private static partial Regex FileScoped();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|NotImplemented" + @"Exception)\b")]
    private static partial Regex Unfinished();
}
