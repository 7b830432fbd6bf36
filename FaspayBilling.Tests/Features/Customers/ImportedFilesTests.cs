using System.Text;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Texts;
using FaspayBilling.Tests.Formats.Sheets;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

/// <summary>Files as merchants have them: what a person sees is read, and what cannot be is named.</summary>
public sealed class ImportedFilesTests : IAsyncLifetime
{
    private TestDb db = null!;
    private GivenMerchant fpy = null!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        fpy = await db.Given.MerchantAsync();
    }

    public async Task DisposeAsync() => await db.DisposeAsync();

    [Theory]
    [InlineData("title-above-heading.csv", "Row 4", "PT Kasus 150", "012345674054000")]
    [InlineData("separator-line.csv", "Row 2", "PT Kasus 110", "012345674054000")]
    [InlineData("hidden-first-sheet.xlsx", "Sheet “Pelanggan”, row 1", "PT Lembar 10", "012345674054000")]
    [InlineData("strict.xlsx", "Sheet “Sheet”, row 1", "PT Lembar 50", "012345674054000")]
    public async Task The_heading_is_found_and_its_place_said(string file, string place, string name, string npwp)
    {
        var import = (await ReadAsync(SheetSamples.Bytes(file))).Value;

        import.Place.Sentence().Should().Be(place);
        var row = import.Rows.Should().ContainSingle().Subject;
        (row.Input.Name, row.Input.Npwp).Should().Be((name, npwp));
        row.Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task An_NPWP_is_read_whatever_a_program_put_around_it()
    {
        var import = (await ReadAsync(SheetSamples.Bytes("text-formulas.csv"))).Value;

        import.Rows.Select(r => r.Input.Npwp).Should().Equal("0123456789012345", "012345674054000");
        import.Bad.Should().BeEmpty();
    }

    [Fact]
    public async Task An_NPWP_that_a_spreadsheet_made_a_number_of_is_told_from_one_that_is_only_oddly_written()
    {
        var import = (await ReadAsync(SheetSamples.Bytes("odd-npwps.csv"))).Value;

        import.Rows.Select(r => (r.Input.Name[^3..], string.Join(' ', r.Problems.Select(p => p.Message.Key)))).Should().Equal(
            ("140", "import.cell:digits-lost"), ("141", ""), ("142", "import.cell:zeros-lost"), ("143", ""), ("144", ""), ("145", ""),
            ("146", ""));
        import.Good.Should().OnlyContain(r => r.Input.Npwp == "012345674054000");
        import.Bad.Should().OnlyContain(r => r.Problems[0].Code == "import.cell");
        import.Bad[0].Problems[0].Sentence().Should().Be(
            "NPWP: “1.23457E+14” is a number that a spreadsheet has shortened, its last digits are lost. Format the column as text and "
            + "enter the number again.");
    }

    [Fact]
    public async Task A_number_of_16_digits_in_a_workbook_has_lost_its_last_one_whatever_its_column()
    {
        const string Lost = "<c><v>3173056702950001</v></c>";
        var import = (await ReadAsync(GivenWorkbook.With(
            Texts("Name", "Email", "Document", "Document Number", "NPWP", "NITKU", "Phone")
            + $"<row>{Text("Dewi")}{Text("d@x.example")}{Text("NIK")}{Lost}{Lost}{Lost}<c><v>8121234567</v></c></row>").ToArray())).Value;

        var row = import.Rows.Single();
        row.Problems.Select(p => (p.Message.Key, p.Field)).Should().Equal(
            ("import.cell:digits-lost", "DocumentNumber"), ("import.cell:digits-lost", "Npwp"), ("import.cell:digits-lost", "Nitku"));
        row.Problems[0].Sentence()
            .Should().StartWith("Document Number: “3.17305670295000E+015” is a number that a spreadsheet has shortened");
        row.Input.ContactNo.Should().Be("8121234567");
    }

    [Fact]
    public async Task A_formula_without_a_result_names_its_cell_and_what_to_do()
    {
        var row = (await ReadAsync(SheetSamples.Bytes("formulas-without-results.xlsx"))).Value.Rows.Single();

        row.Problems.Select(p => p.Sentence()).Should().Equal(
            "Cell A2 (Customer Name) holds a formula whose result the file does not contain. Open the file in Excel or LibreOffice, save "
            + "it there and choose it again, or enter the value instead of the formula.",
            "Cell E2 (NPWP) holds a formula whose result the file does not contain. Open the file in Excel or LibreOffice, save it "
            + "there and choose it again, or enter the value instead of the formula.");
    }

    [Fact]
    public async Task A_formula_with_a_stored_result_is_read_an_error_named_and_a_day_written_as_one_sees_it()
    {
        var import = (await ReadAsync(GivenWorkbook.With(
            Texts("Name", "Email", "Address", "Additional Info")
            + $"<row><c t=\"str\"><f>A9</f><v>Dewi</v></c>{Text("d@x.example")}<c t=\"e\"><v>#N/A</v></c><c s=\"1\"><v>46345</v></c></row>",
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>").ToArray())).Value;

        var row = import.Rows.Single();
        (row.Input.Name, row.Input.AdditionalInfo).Should().Be(("Dewi", "19/11/2026"));
        row.Problems.Select(p => p.Sentence()).Should().Equal("Cell C2 (Address) holds the error #N/A. Mend it in the file.");
    }

    [Fact]
    public async Task A_number_with_three_decimals_is_taken_over_as_one_sees_it()
    {
        var import = (await ReadAsync(GivenWorkbook.With(
            Texts("Name", "Email", "Address", "Additional Info")
            + $"<row>{Text("Dewi")}{Text("d@x.example")}<c><v>1.125</v></c><c><v>353189.125</v></c></row>").ToArray())).Value;

        var row = import.Rows.Single();
        (row.Input.Address, row.Input.AdditionalInfo).Should().Be(("1.125", "353189.125"));
    }

    [Theory]
    [InlineData(
        "Daftar\nCustomer Name;Phone\nx;y", "Row 2 was read as the heading; missing: Customer Email. The template has them all.",
        "Baris 2 dibaca sebagai judul kolom; yang kurang: Customer Email. Template memuat semuanya.")]
    [InlineData(
        "a;b\nc;d",
        "None of the first 20 filled rows is a heading: it names at least Customer Name, Customer Email. The template has them all.",
        "Tidak satu pun dari 20 baris terisi pertama berupa judul kolom: judul kolom setidaknya memuat Customer Name, Customer Email. "
        + "Template memuat semuanya.")]
    [InlineData(
        "\nName;Nama;Email\nx;y;z", "Row 2 was read as the heading; it names the column Customer Name twice.",
        "Baris 2 dibaca sebagai judul kolom; kolom Customer Name muncul dua kali di sana.")]
    public async Task What_was_looked_at_is_said_in_both_languages(string file, string english, string indonesian)
    {
        var refusal = (await ReadAsync(Encoding.UTF8.GetBytes(file))).Refusal!;

        refusal.Code.Should().Be("import.columns");
        refusal.Sentence().Should().Be(english);
        Sentences.Of(refusal.Message, Language.Indonesian).Should().Be(indonesian);
    }

    [Fact]
    public async Task Without_a_heading_the_sheets_that_were_looked_at_are_named() =>
        (await ReadAsync(GivenWorkbook.Of(("Isi", "", Texts("a")), ("Dua", "", Texts("b"))).ToArray())).Refusal!.Sentence()
            .Should().StartWith("None of the first 20 filled rows of each sheet (Isi, Dua) is a heading: it names at least Customer Name");

    [Theory]
    [InlineData("102-columns.xlsx", "Sheet “a”, row 1, column CW: this is beyond the 100th column.")]
    [InlineData("web-page.xlsx", "This is a web page or XML under another name. Open it in Excel and save it as .xlsx.")]
    public async Task What_cannot_be_read_at_all_is_refused_with_its_reason(string file, string reason) =>
        (await ReadAsync(SheetSamples.Bytes(file))).Refusal!.Sentence().Should().StartWith(reason);

    private static string Texts(params string[] texts) => $"<row>{string.Concat(texts.Select(Text))}</row>";

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private Task<Outcome<CustomerImport>> ReadAsync(byte[] file) =>
        db.Get<ReadCustomerImport>().HandleAsync(fpy.Finance, new MemoryStream(file), default);
}
