using System.Globalization;
using System.Text;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>Breaks texts into lines that fit.</summary>
internal static class Wrapping
{
    /// <summary>
    /// Lines of at most <paramref name="width"/> points: broken at spaces, a word that is too long inside. Empty for nothing.
    /// </summary>
    public static IReadOnlyList<string> Lines(string text, TextStyle lettering, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in Clean(text).Split('\n'))
        {
            Wrap(paragraph, lettering, width, lines);
        }

        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    /// <summary>One line of text without anything that is no letter or sign.</summary>
    public static string OneLine(string text) => Clean(text).Replace('\n', ' ').Trim();

    // What is drawn must be drawable: line breaks stay, all other control, private and half letters become spaces or go,
    // and what the font lacks becomes its empty box.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.Control when letter.Value == '\n':
                    clean.Append('\n');
                    break;
                case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator:
                case UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    clean.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.Surrogate:
                    break;
                default:
                    clean.Append(Typeface.Has(letter) ? letter : Rune.ReplacementChar);
                    break;
            }
        }

        return clean.ToString();
    }

    private static void Wrap(string paragraph, TextStyle lettering, double width, List<string> lines)
    {
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Typeface.Width(longer, lettering) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = Break(word, lettering, width, lines);
        }

        lines.Add(line);
    }

    // The last piece of a word that is longer than a line; the pieces before it are lines of their own.
    private static string Break(string word, TextStyle lettering, double width, List<string> lines)
    {
        var piece = new StringBuilder();
        var room = width;
        foreach (var letter in word.EnumerateRunes())
        {
            var needed = Typeface.Width(letter, lettering);
            if (needed > room && piece.Length > 0)
            {
                lines.Add(piece.ToString());
                piece.Clear();
                room = width;
            }

            piece.Append(letter);
            room -= needed;
        }

        return piece.ToString();
    }
}
