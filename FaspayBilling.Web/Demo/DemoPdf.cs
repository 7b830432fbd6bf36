using System.Globalization;
using System.Text;

namespace FaspayBilling.Web.Demo;

/// <summary>A small, valid PDF of one page with lines of plain text.</summary>
public static class DemoPdf
{
    /// <summary>The file's bytes; letters outside Latin-1 become question marks.</summary>
    /// <param name="lines">The first one is the heading.</param>
    public static byte[] Of(IReadOnlyList<string> lines)
    {
        var text = new StringBuilder("BT /F1 18 Tf 56 770 Td ");
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(i == 1 ? "/F1 11 Tf 0 -36 Td " : i > 1 ? "0 -20 Td " : "").Append('(').Append(Escape(lines[i])).Append(") Tj ");
        }

        var content = text.Append("ET").ToString();
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        return Encoding.Latin1.GetBytes(Join(objects));
    }

    private static string Join(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var index = new StringBuilder("0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            index.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        var count = objects.Length + 1;
        return file
            .Append(
                CultureInfo.InvariantCulture,
                $"xref\n0 {count}\n{index}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n")
            .ToString();
    }

    private static string Escape(string line) => line
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("(", "\\(", StringComparison.Ordinal)
        .Replace(")", "\\)", StringComparison.Ordinal);
}
