using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>
/// Writes an Excel workbook row by row: what was written is not kept, whatever its length.
/// (The Open XML SDK's packages keep a whole part in memory.)
/// A table longer than a sheet can be goes on in the next sheet.
/// </summary>
public sealed class XlsxWriter : IDisposable
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows of a sheet, the heading included.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Characters of a cell.</summary>
    public const int LongestText = 32_767;

    private readonly ZipArchive zip;
    private readonly string name;
    private readonly IReadOnlyList<SheetColumn> columns;
    private readonly string[] letters;
    private readonly int mostRows;
    private XmlWriter? sheet;
    private int sheets;
    private int row;

    /// <summary>Begins a workbook.</summary>
    /// <param name="to">Left open.</param>
    /// <param name="name">Of the sheet: at most 28 characters, none of <c>[]:*?/\</c>.</param>
    /// <param name="columns">The heading.</param>
    /// <param name="mostRows">Rows of a sheet.</param>
    public XlsxWriter(Stream to, string name, IReadOnlyList<SheetColumn> columns, int mostRows = MostRows)
    {
        zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        (this.name, this.columns, this.mostRows) = (name, columns, mostRows);
        letters = [.. Enumerable.Range(0, columns.Count).Select(XlsxColumn.Letters)];
        BeginSheet();
    }

    /// <summary>Writes one row; cells in the order of the columns.</summary>
    public void Write(ReadOnlySpan<SheetCell> cells)
    {
        if (row == mostRows)
        {
            EndSheet();
            BeginSheet();
        }

        BeginRow();
        for (var i = 0; i < cells.Length; i++)
        {
            WriteCell(letters[i], cells[i]);
        }

        sheet!.WriteEndElement();
    }

    /// <summary>Ends the sheet and writes what holds the workbook together.</summary>
    public void Dispose()
    {
        EndSheet();
        XlsxParts.Write(zip, [.. Enumerable.Range(1, sheets).Select(NameOf)]);
        zip.Dispose();
    }

    private string NameOf(int number) => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}");

    private void BeginSheet()
    {
        (sheets, row) = (sheets + 1, 0);
        var path = string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheets}.xml");
        var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        sheet = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        sheet.WriteStartDocument(standalone: true);
        sheet.WriteStartElement("worksheet", XlsxParts.Main);
        sheet.WriteRaw("""<sheetViews><sheetView workbookViewId="0">""");
        sheet.WriteRaw("""<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < columns.Count; i++)
        {
            var (at, width) = (i + 1, columns[i].Width);
            var col = string.Create(CultureInfo.InvariantCulture, $"""<col min="{at}" max="{at}" width="{width}" customWidth="1"/>""");
            sheet.WriteRaw(col);
        }

        sheet.WriteRaw("</cols>");
        sheet.WriteStartElement("sheetData");
        BeginRow();
        for (var i = 0; i < columns.Count; i++)
        {
            WriteText(letters[i], columns[i].Header, SheetStyle.Heading);
        }

        sheet.WriteEndElement();
    }

    private void EndSheet()
    {
        sheet!.WriteEndElement();
        sheet.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<autoFilter ref="A1:{letters[^1]}{row}"/>"""));
        sheet.WriteEndElement();
        sheet.Dispose();
    }

    private void BeginRow()
    {
        row++;
        sheet!.WriteStartElement("row");
        sheet.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
    }

    private void WriteCell(string letter, SheetCell cell)
    {
        if (cell.Text is not null)
        {
            WriteText(letter, cell.Text, cell.Style);
        }
        else if (cell.Style != SheetStyle.Text)
        {
            BeginCell(letter, cell.Style);
            sheet!.WriteElementString("v", cell.Number.ToString(CultureInfo.InvariantCulture));
            sheet.WriteEndElement();
        }
    }

    private void WriteText(string letter, string text, SheetStyle style)
    {
        BeginCell(letter, style);
        sheet!.WriteAttributeString("t", "inlineStr");
        sheet.WriteStartElement("is");
        sheet.WriteStartElement("t");
        sheet.WriteAttributeString("xml", "space", null, "preserve");
        sheet.WriteString(XlsxText.Escape(text, LongestText));
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }

    private void BeginCell(string letter, SheetStyle style)
    {
        sheet!.WriteStartElement("c");
        sheet.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{letter}{row}"));
        sheet.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
    }
}
