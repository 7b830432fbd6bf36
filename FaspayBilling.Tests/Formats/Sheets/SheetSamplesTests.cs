using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Tests.Formats.Sheets;

/// <summary>Files as merchants send them, each of which was once read wrongly.</summary>
public sealed class SheetSamplesTests
{
    [Fact]
    public void A_filled_column_too_many_is_refused_where_it_stands()
    {
        var refusal = Read("102-columns.xlsx").Refusal!;

        refusal.Code.Should().Be("sheet.too-large");
        refusal.Sentence().Should().StartWith("Sheet “a”, row 1, column CW: ");
    }

    [Fact]
    public void A_Strict_workbook_is_read_like_any_other() =>
        Read("strict.xlsx").Value[1].Cells.Should().Equal(
            "PT Lembar 50", "lembar50@uji.example", "081234500", "Jl. Uji 50", "012345674054000", "PT Lembar 50", "Jl. Uji 50");

    [Fact]
    public void The_first_sheet_that_is_shown_is_read_not_a_hidden_one() =>
        Read("hidden-first-sheet.xlsx").Value[0].Cells.Should().StartWith(["Customer Name", "Customer Email"]);

    [Fact]
    public void A_formula_without_a_stored_result_is_told_from_an_empty_cell()
    {
        var row = Read("formulas-without-results.xlsx").Value[1];

        row.Cells.Should().StartWith(["", "lembar30@uji.example"]);
        row.Kind(0).Should().Be(CellKind.Unresolved);
        row.Kind(1).Should().Be(CellKind.Text);
    }

    [Fact]
    public void A_web_page_named_as_a_workbook_is_refused_as_what_it_is()
    {
        var refusal = Read("web-page.xlsx").Refusal;

        refusal.Should().Be(SheetRefusals.SheetMarkup);
        refusal!.Code.Should().Be("sheet.not-readable");
    }

    [Fact]
    public void The_line_that_names_the_separator_is_no_row()
    {
        var rows = Read("separator-line.csv").Value;

        rows.Select(r => r.Line).Should().Equal(2, 3);
        rows[0].Cells.Should().HaveCount(7).And.StartWith("Customer Name");
    }

    [Fact]
    public void A_title_above_the_heading_keeps_the_number_of_every_row() =>
        Read("title-above-heading.csv").Value.Select(r => r.Line).Should().Equal(1, 2, 4, 5);

    [Fact]
    public void What_keeps_a_spreadsheet_from_making_a_number_of_a_cell_is_no_part_of_it()
    {
        Read("text-formulas.csv").Value.Skip(1).Select(r => r[4]).Should().Equal("0123456789012345", "012345674054000");
        Read("odd-npwps.csv").Value.Skip(1).Select(r => r.Cells[4]).Should().Equal(
            "1.23457E+14", "012345674054000", "12345674054000", "012345674054000", "01.234.567.4\u2013054.000",
            "\u00a0012345674054000\u00a0", "01.234.567.4-054.000");
    }

    private static Outcome<IReadOnlyList<SheetRow>> Read(string name) =>
        SheetFile.Read(new MemoryStream(SheetSamples.Bytes(name)), default);
}
