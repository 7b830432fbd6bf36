using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Text as a workbook keeps it: XML knows no control characters, and <c>_x0041_</c> means an A.</summary>
internal static partial class XlsxText
{
    /// <summary>
    /// As it is written: at most <paramref name="longest"/> characters, unpaired surrogates and control characters replaced.
    /// </summary>
    public static string Escape(string text, int longest)
    {
        var cut = PlainText.Cut(text, longest);
        var plain = cut.All(c => !char.IsSurrogate(c) && XmlConvert.IsXmlChar(c)) ? cut : Replaced(cut);
        return plain.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(plain, "_x005F$0") : plain;
    }

    /// <summary>As it was before it was written.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Escaped().Replace(
            text, m => ((char)int.Parse(m.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());

    private static string Replaced(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        }

        return line.ToString();
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();
}
