using System.Globalization;
using System.Text;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Formats.Sheets;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

/// <summary>Numbers and days of Coretax's list mean what the workbook's own cells say; only text is guessed at.</summary>
public sealed class CoretaxCellsTests
{
    [Fact]
    public void A_number_with_three_decimals_is_no_number_of_thousands()
    {
        var row = Row(new MemoryStream(SheetSamples.Bytes("coretax-three-decimals.xlsx")));

        row.TaxBase.Should().Be(353_189.13m);
    }

    [Theory]
    [InlineData("916666.66999999993", 916_666.67)]
    [InlineData("1E-5", 0)]
    [InlineData("1234567.125", 1_234_567.13)]
    [InlineData("-1.125", -1.13)]
    [InlineData("1.2345E7", 12_345_000)]
    public void A_number_is_what_a_person_sees_in_its_cell(string stored, double vat) =>
        Row(Workbook($"<c r=\"L2\"><v>{stored}</v></c>")).Vat.Should().Be((decimal)vat);

    [Fact]
    public void The_same_as_text_is_a_number_of_thousands() =>
        Row(Workbook("<c r=\"L2\" t=\"inlineStr\"><is><t>353189.125</t></is></c>")).Vat.Should().Be(353_189_125m);

    [Fact]
    public void A_day_of_a_workbook_that_counts_from_1904_is_the_day_it_shows() =>
        Row(new MemoryStream(SheetSamples.Bytes("coretax-from-1904.xlsx"))).Date.Should().Be(new DateOnly(2026, 11, 19));

    [Theory]
    [InlineData("2026-11-18T17:00:00Z", 19)]
    [InlineData("2026-11-18T16:59:59Z", 18)]
    [InlineData("2026-11-18T18:00:00+08:00", 18)]
    [InlineData("2026-11-19T00:30:00+08:00", 18)]
    [InlineData("2026-11-18T17:00:00", 18)]
    public void An_instant_is_a_day_in_Jakarta_in_a_workbook_and_in_a_CSV(string instant, int day)
    {
        var expected = new DateOnly(2026, 11, day);

        Row(Workbook("", $"<c r=\"E2\" t=\"d\"><v>{instant}</v></c>")).Date.Should().Be(expected);
        Row(Workbook("", $"<c r=\"E2\" t=\"inlineStr\"><is><t>{instant}</t></is></c>")).Date.Should().Be(expected);
        Row(CoretaxFile.Csv(';', CoretaxFile.Row("04002600000000001", "APPROVED", "x", date: instant))).Date.Should().Be(expected);
    }

    [Theory]
    [InlineData("<c r=\"L2\"><f>A1</f></c>", "Cell L2 holds a formula whose result the file does not contain.")]
    [InlineData("<c r=\"L2\" t=\"e\"><v>#N/A</v></c>", "Cell L2 holds the error #N/A. Mend it in the file.")]
    [InlineData("<c r=\"L2\" t=\"inlineStr\"><is><t>#REF!</t></is></c>", "Cell L2 holds the error #REF!. Mend it in the file.")]
    [InlineData("<c r=\"O2\"><f>A1</f></c>", "Cell O2 holds a formula whose result the file does not contain.")]
    [InlineData("<c r=\"L2\"><v>1E15</v></c>", "“1.00000000000000E+015” is too large for an amount.")]
    [InlineData("<c r=\"L2\" t=\"inlineStr\"><is><t>1000000000000000</t></is></c>", "“1000000000000000” is too large for an amount.")]
    public void A_cell_that_nobody_can_read_is_not_taken_for_an_empty_one(string cell, string problem)
    {
        var line = CoretaxSheet.Read(Workbook(cell), default).Value.Single();

        (line.Row, line.Shown).Should().Be((null, "04002600000000001"));
        line.Problem!.Sentence().Should().StartWith(problem);
    }

    [Fact]
    public void The_list_is_found_behind_a_cover_sheet()
    {
        const string Cover = "<row><c t=\"inlineStr\"><is><t>Nomor Faktur Pajak, tarikan November</t></is></c></row>";
        var heading = string.Concat(CoretaxFile.Heading.Select(Cell));
        var row = string.Concat(CoretaxFile.Row("04002600000000001", "APPROVED", "x").Select(Cell));

        var lines = CoretaxSheet.Read(
            GivenWorkbook.Of(("Sampul", "", Cover), ("Data", "", $"<row>{heading}</row><row>{row}</row>")), default);

        lines.Value.Single().Row!.Number!.Value.Digits.Should().Be("04002600000000001");
    }

    private static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static CoretaxListRow Row(Stream file) =>
        CoretaxSheet.Read(file, default).Value.Single().Row!;

    private static MemoryStream Workbook(string vat, string date = "<c r=\"E2\" t=\"inlineStr\"><is><t>2026-11-19</t></is></c>")
    {
        var rows = new StringBuilder("<row r=\"1\">");
        foreach (var (text, i) in CoretaxFile.Heading.Select((text, i) => (text, i)))
        {
            rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}1\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
        }

        rows.Append("</row><row r=\"2\"><c r=\"D2\" t=\"inlineStr\"><is><t>04002600000000001</t></is></c>").Append(date)
            .Append("<c r=\"H2\" t=\"inlineStr\"><is><t>APPROVED</t></is></c>").Append(vat).Append("</row>");
        return GivenWorkbook.With(rows.ToString());
    }
}
