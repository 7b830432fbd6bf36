using System.Text;

namespace FaspayBilling.Core.Features.TaxFiles.Text;

/// <summary>How a font's codes read: by its ToUnicode map, else as Latin letters.</summary>
internal sealed class PdfLetters
{
    private readonly Dictionary<int, string> map = [];
    private readonly int width;

    private PdfLetters(int width) => this.width = width;

    /// <summary>Letters of a font that is not there.</summary>
    public static PdfLetters Latin { get; } = new(1);

    public static PdfLetters Of(PdfObjects pdf, Dictionary<string, object> font)
    {
        var letters = new PdfLetters(font.GetValueOrDefault("Subtype") is PdfName { Text: "Type0" } ? 2 : 1);
        if (pdf.Stream(font.GetValueOrDefault("ToUnicode")) is { } map)
        {
            letters.Read(new PdfScanner(map, 0));
        }

        return letters;
    }

    public void Append(StringBuilder text, byte[] codes)
    {
        for (var i = 0; i + width <= codes.Length; i += width)
        {
            var code = width == 1 ? codes[i] : (codes[i] << 8) | codes[i + 1];
            text.Append(map.TryGetValue(code, out var letter) ? letter : width == 1 ? ((char)code).ToString() : "");
        }
    }

    private void Read(PdfScanner scanner)
    {
        var operands = new List<object>();
        while (scanner.Next() is { } value)
        {
            if (value is not PdfWord word)
            {
                operands.Add(value);
                continue;
            }

            if (word.Text == "endbfchar")
            {
                foreach (var pair in operands.Chunk(2))
                {
                    Map(pair, 0);
                }
            }
            else if (word.Text == "endbfrange")
            {
                foreach (var range in operands.Chunk(3))
                {
                    MapRange(range);
                }
            }

            operands.Clear();
        }
    }

    private void MapRange(object[] range)
    {
        if (range is not [byte[] first, byte[] last, var to])
        {
            return;
        }

        for (var (code, i) = (Code(first), 0); code <= Math.Min(Code(last), 0xFFFF); code++, i++)
        {
            map[code] = to is List<object> list ? i < list.Count && list[i] is byte[] one ? Text(one, 0) : "" : to is byte[] start ? Text(start, i) : "";
        }
    }

    private void Map(object[] pair, int plus)
    {
        if (pair is [byte[] code, byte[] to])
        {
            map[Code(code)] = Text(to, plus);
        }
    }

    private static int Code(byte[] bytes) => bytes.Aggregate(0, (code, b) => ((code & 0xFFFF) << 8) | b);

    private static string Text(byte[] bytes, int plus)
    {
        var text = Encoding.BigEndianUnicode.GetString(bytes);
        return plus == 0 || text.Length == 0 ? text : text[..^1] + (char)(text[^1] + plus);
    }
}
