using System.Globalization;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>How a workbook's cell styles show a number, by their places in the table of cell styles.</summary>
/// <param name="Days">Those that show it as a day.</param>
/// <param name="Zeros">Those that fill it up with zeros in front, and to how many digits: <c>000000000000000</c> for an NPWP.</param>
internal sealed record XlsxFormats(IReadOnlySet<int> Days, IReadOnlyDictionary<int, int> Zeros)
{
    public static XlsxFormats None { get; } = new(new HashSet<int>(), new Dictionary<int, int>());

    public static XlsxFormats Of(XlsxXml styles)
    {
        var (codes, days, zeros) = (new Dictionary<int, (bool Day, int Zeros)>(), new HashSet<int>(), new Dictionary<int, int>());
        var (inCells, place) = (false, 0);
        while (styles.Read() && !styles.Ends("cellXfs"))
        {
            inCells |= styles.Starts("cellXfs");
            if (styles.Starts("numFmt") && Number(styles, "numFmtId") is { } id && (styles.Attribute("formatCode") ?? "") is var code)
            {
                codes[id] = (ShowsDay(code), ZerosOf(code));
            }
            else if (inCells && styles.Starts("xf"))
            {
                var format = Number(styles, "numFmtId") ?? 0;
                var own = codes.GetValueOrDefault(format);
                if (IsBuiltIn(format) || own.Day)
                {
                    days.Add(place);
                }
                else if (own.Zeros > 0)
                {
                    zeros.Add(place, own.Zeros);
                }

                place++;
            }

            _ = codes.Count <= SheetLimits.Styles && place <= SheetLimits.Styles ? 0 : throw new InvalidDataException("Too many styles.");
        }

        return new(days, zeros);
    }

    // ECMA-376, 18.8.30: those with a year or a day, the East Asian ones included; 18 to 21 and 45 to 47 are times only.
    private static bool IsBuiltIn(int format) =>
        format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    // A year or a day among what is not plain letters.
    private static bool ShowsDay(string code) => Marks(code).Any(m => m is 'y' or 'Y' or 'd' or 'D');

    // Nothing but zeros among plain letters; 0 alone fills nothing up, a dot parts decimals.
    private static int ZerosOf(string code) =>
        Marks(code).Where(m => m is not ('-' or ' ' or '/')).ToArray() is { Length: > 1 and <= 32 } marks
        && Array.TrueForAll(marks, m => m == '0')
            ? marks.Length
            : 0;

    // What stands outside quotes, brackets and behind the marks that make the next character a letter.
    private static IEnumerable<char> Marks(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '"' or '[':
                    i = code.IndexOf(code[i] == '"' ? '"' : ']', i + 1) is var end and >= 0 ? end : code.Length;
                    break;
                default:
                    yield return code[i];
                    break;
            }
        }
    }

    private static int? Number(XlsxXml xml, string name) =>
        int.TryParse(xml.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
