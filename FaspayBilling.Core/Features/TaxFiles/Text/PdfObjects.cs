using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace FaspayBilling.Core.Features.TaxFiles.Text;

/// <summary>The objects of a PDF, found by their marks rather than by its table, which a damaged file gets wrong. Streams are unpacked up to a limit.</summary>
internal sealed partial class PdfObjects
{
    private const int MostObjects = 50_000;
    private const long MostUnpacked = 32 * 1024 * 1024;

    private readonly byte[] bytes;
    private readonly Dictionary<int, object> values = [];
    private readonly Dictionary<int, Range> streams = [];
    private long unpacked;

    private PdfObjects(byte[] bytes) => this.bytes = bytes;

    /// <summary>The pages in the file's order.</summary>
    public IEnumerable<Dictionary<string, object>> Pages => values.OrderBy(v => v.Key).Select(v => v.Value).OfType<Dictionary<string, object>>().Where(d => d.GetValueOrDefault("Type") is PdfName { Text: "Page" });

    /// <exception cref="InvalidDataException">It is broken, encrypted or unpacks to too much.</exception>
    public static PdfObjects Read(byte[] bytes)
    {
        var objects = new PdfObjects(bytes);
        var text = Encoding.Latin1.GetString(bytes);
        if (text.Contains("/Encrypt", StringComparison.Ordinal))
        {
            throw new InvalidDataException("The PDF is encrypted.");
        }

        foreach (var mark in Mark().Matches(text).Take(MostObjects))
        {
            objects.Add(int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture), mark.Index + mark.Length, text);
        }

        foreach (var packed in objects.values.Where(v => v.Value is Dictionary<string, object> d && d.GetValueOrDefault("Type") is PdfName { Text: "ObjStm" }).Select(v => v.Key).ToList())
        {
            objects.Unfold(packed);
        }

        return objects;
    }

    /// <summary>What a value says, references followed.</summary>
    public object? Resolve(object? value)
    {
        for (var hops = 0; value is PdfRef reference && hops < 20; hops++)
        {
            value = values.GetValueOrDefault(reference.Number);
        }

        return value;
    }

    public Dictionary<string, object>? Dictionary(object? value) => Resolve(value) as Dictionary<string, object>;

    /// <summary>The unpacked stream behind a reference; null when there is none or its packing is unknown.</summary>
    public byte[]? Stream(object? value)
    {
        if (value is not PdfRef reference || !streams.TryGetValue(reference.Number, out var range) || Dictionary(value) is not { } head)
        {
            return null;
        }

        var filter = Resolve(head.GetValueOrDefault("Filter"));
        filter = filter is List<object> { Count: 1 } single ? Resolve(single[0]) : filter;
        return filter switch
        {
            null => bytes[range],
            PdfName { Text: "FlateDecode" or "Fl" } when head.GetValueOrDefault("DecodeParms") is null => Inflate(bytes[range]),
            _ => null,
        };
    }

    private void Add(int number, int at, string text)
    {
        try
        {
            var scanner = new PdfScanner(bytes, at);
            if (scanner.Next() is not { } value)
            {
                return;
            }

            values[number] = value;
            if (value is Dictionary<string, object> head && scanner.Next() is PdfWord { Text: "stream" })
            {
                var start = scanner.At + (bytes.AsSpan(scanner.At).StartsWith("\r\n"u8) ? 2 : 1);
                var end = head.GetValueOrDefault("Length") is double length && start + (int)length <= bytes.Length ? start + (int)length : text.IndexOf("endstream", Math.Min(start, text.Length), StringComparison.Ordinal);
                if (end >= start)
                {
                    streams[number] = start..end;
                }
            }
        }
        catch (InvalidDataException)
        {
            // Bytes of a picture may look like an object.
        }
    }

    private void Unfold(int packed)
    {
        if (Stream(new PdfRef(packed)) is not { } content || values[packed] is not Dictionary<string, object> head || head.GetValueOrDefault("First") is not double first)
        {
            return;
        }

        var index = new PdfScanner(content, 0);
        while (index.At < first && index.Next() is double number && index.Next() is double offset && values.Count < MostObjects)
        {
            if (new PdfScanner(content, (int)(first + offset)).Next() is { } value)
            {
                values.TryAdd((int)number, value);
            }
        }
    }

    private byte[] Inflate(byte[] content)
    {
        using var zlib = new ZLibStream(new MemoryStream(content), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = zlib.Read(buffer)) > 0;)
        {
            whole.Write(buffer, 0, read);
            if ((unpacked += read) > MostUnpacked)
            {
                throw new InvalidDataException("The PDF unpacks to too much.");
            }
        }

        return whole.ToArray();
    }

    [GeneratedRegex(@"(?<![0-9])([0-9]{1,7})\s+[0-9]{1,5}\s+obj\b", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
