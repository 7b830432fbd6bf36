using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Tests.Formats.Sheets;

public sealed class CellKindTests
{
    // Style 1 is a built-in date, 2 a date of one's own, 3 and 4 only look like one, 5 is a time.
    private const string Styles = """
        <numFmts>
          <numFmt numFmtId="164" formatCode="[$-421]dd\ mmmm\ yyyy"/>
          <numFmt numFmtId="165" formatCode="0&quot; days&quot;"/>
          <numFmt numFmtId="166" formatCode="[Red]0.00\d"/>
        </numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs>
          <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="21"/>
        </cellXfs>
        """;

    private const string Tower =
        "<si><r><t>東京</t></r><r><t xml:space=\"preserve\"> Tower</t></r><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>";

    [Theory]
    [InlineData("<c><v>353189.125</v></c>", "353189.125", CellKind.Number)]
    [InlineData("<c><v>0.125</v></c>", "0.125", CellKind.Number)]
    [InlineData("<c><v>-1234.5</v></c>", "-1234.5", CellKind.Number)]
    [InlineData("<c><v>916666.66999999993</v></c>", "916666.67", CellKind.Number)]
    [InlineData("<c><v>1E-5</v></c>", "0.00001", CellKind.Number)]
    [InlineData("<c><v>1.234567E9</v></c>", "1234567000", CellKind.Number)]
    [InlineData("<c s=\"0\"><v>46345</v></c>", "46345", CellKind.Number)]
    [InlineData("<c s=\"1\"><v>46345</v></c>", "46345", CellKind.Date)]
    [InlineData("<c s=\"2\"><v>46345.5</v></c>", "46345.5", CellKind.Date)]
    [InlineData("<c s=\"3\"><v>7</v></c>", "7", CellKind.Number)]
    [InlineData("<c s=\"4\"><v>7</v></c>", "7", CellKind.Number)]
    [InlineData("<c s=\"5\"><v>0.5</v></c>", "0.5", CellKind.Number)]
    [InlineData("<c t=\"d\"><v>2026-11-18T17:00:00Z</v></c>", "46345", CellKind.Date)]
    [InlineData("<c t=\"d\"><v>2026-11-18T23:30:00+07:00</v></c>", "46344.9791666667", CellKind.Date)]
    [InlineData("<c t=\"d\"><v>2026-11-18T17:00:00</v></c>", "46344.7083333333", CellKind.Date)]
    [InlineData("<c t=\"d\"><v>2026-11-18</v></c>", "46344", CellKind.Date)]
    [InlineData("<c t=\"d\"><v>in November</v></c>", "in November", CellKind.Text)]
    [InlineData("<c t=\"b\"><v>0</v></c>", "FALSE", CellKind.Boolean)]
    [InlineData("<c t=\"e\"><v>#REF!</v></c>", "#REF!", CellKind.Error)]
    [InlineData("<c t=\"inlineStr\"><is><t>0812</t></is></c>", "0812", CellKind.Text)]
    [InlineData("<c t=\"str\"><f>A1</f><v>0812</v></c>", "0812", CellKind.Text)]
    [InlineData("<c><f>1+1</f><v>2</v></c>", "2", CellKind.Number)]
    [InlineData("<c><f>1+1</f><v/></c>", "", CellKind.Unresolved)]
    [InlineData("<c><f>1+1</f></c>", "", CellKind.Unresolved)]
    [InlineData("<c t=\"s\"><v>0</v></c>", "東京 Tower", CellKind.Text)]
    public void The_kind_of_a_cell_is_kept_beside_its_text(string cell, string text, CellKind kind)
    {
        var row = Row(GivenWorkbook.With($"<row>{cell}</row>", Tower, Styles));

        row.Cells.Should().Equal(text);
        row.Kind(0).Should().Be(kind);
        row.Kind(1).Should().Be(CellKind.Empty);
    }

    [Fact]
    public void A_formula_whose_result_is_empty_text_is_an_empty_cell() =>
        Row(GivenWorkbook.With("<row><c t=\"str\"><f>A9</f><v></v></c><c><v>1</v></c></row>"))
            .Kinds.Should().Equal(CellKind.Empty, CellKind.Number);

    [Fact]
    public void Days_of_a_workbook_that_counts_from_1904_are_counted_from_1899_and_its_numbers_stay()
    {
        const string Rows = "<row><c s=\"1\"><v>44883</v></c><c><v>44883</v></c></row>";

        var row = Row(GivenWorkbook.With(Rows, styles: Styles, properties: "date1904=\"1\""));

        row.Cells.Should().Equal("46345", "44883");
        DateTime.FromOADate(46345).Should().Be(new DateTime(2026, 11, 19));
    }

    [Fact]
    public void Cells_without_a_reference_stand_one_after_the_other_empty_ones_too() =>
        Row(GivenWorkbook.With("<row><c/><c><v>1</v></c><c r=\"E1\"><v>2</v></c><c><v>3</v></c></row>"))
            .Cells.Should().Equal("", "1", "", "", "2", "3");

    [Fact]
    public void A_CSV_holds_only_text()
    {
        var row = Row(new MemoryStream("a,,2026-11-19"u8.ToArray()));

        Enumerable.Range(0, 4).Select(row.Kind).Should().Equal(CellKind.Text, CellKind.Empty, CellKind.Text, CellKind.Empty);
    }

    private static SheetRow Row(Stream file) => SheetFile.Read(file, default).Value[0];
}
