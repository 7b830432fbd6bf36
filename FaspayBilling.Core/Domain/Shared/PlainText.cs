using System.Globalization;
using System.Text;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>
/// Text from outside as it is stored, by whatever door it came (docs/rules.md 12): what nobody sees, what turns other letters round and
/// what no database, file or letter can carry is taken out. A text of which nothing is seen is empty.
/// </summary>
public static class PlainText
{
    // Below it stand the scripts of Europe, which need no joiners: between their letters one would only make two equal names differ.
    private const int FirstJoined = 0x0590;

    /// <summary>One line: control characters and runs of blanks become one blank, broken surrogates the replacement character.</summary>
    public static string Line(string text) => IsPlain(text) ? text : Kept(text, lines: false);

    /// <summary>Several lines: line ends are <c>\n</c>, every other blank or control character is a blank, none stand around it.</summary>
    public static string Lines(string text) => IsPlain(text) ? text : Kept(text.ReplaceLineEndings("\n"), lines: true);

    /// <summary>
    /// Its beginning, at most <paramref name="most"/> UTF-16 units long, up to the end of a letter: half a surrogate pair is kept by no
    /// database, and half of an emoji that is put together is another emoji.
    /// </summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var whole = 0;
        for (var next = 0; next <= most; next += StringInfo.GetNextTextElementLength(text, next))
        {
            whole = next;
        }

        // A first letter with more marks on it than fit loses some of them.
        return whole > 0 || most == 0 ? text[..whole]
            : char.IsSurrogatePair(text, most - 1) ? text[..(most - 1)]
            : text[..most];
    }

    /// <summary>
    /// True for a character of which nothing is seen: marks of direction, zero-width blanks, tags, what no version of Unicode knows.
    /// </summary>
    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => !IsSign(rune),
        UnicodeCategory.OtherNotAssigned => true,
        _ => false,
    };

    // Most of what is typed: nothing to do, so nothing is copied.
    private static bool IsPlain(string text)
    {
        var blank = true;
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' || (blank && letter == ' '))
            {
                return false;
            }

            blank = letter == ' ';
        }

        return text.Length == 0 || !blank;
    }

    private static string Kept(string text, bool lines)
    {
        var kept = new StringBuilder(text.Length);
        var seen = false;
        var last = default(Rune);
        Rune? joiner = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                Space(kept, lines && rune.Value == '\n' ? '\n' : ' ', lines);
                (last, joiner) = (default, null);
            }
            else if (IsJoiner(rune))
            {
                joiner = last.Value >= FirstJoined ? rune : null;
            }
            else if (!IsHidden(rune) && (!Dresses(rune) || last.Value >= FirstJoined))
            {
                if (joiner is { } between && rune.Value >= FirstJoined)
                {
                    kept.Append(between.ToString());
                }

                kept.Append(rune.ToString());
                seen |= !LooksEmpty(rune);
                (last, joiner) = (rune, null);
            }
        }

        return seen ? kept.ToString().Trim() : "";
    }

    private static void Space(StringBuilder kept, char space, bool lines)
    {
        if (lines || (kept.Length > 0 && kept[^1] != ' '))
        {
            kept.Append(space);
        }
    }

    // Persian and the scripts of India write with them, and emoji are put together by one.
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    // Variation selectors: they choose the form of the letter before.
    private static bool Dresses(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    // Signs that are drawn, although Unicode files them with the invisible ones: Arabic, Syriac, Kaithi, Egyptian.
    private static bool IsSign(Rune rune) => rune.Value
        is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD
        or (>= 0x13430 and <= 0x1343F);

    // Letters by their name, blanks by their look: fillers of Korean, Braille without a dot, the grapheme joiner.
    private static bool LooksEmpty(Rune rune) => Dresses(rune) || rune.Value
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0;
}
