using PdfSharp.Fonts;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>Gives PDFsharp the two faces that lie in this assembly, whatever is asked for.</summary>
internal sealed class EmbeddedFonts : IFontResolver
{
    public const string Family = "InvoiceSans";

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new($"{Family}-{(isBold ? "Bold" : "Regular")}");

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream($"{faceName}.ttf")
            ?? throw new InvalidOperationException($"The font {faceName} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
