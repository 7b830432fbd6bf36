using System.Collections.Concurrent;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>The one font family of all PDFs, from this assembly: a machine without fonts prints the same.</summary>
internal static class Typeface
{
    private const double Em = 1000;
    private const short Lacking = -1;

    private static readonly ConcurrentDictionary<(double Size, bool Bold), XFont> Fonts = new();

    // By letter; measured once, since every word is measured several times until it has its line.
    private static readonly short[] Regular;
    private static readonly short[] Bold;

    static Typeface()
    {
        // PDFsharp takes one resolver for the whole process, before its first font.
        GlobalFontSettings.FontResolver = new EmbeddedFonts();
        Regular = Measured(bold: false);
        Bold = Measured(bold: true);
    }

    /// <summary>What PDFsharp draws with; safe to share between threads.</summary>
    public static XFont Font(TextStyle lettering) => Font(lettering.Size, lettering.Bold);

    /// <summary>False for a letter that the font lacks; U+FFFD, its empty box, stands for it.</summary>
    public static bool Has(Rune letter) => letter.IsBmp && Regular[letter.Value] != Lacking;

    /// <summary>Points.</summary>
    public static double Width(string text, TextStyle lettering)
    {
        var width = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            width += Thousandths(letter, lettering.Bold);
        }

        return width * lettering.Size / Em;
    }

    /// <summary>Points.</summary>
    public static double Width(Rune letter, TextStyle lettering) => Thousandths(letter, lettering.Bold) * lettering.Size / Em;

    private static XFont Font(double size, bool bold) => Fonts.GetOrAdd((size, bold), key => new XFont(
        EmbeddedFonts.Family, key.Size, key.Bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode)));

    private static int Thousandths(Rune letter, bool bold) =>
        (bold ? Bold : Regular)[Has(letter) ? letter.Value : Rune.ReplacementChar.Value];

    private static short[] Measured(bool bold)
    {
        using var ruler = XGraphics.CreateMeasureContext(new XSize(Em, Em), XGraphicsUnit.Point, XPageDirection.Downwards);
        var font = Font(Em, bold);
        var widths = new short[char.MaxValue + 1];
        for (var letter = 0; letter < widths.Length; letter++)
        {
            widths[letter] = GlyphHelper.GlyphIndexFromCodePoint(letter, font) == 0
                ? Lacking
                : (short)Math.Round(ruler.MeasureString(((char)letter).ToString(), font).Width, MidpointRounding.AwayFromZero);
        }

        return widths;
    }
}
