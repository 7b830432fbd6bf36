using System.Globalization;
using System.Text;

namespace FaspayBilling.Core.Features.TaxFiles.Text;

/// <summary>
/// Reads the values of a PDF one after the other: dictionaries, lists, names, numbers, strings as bytes, references, words. Anything broken or nested
/// too deeply is an <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class PdfScanner(byte[] bytes, int start)
{
    private const int Deepest = 60;
    private const int MostItems = 200_000;
    private static readonly object CloseList = new();
    private static readonly object CloseDictionary = new();

    public int At { get; set; } = start;

    /// <summary>The next value; null at the end.</summary>
    public object? Next()
    {
        var value = Next(0);
        return value == CloseList || value == CloseDictionary ? new PdfWord("]") : value;
    }

    private object? Next(int depth)
    {
        SkipBlanks();
        if (At >= bytes.Length)
        {
            return null;
        }

        switch ((char)bytes[At])
        {
            case '/':
                At++;
                return new PdfName(Regular(name: true));
            case '(':
                return Literal();
            case '[':
                At++;
                return Items(depth, CloseList);
            case ']':
                At++;
                return CloseList;
            case '<' when At + 1 < bytes.Length && bytes[At + 1] == '<':
                At += 2;
                return Dictionary(Items(depth, CloseDictionary));
            case '<':
                return Hex();
            case '>' when At + 1 < bytes.Length && bytes[At + 1] == '>':
                At += 2;
                return CloseDictionary;
            case '{' or '}' or ')' or '>':
                At++;
                return new PdfWord("?");
            default:
                var word = Regular(name: false);
                return double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : new PdfWord(word);
        }
    }

    private List<object> Items(int depth, object close)
    {
        var items = new List<object>();
        while (depth < Deepest && items.Count < MostItems && Next(depth + 1) is { } item)
        {
            if (item == close)
            {
                return items;
            }

            if (item is PdfWord { Text: "R" } && items is [.., double number, double])
            {
                items.RemoveRange(items.Count - 2, 2);
                item = new PdfRef((int)number);
            }

            items.Add(item);
        }

        throw new InvalidDataException("A list of the PDF does not end.");
    }

    private static Dictionary<string, object> Dictionary(List<object> items)
    {
        var dictionary = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < items.Count; i += 2)
        {
            if (items[i] is PdfName name)
            {
                dictionary[name.Text] = items[i + 1];
            }
        }

        return dictionary;
    }

    private byte[] Literal()
    {
        var text = new List<byte>();
        var open = 1;
        for (At++; At < bytes.Length; At++)
        {
            var c = (char)bytes[At];
            if (c == '\\' && At + 1 < bytes.Length)
            {
                Escaped(text);
                continue;
            }

            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open == 0)
            {
                At++;
                return [.. text];
            }

            text.Add(bytes[At]);
        }

        throw new InvalidDataException("A string of the PDF does not end.");
    }

    private void Escaped(List<byte> text)
    {
        var c = (char)bytes[++At];
        if (c is >= '0' and <= '7')
        {
            var code = 0;
            var end = Math.Min(At + 3, bytes.Length);
            for (; At < end && bytes[At] is >= (byte)'0' and <= (byte)'7'; At++)
            {
                code = (code * 8) + bytes[At] - '0';
            }

            At--;
            text.Add((byte)code);
        }
        else if (c is not ('\r' or '\n'))
        {
            text.Add(c switch { 'n' => (byte)'\n', 'r' => (byte)'\r', 't' => (byte)'\t', 'b' => (byte)'\b', 'f' => (byte)'\f', _ => (byte)c });
        }
    }

    private byte[] Hex()
    {
        var digits = new StringBuilder();
        for (At++; At < bytes.Length && bytes[At] != '>'; At++)
        {
            if (char.IsAsciiHexDigit((char)bytes[At]))
            {
                digits.Append((char)bytes[At]);
            }
        }

        At++;
        return Convert.FromHexString(digits.Length % 2 == 0 ? digits.ToString() : digits + "0");
    }

    private string Regular(bool name)
    {
        var from = At;
        while (At < bytes.Length && !IsBlank(bytes[At]) && !"()<>[]{}/%".Contains((char)bytes[At], StringComparison.Ordinal))
        {
            At++;
        }

        // A lone character that belongs nowhere would hold the reader up.
        At += At == from && !name ? 1 : 0;
        return Encoding.Latin1.GetString(bytes, from, Math.Min(At, bytes.Length) - from);
    }

    private void SkipBlanks()
    {
        while (At < bytes.Length && (IsBlank(bytes[At]) || bytes[At] == '%'))
        {
            if (bytes[At] == '%')
            {
                while (At < bytes.Length && bytes[At] is not ((byte)'\r' or (byte)'\n'))
                {
                    At++;
                }
            }
            else
            {
                At++;
            }
        }
    }

    private static bool IsBlank(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;
}
