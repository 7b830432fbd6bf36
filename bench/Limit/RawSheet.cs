using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace FaspayBilling.Bench.Limit;

/// <summary>The Billing List as a workbook's one sheet, from SQL straight into the zip.</summary>
internal static class RawSheet
{
    private const string Columns = """
        "Number", "DocumentType", "TaxNumber", "CoretaxNumber", "CustomerName", "CustomerNpwp", "InvoiceDate", "Due",
        "TaxBase", "VatAmount", "Total", "Paid", "Outstanding", "Status"
        """;

    private const int FirstAmount = 8;
    private const int LastAmount = 12;

    public static void Write(string database, long merchant, Stream to)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest);
        using var sheet = new StreamWriter(entry.Open(), Encoding.UTF8, 65_536);
        using var connection = Prepared.Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {Columns} FROM "Invoices" WHERE "MerchantId" = {merchant} AND "DeletedAt" IS NULL ORDER BY "InvoiceDate" DESC, "Id" DESC
            """;
        using var row = command.ExecuteReader();
        sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        while (row.Read())
        {
            sheet.Write("<row>");
            for (var i = 0; i < row.FieldCount; i++)
            {
                if (row.IsDBNull(i))
                {
                    sheet.Write("<c/>");
                }
                else if (i is >= FirstAmount and <= LastAmount)
                {
                    sheet.Write("<c><v>");
                    sheet.Write((row.GetInt64(i) / 100m).ToString(CultureInfo.InvariantCulture));
                    sheet.Write("</v></c>");
                }
                else
                {
                    sheet.Write("<c t=\"inlineStr\"><is><t>");
                    sheet.Write(SecurityElement.Escape(row.GetString(i)));
                    sheet.Write("</t></is></c>");
                }
            }

            sheet.Write("</row>");
        }

        sheet.Write("</sheetData></worksheet>");
    }
}
