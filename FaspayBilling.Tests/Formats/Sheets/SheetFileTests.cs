using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Tests.Formats.Sheets;

public sealed class SheetFileTests
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    // The rows of a theory name their file: the runner writes a row's arguments down byte by byte, which took gigabytes for the largest.
    private static readonly Dictionary<string, byte[]> Encoded = new()
    {
        ["UTF-8"] = Encoding.UTF8.GetBytes("Café,Jl. Ñ"),
        ["UTF-8 with its mark"] = [.. Utf8Mark, .. Encoding.UTF8.GetBytes("Café,Jl. Ñ")],
        ["UTF-16"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Café,Jl. Ñ")],
        ["UTF-16, big end first"] = [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("Café,Jl. Ñ")],
        ["Windows-1252"] = [.. "Caf"u8, 0xE9, .. ",Jl. "u8, 0xD1],
    };

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-8 with its mark")]
    [InlineData("UTF-16")]
    [InlineData("UTF-16, big end first")]
    [InlineData("Windows-1252")]
    public void Every_encoding_that_Excel_writes_is_read(string encoding) =>
        Cells(Encoded[encoding]).Should().Equal(["Café|Jl. Ñ"], encoding);

    [Theory]
    [InlineData("a,b\nc,d", "a|b", "c|d")]
    [InlineData("a;b,c\r\nd;e\r\n", "a|b,c", "d|e")]
    [InlineData("a\tb\rc\td", "a|b", "c|d")]
    [InlineData("\"a;b\",c\n1,2", "a;b|c", "1|2")]
    [InlineData("a,b\n\"x \"\"y\"\" z\",\"line\nbreak\"\n", "a|b", "x \"y\" z|line\nbreak")]
    [InlineData("a,b\n\n , \nc", "a|b", "c")]
    [InlineData("a,b,\n1,,3", "a|b|", "1||3")]
    [InlineData("a,b\nit\"s,5\" pipe", "a|b", "it\"s|5\" pipe")]
    [InlineData("a,b\n\"never closed,c", "a|b", "never closed,c")]
    public void Delimiters_quotes_and_line_ends_are_read_as_people_write_them(string text, params string[] rows) =>
        Cells(Encoding.UTF8.GetBytes(text)).Should().Equal(rows);

    [Fact]
    public void A_rows_number_is_the_line_on_which_it_begins() =>
        SheetFile.Read(new MemoryStream("a,b\n\"x\ny\",1\n\nz,2"u8.ToArray()), default).Value.Select(r => r.Line).Should().Equal(1, 2, 5);

    [Fact]
    public void A_workbook_of_another_hand_is_read_shared_texts_numbers_and_formulas()
    {
        var file = Workbook(
            Text("Name"), Text("NPWP"), Text("VA"), Text("NIK"), Text("Sum"), Text("Yes"), Text("Wrong"));
        AddRow(
            file, Shared("PT Maju"), Number("26015362054000"), Number("1.23456789E9"), Number("3171014101900001"), Formula("3.5"),
            Bool("1"), Error("#N/A"));

        var row = SheetFile.Read(file, default).Value[1];

        row.Cells.Should().Equal("PT Maju", "26015362054000", "1234567890", "3.17101410190000E+015", "3.5", "TRUE", "#N/A");
    }

    [Fact]
    public void Missing_cells_keep_their_place()
    {
        var file = Workbook(Text("A"), Text("B"), Text("C"));
        AddRow(file, new Cell { CellReference = "C2", DataType = CellValues.String, CellValue = new CellValue("third") });

        SheetFile.Read(file, default).Value[1].Cells.Should().Equal("", "", "third");
    }

    private static readonly Dictionary<string, Func<byte[]>> RefusedFiles = new()
    {
        ["nothing"] = () => [],
        ["blank lines"] = () => "\n\n , \n"u8.ToArray(),
        ["an old Excel file"] = () => [0xD0, 0xCF, 0x11, 0xE0, 1, 2],
        ["a picture"] = () => [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1],
        ["a cut zip"] = () => "PK\u0003\u0004 and then nothing"u8.ToArray(),
        ["a zip that is no workbook"] = () => Zip(("readme.txt", "hello")),
        ["a workbook of broken XML"] = () => Zip(("xl/workbook.xml", "<workbook")),
        ["a workbook with a DTD"] = () => Zip(
            ("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook>&e;</workbook>")),
        ["too many columns"] = () => Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("x", 101))),
        ["too many rows"] = () => Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("x", 10_002))),
        ["a huge cell"] = () => Encoding.UTF8.GetBytes($"a,b\n\"{new string('x', 40_000)}\",1"),
        ["a huge bare cell"] = () => Encoding.UTF8.GetBytes(new string('x', 40_000)),
        ["more than 10 MB"] = () => new byte[(10 * 1024 * 1024) + 1],
        ["a bomb"] = Bomb,
    };

    [Theory]
    [InlineData("nothing", "sheet.not-readable")]
    [InlineData("blank lines", "sheet.not-readable")]
    [InlineData("an old Excel file", "sheet.not-readable")]
    [InlineData("a picture", "sheet.not-readable")]
    [InlineData("a cut zip", "sheet.not-readable")]
    [InlineData("a zip that is no workbook", "sheet.not-readable")]
    [InlineData("a workbook of broken XML", "sheet.not-readable")]
    [InlineData("a workbook with a DTD", "sheet.not-readable")]
    [InlineData("too many columns", "sheet.too-large")]
    [InlineData("too many rows", "sheet.too-large")]
    [InlineData("a huge cell", "sheet.too-large")]
    [InlineData("a huge bare cell", "sheet.too-large")]
    [InlineData("more than 10 MB", "sheet.too-large")]
    [InlineData("a bomb", "sheet.too-large")]
    public void What_cannot_be_read_is_refused_with_its_reason(string what, string code)
    {
        var read = SheetFile.Read(new MemoryStream(RefusedFiles[what]()), default);

        read.Refusal.Should().NotBeNull(what);
        read.Refusal!.Code.Should().Be(code, what);
        read.Refusal.Field.Should().Be("File");
    }

    private static IEnumerable<string> Cells(byte[] file) =>
        SheetFile.Read(new MemoryStream(file), default).Value.Select(r => string.Join('|', r.Cells));

    private static byte[] Zip(params (string Path, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (path, text) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    // 101 MB of blanks in a few kB.
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            using (var workbook = zip.CreateEntry("xl/workbook.xml").Open())
            {
                workbook.Write("<workbook/>"u8);
            }

            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
            var blanks = Encoding.UTF8.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < 101; i++)
            {
                sheet.Write(blanks);
            }
        }

        return file.ToArray();
    }

    private static MemoryStream Workbook(params Cell[] heading)
    {
        var file = new MemoryStream();
        using var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var workbook = book.AddWorkbookPart();
        workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
            new SharedStringItem(new Run(new Text("PT ")), new Run(new Text("Maju"))));
        var sheet = workbook.AddNewPart<WorksheetPart>();
        sheet.Worksheet = new Worksheet(new SheetData(new Row(heading)));
        workbook.Workbook = new Workbook(
            new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = "Data", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        return file;
    }

    private static void AddRow(MemoryStream file, params Cell[] cells)
    {
        using var book = SpreadsheetDocument.Open(file, true);
        book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<SheetData>().Single().Append(new Row(cells));
    }

    private static Cell Text(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    private static Cell Shared(string _) => new() { DataType = CellValues.SharedString, CellValue = new CellValue("0") };

    private static Cell Number(string number) => new() { CellValue = new CellValue(number) };

    private static Cell Formula(string value) => new() { CellFormula = new CellFormula("1+2.5"), CellValue = new CellValue(value) };

    private static Cell Bool(string value) => new() { DataType = CellValues.Boolean, CellValue = new CellValue(value) };

    private static Cell Error(string value) => new() { DataType = CellValues.Error, CellValue = new CellValue(value) };
}
