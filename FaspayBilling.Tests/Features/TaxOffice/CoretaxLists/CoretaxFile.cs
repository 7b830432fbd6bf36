using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

/// <summary>Coretax's list of output invoices as it comes: seventeen columns, as XLSX or CSV.</summary>
internal static class CoretaxFile
{
    public static readonly string[] Heading =
    [
        "NPWP Pembeli / Identitas lainnya", "Nama Pembeli", "Kode Transaksi", "Nomor Faktur Pajak", "Tanggal Faktur Pajak", "Masa Pajak",
        "Tahun", "Status Faktur", "ESignStatus", "Harga Jual/Penggantian/DPP", "DPP Nilai Lain/DPP", "PPN", "PPnBM", "Penandatangan",
        "Referensi", "Dilaporkan oleh Penjual", "Dilaporkan oleh Pemungut PPN",
    ];

    public static string[] Row(
        string number,
        string status,
        string reference,
        string date = "2026-11-16T00:00:00",
        string vat = "110000",
        string buyer = "PT Pelanggan Setia",
        string npwp = "0026015362054000",
        string taxBase = "1000000",
        string month = "11",
        string year = "2026") =>
        [
            npwp, buyer, "04", number, date, month, year, status, "Done", taxBase, "916666.67", vat, "0", "Fina", reference, "False",
            "False"
        ];

    public static MemoryStream Csv(char separator, params string[][] rows) => Csv(separator, Heading, rows);

    public static MemoryStream Csv(char separator, string[] heading, string[][] rows) =>
        Text(
            string.Join(
                "\r\n",
                rows.Prepend(heading)
                    .Select(r => string.Join(separator, r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))));

    public static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// With shared texts and numbers as a spreadsheet stores them, and a title above the heading when <paramref name="title"/> is given.
    /// </summary>
    public static MemoryStream Xlsx(string[][] rows, string? title = null)
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var texts = new List<string>();
            var sheet = book.AddNewPart<WorksheetPart>();
            IEnumerable<string[]> all = [.. title is null ? Array.Empty<string[]>() : [[title], []], Heading, .. rows];
            sheet.Worksheet = new Worksheet(new SheetData(all.Select((cells, i) => Row(cells, i + 1, texts)).Where(r => r.HasChildren)));
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                texts.Select(t => new SharedStringItem(new Text(t))));
            book.Workbook = new Workbook(
                new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                    new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Pajak Keluaran" }));
        }

        stream.Position = 0;
        return stream;
    }

    private static Row Row(string[] cells, int line, List<string> texts)
    {
        var row = new Row { RowIndex = (uint)line };
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
            {
                continue;
            }

            var amount = i is >= 9 and <= 12 && decimal.TryParse(cells[i], NumberStyles.Number, CultureInfo.InvariantCulture, out _);
            if (!amount)
            {
                texts.Add(cells[i]);
            }

            row.Append(new Cell
            {
                CellReference = FormattableString.Invariant($"{(char)('A' + i)}{line}"), DataType = amount ? null : CellValues.SharedString,
                CellValue = new CellValue(amount ? cells[i] : (texts.Count - 1).ToString(CultureInfo.InvariantCulture)),
            });
        }

        return row;
    }
}
