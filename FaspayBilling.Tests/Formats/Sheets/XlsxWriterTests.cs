using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Tests.Formats.Sheets;

/// <summary>What is written is read back by the Open XML SDK, which shares no line with the writer.</summary>
public sealed class XlsxWriterTests
{
    private static readonly IReadOnlyList<SheetColumn> Two = [new("Name"), new("Amount")];

    public static TheoryData<string> Hostile =>
        [
            "=1+1", "+62 812", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "<b>&\"'</b>", "]]>", " blanks  kept ", "line\nbreak", "_x0041_",
            "日本語 🧾", "\u200f\u202eright"
        ];

    [Fact]
    public void A_workbook_is_valid_and_holds_what_was_written()
    {
        using var file = Write(
        [
            ["PT Maju", SheetCell.Money(1_234_567.5m)],
            [SheetCell.Day(new(2026, 11, 16)), SheetCell.Instant(new DateTime(2026, 11, 16, 3, 4, 5, DateTimeKind.Utc))],
            ["", 7]
        ]);
        using var book = SpreadsheetDocument.Open(file, false);

        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(book).Select(e => e.Description).Should().BeEmpty();
        Texts(book).Should().Equal("Name", "Amount", "PT Maju", "1234567.5", "46342", "46342.4195023148", "7");
        Cells(book).Select(c => c.CellReference!.Value).Should().Equal("A1", "B1", "A2", "B2", "A3", "B3", "B4");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Text_is_text_whatever_stands_in_it(string text)
    {
        using var file = Write([[text]]);
        using var book = SpreadsheetDocument.Open(file, false);

        var cell = Cells(book).Last();
        cell.DataType!.Value.Should().Be(CellValues.InlineString);
        cell.CellFormula.Should().BeNull();
        book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<CellFormula>().Should().BeEmpty();
        cell.InnerText.Should().Be(text.Replace("_x0041_", "_x005F_x0041_", StringComparison.Ordinal));
        Read(file).Last().Cells.Should().Equal(text);
    }

    [Fact]
    public void What_XML_cannot_carry_is_replaced_and_what_is_too_long_is_cut()
    {
        using var file = Write([["a\0b\ud800c\uffff"], [new string('x', 40_000)]]);

        Read(file).Skip(1).Select(r => r.Cells[0]).Should().Equal("a\ufffdb\ufffdc\ufffd", new string('x', XlsxWriter.LongestText));
    }

    [Fact]
    public void A_text_that_is_cut_ends_with_a_whole_letter()
    {
        var start = new string('x', XlsxWriter.LongestText - 1);
        using var file = Write([[$"{start}😀"]]);

        Read(file).Last().Cells.Should().Equal(start);
    }

    [Fact]
    public void What_does_not_fit_a_sheet_goes_on_in_the_next_under_the_same_heading()
    {
        using var file = new MemoryStream();
        using (var writer = new XlsxWriter(file, "List", Two, mostRows: 3))
        {
            for (var i = 0; i < 5; i++)
            {
                writer.Write([i]);
            }
        }

        using var book = SpreadsheetDocument.Open(file, false);

        book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value).Should().Equal("List", "List 2", "List 3");
        book.WorkbookPart.Workbook.Descendants<Sheet>()
            .Select(s => ((WorksheetPart)book.WorkbookPart.GetPartById(s.Id!)).Worksheet.Descendants<Row>().Count())
            .Should().Equal(3, 3, 2);
    }

    [Fact]
    public void A_column_beyond_Z_has_two_letters()
    {
        using var file = new MemoryStream();
        using (var writer = new XlsxWriter(file, "Wide", [.. Enumerable.Range(0, 60).Select(i => new SheetColumn("c"))]))
        {
            writer.Write([]);
        }

        using var book = SpreadsheetDocument.Open(file, false);
        var references = Cells(book).Select(c => c.CellReference!.Value).ToList();
        references.Should().OnlyHaveUniqueItems().And.HaveCount(60);
        references[25..28].Should().Equal("Z1", "AA1", "AB1");
        references[^1].Should().Be("BH1");
    }

    private static MemoryStream Write(IReadOnlyList<SheetCell[]> rows)
    {
        var file = new MemoryStream();
        using (var writer = new XlsxWriter(file, "List", Two))
        {
            foreach (var row in rows)
            {
                writer.Write(row);
            }
        }

        file.Position = 0;
        return file;
    }

    private static IReadOnlyList<SheetRow> Read(Stream file) => SheetFile.Read(file, default).Value;

    private static IEnumerable<Cell> Cells(SpreadsheetDocument book) =>
        book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>();

    private static IEnumerable<string> Texts(SpreadsheetDocument book) => Cells(book).Select(c => c.InnerText);
}
