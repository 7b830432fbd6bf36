using System.Globalization;
using System.Text;

namespace FaspayBilling.Core.Pdf;

/// <summary>One face in a file: collects the letters that are used and is written, cut to them, at the end.</summary>
internal sealed class PdfFont(PdfFile file, bool bold)
{
    private const int InOneBlock = 100;

    private readonly TrueTypeFont font = Typeface.Of(bold);
    private readonly SortedDictionary<ushort, Rune> used = [];

    /// <summary>Its number, known before it is written.</summary>
    public int Number { get; } = file.Reserve();

    /// <summary>The text as the file shows it: glyph by glyph.</summary>
    public string Hex(string text)
    {
        var hex = new StringBuilder(text.Length * 4);
        foreach (var letter in text.EnumerateRunes())
        {
            var glyph = font.Glyph(letter);
            used.TryAdd(glyph, glyph == 0 ? Rune.ReplacementChar : letter);
            hex.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        return hex.ToString();
    }

    public void Finish()
    {
        // Six capital letters and a plus mark a part of a font; the letters must only differ between the fonts of a file.
        var name = bold ? "INVBLD+InvoiceSans-Bold" : "INVREG+InvoiceSans-Regular";
        var program = font.Subset(used.Keys);
        var data = file.AddStream(Invariant($"/Length1 {program.Length}"), program);
        var (ascent, descent) = font.Heights;
        var descriptor = file.Add(Invariant(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 /Ascent {ascent} /Descent {descent} /CapHeight 716 /StemV {(bold ? 140 : 80)} /FontFile2 {data} 0 R >>"));
        var widths = string.Concat(used.Keys.Select(g => Invariant($"{g} [{font.Width(g)}] ")));
        var glyphs = file.Add(Invariant(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W [{widths}] >>"));
        var letters = file.AddStream("", Encoding.ASCII.GetBytes(Letters()));
        file.Put(Number, Invariant($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{glyphs} 0 R] /ToUnicode {letters} 0 R >>"));
    }

    // From glyphs back to letters: for searching and copying.
    private string Letters()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n");
        map.Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in used.Chunk(InOneBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, letter) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letter.ToString()))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
