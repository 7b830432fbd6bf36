using System.Globalization;
using System.Text;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Features.CoretaxLists;

/// <summary>The cells of an uploaded list, XLSX or CSV, read from start to end without loading the document.</summary>
internal static class ListCells
{
    /// <summary>Bytes of the file.</summary>
    public const long LargestFile = 20 * 1024 * 1024;

    private const int MostRows = 20_000;
    private const int MostColumns = 200;
    private const long LargestPart = 100_000_000;

    /// <summary>Rows of cells, blank ones kept so that lines count as in the file. Refuses <c>coretax-list.file</c>, <c>coretax-list.too-large</c>.</summary>
    public static Outcome<IReadOnlyList<string[]>> Read(Stream file)
    {
        if (file.Length > LargestFile)
        {
            return Refusals.CoretaxListTooLarge;
        }

        try
        {
            var rows = (IsZip(file) ? Sheet(file) : Csv(file)).Take(MostRows + 1).ToList();
            return rows.Count > MostRows ? Refusals.CoretaxListTooLarge : rows;
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidDataException or IOException or System.Xml.XmlException or CsvFormatException or FormatException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return Refusals.CoretaxListFile;
        }
    }

    private static bool IsZip(Stream file)
    {
        Span<byte> start = stackalloc byte[2];
        file.Position = 0;
        var read = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && start is [(byte)'P', (byte)'K'];
    }

    private static IEnumerable<string[]> Csv(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        if (bytes.AsSpan().Contains((byte)0))
        {
            throw new InvalidDataException("A text holds no zero bytes.");
        }

        using var reader = CsvReader.FromText(Text(bytes), new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false, FieldCountMismatch = CsvFieldCountHandling.Allow });
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(reader.GetString)];
        }
    }

    // Excel on Windows still saves in the old code page; its first 256 letters but for a few are Latin-1.
    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static IEnumerable<string[]> Sheet(Stream file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("A workbook has its part.");
        var texts = Texts(workbook.SharedStringTablePart);
        var sheet = workbook.Workbook.Descendants<Sheet>().FirstOrDefault() is { Id.Value: { } id } ? (WorksheetPart)workbook.GetPartById(id) : workbook.WorksheetParts.First();
        using var reader = OpenXmlReader.Create(sheet);
        var line = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;

            // Rows without cells may be left out of the file.
            for (line++; row.RowIndex?.Value is { } index && line < index && index <= MostRows; line++)
            {
                yield return [];
            }

            yield return Cells(row, texts);
        }
    }

    private static string[] Cells(Row row, List<string> texts)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = Column(cell.CellReference?.Value) ?? cells.Count;
            if (column >= MostColumns)
            {
                break;
            }

            while (cells.Count < column)
            {
                cells.Add("");
            }

            cells.Add(TextOf(cell, texts));
        }

        return [.. cells];
    }

    private static string TextOf(Cell cell, List<string> texts)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : "";
        }

        // A number of the sheet, not text: at most two decimals of it mean something here.
        return cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
            : (cell.DataType is null || cell.DataType.Value == CellValues.Number) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.##", CultureInfo.InvariantCulture)
            : value;
    }

    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper))
        {
            column = Math.Min((column * 26) + letter - 'A' + 1, MostColumns + 1);
        }

        return column == 0 ? null : column - 1;
    }

    private static List<string> Texts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(reader.LoadCurrentElement()!.InnerText);
            }
        }

        return texts;
    }
}
