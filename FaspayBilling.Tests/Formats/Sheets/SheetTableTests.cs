using System.Security;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Tests.Formats.Sheets;

/// <summary>The heading is found wherever a person would see it.</summary>
public sealed class SheetTableTests
{
    private const string Styles = """
        <numFmts>
          <numFmt numFmtId="164" formatCode="000000000000000"/>
          <numFmt numFmtId="165" formatCode="00\.000\.000\.0\-000\.000"/>
          <numFmt numFmtId="166" formatCode="0.00"/>
        </numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
        """;

    [Fact]
    public void Of_the_sheets_that_are_shown_the_one_with_the_heading_is_read()
    {
        var table = Find(GivenWorkbook.Of(
            ("Hidden", "hidden", Row("Name", "Email", "Address")), ("Petunjuk", "", Row("Isi lembar berikut")),
            ("Pelanggan", "", Row("Daftar pelanggan") + Row() + Row("Name", "Email", "Address") + Row("Dewi", "d@x.example", "Jl. A")),
            ("Lain", "", Row("Name", "Email", "Address") + Row("Nobody"))));

        (table.Sheet, table.Heading.Line, table.Rows.Single().Line).Should().Be(("Pelanggan", 3, 4));
        table.Place.Sentence().Should().Be("Sheet “Pelanggan”, row 3");
        table.Sheets.Should().Equal("Petunjuk", "Pelanggan", "Lain");
    }

    [Fact]
    public void A_row_that_names_more_columns_is_the_heading_rather_than_one_that_names_fewer() =>
        Find(GivenWorkbook.Of(("a", "", Row("Name") + Row("Name", "Email") + Row("Name", "Email")))).Heading.Line.Should().Be(2);

    [Fact]
    public void A_sheet_that_is_too_wide_for_a_table_is_passed_over_when_another_has_the_heading()
    {
        var wide = Row([.. Enumerable.Repeat("x", 102)]);

        Find(GivenWorkbook.Of(("a", "", wide), ("b", "", Row("Name", "Email")))).Sheet.Should().Be("b");
        SheetFile.Find(GivenWorkbook.Of(("a", "", wide), ("b", "", Row("x"))), Known, default).Refusal!.Sentence()
            .Should().StartWith("Sheet “a”, row 1, column CW: ");
    }

    [Fact]
    public void Without_any_heading_the_first_filled_row_is_answered()
    {
        var table = Find(GivenWorkbook.Of(("a", "", ""), ("b", "", Row() + Row("x") + Row("y"))));

        (table.Sheet, table.Heading.Line, table.Rows.Count).Should().Be(("b", 2, 1));
        SheetFile.Find(GivenWorkbook.Of(("a", "", ""), ("b", "", Row())), Known, default).Refusal.Should().Be(SheetRefusals.SheetEmpty);
    }

    [Fact]
    public void The_heading_is_looked_for_in_20_filled_rows()
    {
        Find(GivenWorkbook.Of(("a", "", string.Concat(Enumerable.Repeat(Row("x") + Row(), 19)) + Row("Name")))).Heading.Line
            .Should().Be(39);
        Find(GivenWorkbook.Of(("a", "", string.Concat(Enumerable.Repeat(Row("x"), 20)) + Row("Name")))).Heading.Line.Should().Be(1);
    }

    [Fact]
    public void A_CSV_is_one_sheet_without_a_name()
    {
        var table = SheetFile.Find(new MemoryStream("Daftar;;\n\nName;Email\nDewi;d@x.example"u8.ToArray()), Known, default).Value;

        (table.Sheet, table.Heading.Line, table.Rows.Single()[0]).Should().Be((null, 3, "Dewi"));
        table.Place.Sentence().Should().Be("Row 3");
    }

    [Theory]
    [InlineData("12345674054000", 1, "012345674054000")]
    [InlineData("12345674054000", 2, "012345674054000")]
    [InlineData("12345674054000", 0, "12345674054000")]
    [InlineData("7", 3, "7")]
    [InlineData("-7", 1, "-7")]
    public void Zeros_that_the_format_of_a_cell_puts_in_front_are_seen(string stored, int style, string seen) =>
        SheetFile.Read(GivenWorkbook.With($"<row><c s=\"{style}\"><v>{stored}</v></c></row>", styles: Styles), default).Value[0][0]
            .Should().Be(seen);

    [Theory]
    [InlineData("=\"0123\"", "0123")]
    [InlineData("=\"say \"\"yes\"\"\"", "say \"yes\"")]
    [InlineData("=\"a\"&\"b\"", "=\"a\"&\"b\"")]
    [InlineData("'0123", "0123")]
    [InlineData("'+62 21", "+62 21")]
    [InlineData("'=\"0123\"", "0123")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("\u200b01\ufeff23\u2060", "0123")]
    public void A_cells_text_is_what_a_person_means_by_it(string written, string seen)
    {
        var quoted = $"\"{written.Replace("\"", "\"\"", StringComparison.Ordinal)}\",x";
        SheetFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(quoted)), default).Value[0][0].Should().Be(seen);
        SheetFile.Read(GivenWorkbook.With(Row(written)), default).Value[0][0].Should().Be(seen);
    }

    [Theory]
    [InlineData("\n\n<html><table>")]
    [InlineData(" \n,<!DOCTYPE html>")]
    [InlineData("\ufeff<?xml version=\"1.0\"?>")]
    public void A_web_page_is_one_below_blank_lines_too(string text) =>
        SheetFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), default).Refusal.Should().Be(SheetRefusals.SheetMarkup);

    private static SheetTable Find(Stream file) => SheetFile.Find(file, Known, default).Value;

    private static int Known(SheetRow row) => row.Cells.Count(c => c is "Name" or "Email" or "Address");

    private static string Row(params string[] texts) =>
        $"<row>{string.Concat(texts.Select(t => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(t)}</t></is></c>"))}</row>";
}
