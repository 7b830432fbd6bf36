using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FaspayBilling.Tests.Support.Pdf;

/// <summary>Reads a PDF as another program would.</summary>
internal static class PdfText
{
    /// <summary>How many pages it says it has, when its table of objects leads to every object.</summary>
    public static int Pages(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        text.Should().StartWith("%PDF-1.7").And.EndWith("%%EOF\n");
        var end = text[text.LastIndexOf("startxref\n", StringComparison.Ordinal)..].Split('\n');
        var table = int.Parse(end[1], CultureInfo.InvariantCulture);
        var lines = text[table..].Split('\n');
        lines[0].Should().Be("xref");
        var objects = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);
        for (var number = 1; number < objects; number++)
        {
            var offset = int.Parse(lines[2 + number][..10], CultureInfo.InvariantCulture);
            text.AsSpan(offset).StartsWith(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n")).Should().BeTrue();
        }

        return Regex.Count(text, @"/Type\s*/Page\b");
    }

    /// <summary>How many pictures it holds; one that lets something shine through counts twice.</summary>
    public static int Pictures(byte[] pdf) => Regex.Count(Encoding.Latin1.GetString(pdf), @"/Subtype\s*/Image");

    /// <summary>The text as pdftotext lays it out, runs of spaces as one.</summary>
    public static async Task<string> OfAsync(byte[] pdf) =>
        string.Join('\n', (await RunAsync(pdf, "-layout")).Split('\n')
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>Every word with its box, page by page.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<PdfWord>>> WordsAsync(byte[] pdf)
    {
        var html = await RunAsync(pdf, "-bbox");
        var read = XDocument.Parse(html[html.IndexOf("<html", StringComparison.Ordinal)..]);
        var pages = read.Descendants().Where(e => e.Name.LocalName == "page");
        return [.. pages.Select(page => (IReadOnlyList<PdfWord>)[.. page.Elements().Select(Word)])];
    }

    private static PdfWord Word(XElement word) =>
        new(word.Value, At(word, "xMin"), At(word, "yMin"), At(word, "xMax"), At(word, "yMax"));

    private static double At(XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static async Task<string> RunAsync(byte[] pdf, string how)
    {
        var start = new ProcessStartInfo("pdftotext", [how, "-enc", "UTF-8", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        var reading = program.StandardOutput.ReadToEndAsync();
        await program.StandardInput.BaseStream.WriteAsync(pdf);
        program.StandardInput.Close();
        var text = await reading;
        await program.WaitForExitAsync();
        program.ExitCode.Should().Be(0);
        return text;
    }
}

/// <summary>A word on a page, in points from the upper left corner.</summary>
internal sealed record PdfWord(string Text, double Left, double Top, double Right, double Bottom)
{
    /// <summary>They share more than the edges that a font's box leaves around its letters.</summary>
    public bool Meets(PdfWord other) =>
        Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0.5 && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 2.5;
}
