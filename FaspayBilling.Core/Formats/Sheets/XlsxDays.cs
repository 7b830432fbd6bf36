using System.Globalization;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>Which of a workbook's cell styles show a number as a day.</summary>
internal static class XlsxDays
{
    /// <summary>The places of such styles in the table of cell styles.</summary>
    public static HashSet<int> Of(XlsxXml styles)
    {
        var (formats, days) = (new HashSet<int>(), new HashSet<int>());
        var (inCells, place) = (false, 0);
        while (styles.Read() && !styles.Ends("cellXfs"))
        {
            inCells |= styles.Starts("cellXfs");
            if (styles.Starts("numFmt") && Number(styles, "numFmtId") is { } id && ShowsDay(styles.Attribute("formatCode") ?? ""))
            {
                formats.Add(id);
            }
            else if (inCells && styles.Starts("xf"))
            {
                if (Number(styles, "numFmtId") is { } format && (IsBuiltIn(format) || formats.Contains(format)))
                {
                    days.Add(place);
                }

                place++;
            }

            _ = formats.Count <= SheetLimits.Styles && place <= SheetLimits.Styles ? 0 : throw new InvalidDataException("Too many styles.");
        }

        return days;
    }

    // ECMA-376, 18.8.30: those with a year or a day, the East Asian ones included; 18 to 21 and 45 to 47 are times only.
    private static bool IsBuiltIn(int format) =>
        format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    // A year or a day outside quotes, brackets and behind the marks that make the next character a letter.
    private static bool ShowsDay(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case 'y' or 'Y' or 'd' or 'D':
                    return true;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"' or '[':
                    i = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1) is var end and >= 0 ? end : code.Length;
                    break;
            }
        }

        return false;
    }

    private static int? Number(XlsxXml xml, string name) =>
        int.TryParse(xml.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
