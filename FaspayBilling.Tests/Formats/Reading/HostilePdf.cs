using FaspayBilling.Tests.Features.TaxOffice.Files;

namespace FaspayBilling.Tests.Formats.Reading;

/// <summary>Small PDFs, valid to the letter, that cost whoever reads them far more than they are.</summary>
internal static class HostilePdf
{
    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    private const string Form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] ";

    /// <summary>A form that draws itself: the reader's stack overflows.</summary>
    public static byte[] Loop()
    {
        var file = Page("/XObject << /F 5 0 R >>", "/F Do");
        file.AddStream(5, Form, "/F Do");
        return file.WithPlainTable();
    }

    /// <summary>Nine forms, each of which draws the next one twenty times: billions of letters, or hours.</summary>
    public static byte[] Chain()
    {
        const int Last = 13;
        var file = Page("/XObject << /F 5 0 R >>", Twenty);
        for (var number = 5; number < Last; number++)
        {
            var next = FormattableString.Invariant($"/Resources << /XObject << /F {number + 1} 0 R >> >> ");
            file.AddStream(number, Form + next, Twenty);
        }

        file.AddStream(Last, $"{Form}/Resources << /Font << /T {Font} >> >> ", "BT /T 9 Tf (x) Tj ET");
        return file.WithPlainTable();
    }

    /// <summary>A hundred thousand ranges of letters, each of all there are.</summary>
    public static byte[] Ranges()
    {
        var file = Page("/Font << /T 5 0 R >>", "BT /T 9 Tf <00410042> Tj ET");
        file.Add(5, "<< /Type /Font /Subtype /Type0 /BaseFont /Sans /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [7 0 R] >>");
        var ranges = $"100000 beginbfrange {Times("<0000> <FFFF> <0041> ", 100_000)}endbfrange";
        file.AddStream(6, "", $"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange {ranges} endcmap");
        file.Add(7, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sans "
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>");
        return file.WithPlainTable();
    }

    /// <summary>A page of so many letters.</summary>
    public static byte[] Letters(int count) => Words(new string('a', count));

    /// <summary>So many blanks behind the words before a tax invoice's number.</summary>
    public static byte[] Blanks(int count) => Words("Kode dan Nomor Seri Faktur Pajak" + new string(' ', count));

    private static string Twenty => Times("/F Do ", 20);

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static byte[] Words(string words) => Page($"/Font << /T {Font} >>", $"BT /T 9 Tf ({words}) Tj ET").WithPlainTable();

    private static PdfParts Page(string resources, string content)
    {
        var file = new PdfParts();
        file.Add(1, "<< /Type /Catalog /Pages 2 0 R >>");
        file.Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        file.Add(3, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>");
        file.AddStream(4, "", content);
        return file;
    }
}
