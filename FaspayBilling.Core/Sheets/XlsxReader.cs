using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace FaspayBilling.Core.Sheets;

/// <summary>Reads the first sheet of an Excel workbook row by row; the parts are bounded while they unpack.</summary>
internal static class XlsxReader
{
    // Excel keeps 15 digits of a number; what is longer was cut by Excel and must not look like the customer's own.
    private const double Exact = 1e15;

    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };

    public static IEnumerable<SheetRow> Rows(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var budget = new UnpackBudget();
        var path = FirstSheet(zip, budget);
        var texts = SharedTexts(zip, budget);
        using var xml = Open(zip, path, budget) ?? throw new InvalidDataException("The workbook has no sheet.");
        var line = 0;
        while (xml.ReadToFollowing("row", XlsxParts.Main))
        {
            line = Number(xml.GetAttribute("r")) ?? line + 1;
            yield return new SheetRow(line, Cells(xml, texts));
        }
    }

    private static List<string> Cells(XmlReader sheet, IReadOnlyList<string> texts)
    {
        var cells = new List<string>();
        using var row = sheet.ReadSubtree();
        while (row.ReadToFollowing("c", XlsxParts.Main))
        {
            var column = Column(row.GetAttribute("r")) ?? cells.Count;
            var text = Text(row, row.GetAttribute("t"), texts);

            // Formatted cells far to the right are common; only what is filled counts.
            if (text.Length > 0)
            {
                _ = column < cells.Count ? throw new InvalidDataException("Cells are out of order.") : 0;
                cells.AddRange(Enumerable.Repeat("", Math.Min(column, SheetLimits.Columns) - cells.Count));
                cells.Add(text);
            }
        }

        return cells;
    }

    private static string Text(XmlReader row, string? type, IReadOnlyList<string> texts)
    {
        using var cell = row.ReadSubtree();
        cell.Read();
        var text = new StringBuilder();
        while (cell.Read())
        {
            if (cell is { NodeType: XmlNodeType.Element, LocalName: "f" or "rPh" })
            {
                Skip(cell);
            }
            else if (cell.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace)
            {
                text.Append(cell.Value);
                _ = text.Length <= SheetLimits.Cell ? 0 : throw new SheetTooLargeException();
            }
        }

        var value = text.ToString();
        return type switch
        {
            "s" => Number(value) is { } index && index < texts.Count ? texts[index] : throw new InvalidDataException("A shared text is missing."),
            "inlineStr" or "str" => XlsxText.Unescape(value),
            "b" => value.Trim() == "1" ? "TRUE" : "FALSE",
            "e" => value,
            _ => Digits(value.Trim()),
        };
    }

    private static string Digits(string value) =>
        value.Length == 0 ? ""
        : !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? value
        : double.IsInteger(number) && Math.Abs(number) < Exact ? number.ToString("F0", CultureInfo.InvariantCulture)
        : number.ToString(Math.Abs(number) < Exact ? "R" : "E14", CultureInfo.InvariantCulture);

    private static List<string> SharedTexts(ZipArchive zip, UnpackBudget budget)
    {
        var texts = new List<string>();
        using var xml = Open(zip, "xl/sharedStrings.xml", budget);
        while (xml is not null && xml.ReadToFollowing("si", XlsxParts.Main))
        {
            texts.Add(XlsxText.Unescape(Shared(xml)));
        }

        return texts;
    }

    private static string Shared(XmlReader xml)
    {
        using var item = xml.ReadSubtree();
        item.Read();
        var text = new StringBuilder();
        var inside = false;
        while (item.Read())
        {
            if (item is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                Skip(item);
            }
            else if (item.LocalName == "t")
            {
                inside = item.NodeType == XmlNodeType.Element && !item.IsEmptyElement;
            }
            else if (inside)
            {
                text.Append(item.Value);
            }
        }

        return text.Length <= SheetLimits.Cell ? text.ToString() : throw new SheetTooLargeException();
    }

    // Leaves the reader on the element's end, so that the next Read goes on behind it.
    private static void Skip(XmlReader xml)
    {
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
            }
        }
    }

    private static string FirstSheet(ZipArchive zip, UnpackBudget budget)
    {
        using var workbook = Open(zip, "xl/workbook.xml", budget) ?? throw new InvalidDataException("This zip is no workbook.");
        var id = workbook.ReadToFollowing("sheet", XlsxParts.Main) ? workbook.GetAttribute("id", XlsxParts.Relations) : null;
        using var relations = Open(zip, "xl/_rels/workbook.xml.rels", budget);
        while (relations is not null && relations.Read())
        {
            if (relations.LocalName == "Relationship" && relations.GetAttribute("Id") == id && relations.GetAttribute("Target") is { } target)
            {
                return target.StartsWith('/') ? target[1..] : $"xl/{target}";
            }
        }

        return "xl/worksheets/sheet1.xml";
    }

    private static XmlReader? Open(ZipArchive zip, string path, UnpackBudget budget) =>
        zip.GetEntry(path) is { } part ? XmlReader.Create(new BoundedStream(part.Open(), budget), Safe) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Column(string? reference)
    {
        if (reference is null)
        {
            return null;
        }

        var column = 0;
        foreach (var c in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + c - 'A' + 1;
        }

        return column - 1;
    }
}
