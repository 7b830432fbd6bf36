using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FaspayBilling.Tests.Features.TaxFiles;

/// <summary>A PDF as Coretax makes one: packed pages, fonts whose codes say nothing without their map, objects inside an object.</summary>
internal static class CoretaxPdf
{
    public const string Seller = "0022732101075000";
    public const string Buyer = "0026015362054000";

    /// <summary>The name that Coretax gives.</summary>
    public static string Name(string number, string seller = Seller, string buyer = Buyer) => $"OutputTaxInvoice-9f1c2a77-0b1d-4c3e-8f55-aa0123456789-{seller}-{number}-{buyer}-DefaultTemplate.pdf";

    /// <summary>The lines of a tax invoice.</summary>
    public static string[] Lines(string number, string reference, string seller = Seller) =>
    [
        "Faktur Pajak", $"Kode dan Nomor Seri Faktur Pajak: {number}", "Pengusaha Kena Pajak:", "Nama : PT FPY Indonesia", $"NPWP : {seller}", "Pembeli Barang Kena Pajak/Penerima Jasa Kena Pajak:",
        "Nama : PT PELANGGAN SETIA", $"NPWP : {Buyer}", $"(Referensi: {reference})",
    ];

    /// <summary>With <paramref name="packed"/> the font and its page stand inside an object stream.</summary>
    public static byte[] Of(IReadOnlyList<string> lines, bool packed = true)
    {
        var letters = string.Concat(lines).Distinct().Order().ToList();
        var content = new StringBuilder("BT /C0 11 Tf 1 0 0 1 56 770 Tm ");
        foreach (var line in lines)
        {
            // In two pieces with a little kerning between them, as printers do.
            var half = line.Length / 2;
            content.Append(CultureInfo.InvariantCulture, $"[<{Codes(line[..half], letters)}> -12 <{Codes(line[half..], letters)}>] TJ 0 -20 Td ");
        }

        var map = new StringBuilder("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        map.Append(CultureInfo.InvariantCulture, $"{letters.Count - 1} beginbfchar\n");
        for (var i = 0; i < letters.Count - 1; i++)
        {
            map.Append(CultureInfo.InvariantCulture, $"<{i + 3:X4}> <{(int)letters[i]:X4}>\n");
        }

        var last = letters.Count + 2;
        map.Append(CultureInfo.InvariantCulture, $"endbfchar 1 beginbfrange <{last:X4}> <{last:X4}> [<{(int)letters[^1]:X4}>] endbfrange endcmap end");
        var page = (3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R] >>");
        var font = (5, "<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Sans /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [] >>");
        var pages = (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /C0 5 0 R >> >> >>");
        var file = new List<byte>("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"u8.ToArray());
        Add(file, 4, "", content.Append("ET").ToString());
        Add(file, 6, "", map.ToString());
        if (packed)
        {
            var (index, body) = ("", "");
            foreach (var (number, text) in new[] { pages, page, font })
            {
                index += $"{number} {body.Length} ";
                body += text + "\n";
            }

            Add(file, 7, $"/Type /ObjStm /N 3 /First {index.Length} ", index + body);
        }
        else
        {
            foreach (var (number, text) in new[] { pages, page, font })
            {
                file.AddRange(Encoding.Latin1.GetBytes($"{number} 0 obj\n{text}\nendobj\n"));
            }
        }

        file.AddRange("trailer\n<< /Root 1 0 R >>\n%%EOF\n"u8);
        return [.. file];
    }

    /// <summary>A stream that unpacks to far more than it is.</summary>
    public static byte[] Bomb()
    {
        var file = new List<byte>("%PDF-1.7\n"u8.ToArray());
        file.AddRange("3 0 obj\n<< /Type /Page /Contents 4 0 R >>\nendobj\n"u8);
        Add(file, 4, "", new string(' ', 40 * 1024 * 1024));
        file.AddRange("%%EOF\n"u8);
        return [.. file];
    }

    private static string Codes(string text, List<char> letters) => string.Concat(text.Select(c => (letters.IndexOf(c) + 3).ToString("X4", CultureInfo.InvariantCulture)));

    private static void Add(List<byte> file, int number, string head, string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(content));
        }

        file.AddRange(Encoding.Latin1.GetBytes($"{number} 0 obj\n<< {head}/Length {packed.Length} /Filter /FlateDecode >>\nstream\n"));
        file.AddRange(packed.ToArray());
        file.AddRange("\nendstream\nendobj\n"u8);
    }
}
