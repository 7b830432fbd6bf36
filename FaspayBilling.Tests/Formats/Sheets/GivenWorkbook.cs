using System.IO.Compression;
using System.Text;

namespace FaspayBilling.Tests.Formats.Sheets;

/// <summary>Workbooks as nobody's library writes them: their XML is given.</summary>
internal static class GivenWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>One sheet named Data.</summary>
    /// <param name="rows">What stands in its sheetData.</param>
    /// <param name="shared">What stands in the table of shared texts.</param>
    /// <param name="styles">What stands in the style sheet.</param>
    /// <param name="properties">Attributes of workbookPr.</param>
    public static MemoryStream With(string rows, string shared = "", string styles = "", string properties = "") =>
        Zip([.. Parts(properties),
            ("xl/sharedStrings.xml", [$"<sst xmlns=\"{Main}\">{shared}</sst>"]),
            ("xl/styles.xml", [$"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"]),
            Sheet([rows])]);

    /// <summary>Several sheets, each with its name, its state and what stands in its sheetData.</summary>
    public static MemoryStream Of(params (string Name, string State, string Rows)[] sheets) =>
        Zip(
        [
            ("_rels/.rels", Relation("officeDocument", "xl/workbook.xml")),
            ("xl/workbook.xml",
            [
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>",
                .. sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"r{i}\"/>"),
                "</sheets></workbook>",
            ]),
            ("xl/_rels/workbook.xml.rels",
            [
                $"<Relationships xmlns=\"{Package}\">",
                .. sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/s{i}.xml\"/>"),
                "</Relationships>",
            ]),
            .. sheets.Select((s, i) => (
                $"xl/worksheets/s{i}.xml",
                (IEnumerable<string>)[$"<worksheet xmlns=\"{Main}\"><sheetData>{s.Rows}</sheetData></worksheet>"])),
        ]);

    /// <summary>One sheet of <paramref name="head"/>, 90 MB of <paramref name="unit"/> and <paramref name="tail"/>, well packed.</summary>
    public static MemoryStream Bomb(string head, string unit, string tail) => Zip([.. Parts(""), Sheet([head, .. Many(unit), tail])]);

    /// <summary>The same with its mass in the table of shared texts; the one cell asks for the text of that number.</summary>
    public static MemoryStream SharedBomb(string unit, int index) =>
        Zip([.. Parts(""),
            ("xl/sharedStrings.xml", [$"<sst xmlns=\"{Main}\">", .. Many(unit), "</sst>"]),
            Sheet([$"<row><c t=\"s\"><v>{index}</v></c></row>"])]);

    public static MemoryStream Zip(params (string Path, IEnumerable<string> Texts)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, texts) in parts)
            {
                using var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                foreach (var text in texts)
                {
                    part.Write(Encoding.UTF8.GetBytes(text));
                }
            }
        }

        return file;
    }

    private static (string Path, IEnumerable<string> Texts) Sheet(IEnumerable<string> rows) =>
        ("xl/worksheets/sheet1.xml", [$"<worksheet xmlns=\"{Main}\"><sheetData>", .. rows, "</sheetData></worksheet>"]);

    private static IEnumerable<(string Path, IEnumerable<string> Texts)> Parts(string properties) =>
    [
        ("_rels/.rels", Relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml",
        [
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr {properties}/>",
            "<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"one\"/></sheets></workbook>",
        ]),
        ("xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml")),
    ];

    private static IEnumerable<string> Relation(string type, string target) =>
        [$"<Relationships xmlns=\"{Package}\"><Relationship Id=\"one\" Type=\"{Office}/{type}\" Target=\"{target}\"/></Relationships>"];

    private static IEnumerable<string> Many(string unit) =>
        Enumerable.Repeat(string.Concat(Enumerable.Repeat(unit, (1024 * 1024 / unit.Length) + 1)), 90);
}
