using System.Globalization;
using System.Text;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>A PDF as Coretax makes one: packed pages, fonts whose codes say nothing without their map, objects inside an object.</summary>
internal static class CoretaxPdf
{
    public const string Seller = "0022732101075000";
    public const string Buyer = "0026015362054000";

    /// <summary>The name that Coretax gives.</summary>
    public static string Name(string number, string seller = Seller, string buyer = Buyer) =>
        $"OutputTaxInvoice-9f1c2a77-0b1d-4c3e-8f55-aa0123456789-{seller}-{number}-{buyer}-DefaultTemplate.pdf";

    /// <summary>The lines of a tax invoice.</summary>
    public static string[] Lines(string number, string reference, string seller = Seller) =>
    [
        "Faktur Pajak", $"Kode dan Nomor Seri Faktur Pajak: {number}", "Pengusaha Kena Pajak:", "Nama : PT FPY Indonesia",
        $"NPWP : {seller}", "Pembeli Barang Kena Pajak/Penerima Jasa Kena Pajak:", "Nama : PT PELANGGAN SETIA", $"NPWP : {Buyer}",
        $"(Referensi: {reference})",
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
            content.Append(
                CultureInfo.InvariantCulture, $"[<{Codes(line[..half], letters)}> -12 <{Codes(line[half..], letters)}>] TJ 0 -20 Td ");
        }

        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        map.Append(CultureInfo.InvariantCulture, $"{letters.Count - 1} beginbfchar\n");
        for (var i = 0; i < letters.Count - 1; i++)
        {
            map.Append(CultureInfo.InvariantCulture, $"<{i + 3:X4}> <{(int)letters[i]:X4}>\n");
        }

        var last = letters.Count + 2;
        map.Append(
            CultureInfo.InvariantCulture,
            $"endbfchar 1 beginbfrange <{last:X4}> <{last:X4}> [<{(int)letters[^1]:X4}>] endbfrange endcmap end");
        var file = new PdfParts();
        file.Add(1, "<< /Type /Catalog /Pages 2 0 R >>");
        file.AddStream(4, "", content.Append("ET").ToString());
        file.AddStream(6, "", map.ToString());
        (int Number, string Text)[] inner =
        [
            (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /C0 5 0 R >> >> >>"),
            (3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [4 0 R] >>"),
            (5, "<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Sans /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [8 0 R] >>"),
            (8, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Sans /DW 500 /FontDescriptor 9 0 R "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"),
            (9, "<< /Type /FontDescriptor /FontName /AAAAAA+Sans /Flags 4 /FontBBox [0 -200 1000 900] "
                + "/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>"),
        ];
        if (packed)
        {
            file.AddPacked(7, inner);
            return file.WithPackedTable(10);
        }

        foreach (var (number, text) in inner)
        {
            file.Add(number, text);
        }

        return file.WithPlainTable();
    }

    /// <summary>A page that unpacks to far more than it is: 40 MB of blanks.</summary>
    public static byte[] Bomb()
    {
        var file = new PdfParts();
        file.Add(1, "<< /Type /Catalog /Pages 2 0 R >>");
        file.Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        file.Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>");
        file.AddStream(4, "", new string(' ', 40 * 1024 * 1024));
        return file.WithPlainTable();
    }

    private static string Codes(string text, List<char> letters) =>
        string.Concat(text.Select(c => (letters.IndexOf(c) + 3).ToString("X4", CultureInfo.InvariantCulture)));
}
