using System.Diagnostics;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Formats.Sheets;

/// <summary>Small files that unpack to a hundred megabytes of one thing: each is refused before it costs what it holds.</summary>
[Collection(nameof(Alone))]
public sealed class SheetBombTests
{
    private const long MostMemory = 64 * 1024 * 1024;

    private static readonly string Long = new('a', 1_000);

    private static readonly Dictionary<string, Func<MemoryStream>> Bombs = new()
    {
        ["one huge cell"] = () => GivenWorkbook.Bomb("<row><c t=\"inlineStr\"><is><t>", "a", "</t></is></c></row>"),
        ["a cell of small pieces"] = () => GivenWorkbook.Bomb("<row><c t=\"inlineStr\"><is>", "<t>a</t>", "</is></c></row>"),
        ["empty rows"] = () => GivenWorkbook.Bomb("", "<row/>", ""),
        ["empty cells"] = () => GivenWorkbook.Bomb("<row>", "<c/>", "</row>"),
        ["full cells"] = () => GivenWorkbook.Bomb("", Many("<row>", _ => $"<c t=\"str\"><v>{Long}</v></c>", 90, "</row>"), ""),
        ["blanks"] = () => GivenWorkbook.Bomb("", " ", ""),
        ["a comment"] = () => GivenWorkbook.Bomb("<!--", "a", "-->"),
        ["a long attribute"] = () => GivenWorkbook.Bomb("<row><c r=\"", "A", "\"/></row>"),
        ["many attributes"] = () => GivenWorkbook.Bomb("<row><c", " a=\"\"", "/></row>"),
        ["shared texts"] = () => GivenWorkbook.SharedBomb("<si><t>some text</t></si>", 3_900_000),
        ["empty shared texts"] = () => GivenWorkbook.SharedBomb("<si/>", 18_000_000),
        ["nesting"] = () => GivenWorkbook.Bomb("<row><c>", "<a>", "</c></row>"),
        ["names"] = () => GivenWorkbook.With(Many("<row><c>", i => $"<a{i}/>", 100_000, "</c></row>")),
        ["parts"] = () => GivenWorkbook.Zip([.. Enumerable.Range(0, 20_000).Select(i => ($"xl/{i}", (IEnumerable<string>)[]))]),
        ["relations"] = () => GivenWorkbook.Zip(
            ("_rels/.rels", [Many("<a>", i => $"<Relationship Id=\"{i}\" Target=\"b\"/>", 100_000, "</a>")])),
    };

    [Theory]
    [InlineData("one huge cell", "sheet.too-large")]
    [InlineData("a cell of small pieces", "sheet.too-large")]
    [InlineData("empty rows", "sheet.too-large")]
    [InlineData("empty cells", "sheet.too-large")]
    [InlineData("full cells", "sheet.too-large")]
    [InlineData("blanks", "sheet.too-large")]
    [InlineData("a comment", "sheet.too-large")]
    [InlineData("a long attribute", "sheet.too-large")]
    [InlineData("many attributes", "sheet.too-large")]
    [InlineData("shared texts", "sheet.too-large")]
    [InlineData("empty shared texts", "sheet.too-large")]
    [InlineData("parts", "sheet.too-large")]
    [InlineData("nesting", "sheet.not-readable")]
    [InlineData("names", "sheet.not-readable")]
    [InlineData("relations", "sheet.not-readable")]
    public void A_bomb_is_refused_within_64_MiB(string what, string code)
    {
        using var bomb = Bombs[what]();
        bomb.Length.Should().BeLessThan(SheetLimits.Bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = SheetFile.Read(bomb, default);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(MostMemory, what);
        read.Refusal!.Code.Should().Be(code, what);
    }

    [Theory]
    [InlineData("102-columns.xlsx")]
    [InlineData("big-cell.xlsx")]
    [InlineData("empty-rows.xlsx")]
    public async Task What_once_stopped_a_page_is_refused_by_both_imports_in_time_and_within_64_MiB(string file)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var (began, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

        // Both refuse before they wait for anything, and so on this thread.
        var customers = db.Get<ReadCustomerImport>().HandleAsync(fpy.Finance, new MemoryStream(SheetSamples.Bytes(file)), default);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var list = CoretaxSheet.Read(new MemoryStream(SheetSamples.Bytes(file)), default);
        var both = GC.GetAllocatedBytesForCurrentThread() - before;

        (await customers).Refusal!.Code.Should().Be("sheet.too-large");
        list.Refusal!.Code.Should().Be("coretax-list.too-large");
        allocated.Should().BeLessThan(MostMemory);
        (both - allocated).Should().BeLessThan(MostMemory);
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_refusal_says_where_the_reading_stood() =>
        SheetFile.Read(Bombs["one huge cell"](), default).Refusal!.Sentence().Should().StartWith("Sheet “Data”, row 1, column A: ");

    [Fact]
    public void Of_the_shared_texts_only_those_are_read_that_a_cell_asks_for() =>
        SheetFile.Read(GivenWorkbook.SharedBomb("<si><t>some text</t></si>", 7), default).Value.Single().Cells.Should().Equal("some text");

    [Fact]
    public async Task Reading_ends_when_nobody_waits_for_it_any_more()
    {
        using var bomb = Bombs["empty rows"]();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        foreach (var file in new Stream[] { bomb, new MemoryStream("a,b"u8.ToArray()) })
        {
            var read = () => SheetFile.Read(file, gone.Token);
            read.Should().Throw<OperationCanceledException>();
        }
    }

    private static string Many(string head, Func<int, string> unit, int times, string tail) =>
        head + string.Concat(Enumerable.Range(0, times).Select(unit)) + tail;
}
