using System.Text;

namespace FaspayBilling.Core.Pdf;

/// <summary>The one font family of all PDFs, from this assembly: a machine without fonts prints the same.</summary>
internal static class Typeface
{
    private static readonly Lazy<TrueTypeFont> Regular = new(() => Read("InvoiceSans-Regular.ttf"));
    private static readonly Lazy<TrueTypeFont> Bold = new(() => Read("InvoiceSans-Bold.ttf"));

    public static TrueTypeFont Of(bool bold) => (bold ? Bold : Regular).Value;

    /// <summary>Points.</summary>
    public static double Width(string text, Lettering lettering)
    {
        var font = Of(lettering.Bold);
        var width = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            width += font.Width(font.Glyph(letter));
        }

        return width * lettering.Size / 1000;
    }

    /// <summary>Points.</summary>
    public static double Width(Rune letter, Lettering lettering)
    {
        var font = Of(lettering.Bold);
        return font.Width(font.Glyph(letter)) * lettering.Size / 1000;
    }

    private static TrueTypeFont Read(string name)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The font {name} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TrueTypeFont(bytes);
    }
}
