using System.Text;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>Typed or imported text as it is stored: what no database, file or letter can carry is taken out.</summary>
public static class PlainText
{
    /// <summary>One line: control characters and runs of blanks become one blank, broken surrogates the replacement character.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }
}
