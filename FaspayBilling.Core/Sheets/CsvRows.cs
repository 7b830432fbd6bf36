using System.Text;

namespace FaspayBilling.Core.Sheets;

/// <summary>Rows of a CSV file (RFC 4180): comma, semicolon or tab, whichever its first line has most of. A quote inside a bare field is a letter like any other.</summary>
internal static class CsvRows
{
    /// <summary>The row's number is that of the line on which it begins.</summary>
    public static IEnumerable<SheetRow> Read(Stream file)
    {
        var text = CsvText.Read(file);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidDataException("Binary content is no text.");
        }

        var (at, line, delimiter) = (0, 1, Delimiter(text));
        while (at < text.Length)
        {
            var (cells, begun) = (new List<string>(), line);
            do
            {
                cells.Add(Field(text, delimiter, ref at, ref line));
                _ = cells.Count <= SheetLimits.Columns ? 0 : throw new SheetTooLargeException();
            }
            while (at < text.Length && text[at] == delimiter && ++at <= text.Length);

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            line++;
            yield return new SheetRow(begun, cells);
        }
    }

    // Ends on the delimiter, on the line's end, or behind the text.
    private static string Field(string text, char delimiter, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(delimiter, '\r', '\n') is var found and >= 0 ? at + found : text.Length;
            var bare = text[at..end];
            at = end;
            return bare.Length <= SheetLimits.Cell ? bare : throw new SheetTooLargeException();
        }

        var field = new StringBuilder();
        for (at++; at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"')); at++)
        {
            line += text[at] == '\n' ? 1 : 0;
            field.Append(text[at]);
            at += text[at] == '"' ? 1 : 0;
            _ = field.Length <= SheetLimits.Cell ? 0 : throw new SheetTooLargeException();
        }

        // What stands between the closing quote and the delimiter belongs to the field.
        at++;
        var rest = at >= text.Length ? 0 : text.AsSpan(at).IndexOfAny(delimiter, '\r', '\n') is var next and >= 0 ? next : text.Length - at;
        field.Append(text.AsSpan(Math.Min(at, text.Length), rest));
        at += rest;
        return field.ToString();
    }

    private static char Delimiter(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        var (best, most) = (',', 0);
        foreach (var candidate in new[] { ';', ',', '\t' })
        {
            var count = Outside(first, candidate);
            (best, most) = count > most ? (candidate, count) : (best, most);
        }

        return best;
    }

    private static int Outside(string line, char wanted)
    {
        var (count, quoted) = (0, false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            count += c == wanted && !quoted ? 1 : 0;
        }

        return count;
    }
}
