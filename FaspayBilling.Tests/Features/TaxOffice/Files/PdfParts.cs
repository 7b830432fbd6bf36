using System.IO.Compression;
using System.Text;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>A PDF as it is put together: its objects, and the table of where each of them stands.</summary>
internal sealed class PdfParts
{
    private readonly List<byte> file = [.. "%PDF-1.7\n"u8];
    private readonly SortedDictionary<int, (byte Kind, int Place, int Index)> table = new() { [0] = (0, 0, 0) };

    public void Add(int number, string text)
    {
        table[number] = (1, file.Count, 0);
        Write(Text($"{number} 0 obj\n{text}\nendobj\n"));
    }

    public void AddStream(int number, string head, string content) => AddStream(number, head, Encoding.Latin1.GetBytes(content));

    /// <summary>Several objects inside one stream.</summary>
    public void AddPacked(int number, IReadOnlyList<(int Number, string Text)> objects)
    {
        var (index, body) = ("", "");
        foreach (var (place, (inner, text)) in objects.Index())
        {
            table[inner] = (2, number, place);
            index += Text($"{inner} {body.Length} ");
            body += text + "\n";
        }

        AddStream(number, Text($"/Type /ObjStm /N {objects.Count} /First {index.Length} "), index + body);
    }

    /// <summary>The file, its table in plain text.</summary>
    public byte[] WithPlainTable()
    {
        var start = file.Count;
        Write(Text($"xref\n0 {table.Keys.Max() + 1}\n"));
        for (var number = 0; number <= table.Keys.Max(); number++)
        {
            var isThere = table.TryGetValue(number, out var at) && at.Kind == 1;
            Write(isThere ? Text($"{at.Place:D10} 00000 n \n") : "0000000000 65535 f \n");
        }

        Write(Text($"trailer\n<< /Size {table.Keys.Max() + 1} /Root 1 0 R >>\n"));
        return End(start);
    }

    /// <summary>The file, its table a stream with that number.</summary>
    public byte[] WithPackedTable(int number)
    {
        var start = file.Count;
        table[number] = (1, start, 0);
        var rows = new List<byte>();
        for (var n = 0; n <= number; n++)
        {
            var (kind, place, index) = table.GetValueOrDefault(n);
            rows.AddRange([kind, (byte)(place >> 16), (byte)(place >> 8), (byte)place, (byte)index]);
        }

        AddStream(number, Text($"/Type /XRef /Size {number + 1} /W [1 3 1] /Root 1 0 R "), [.. rows]);
        return End(start);
    }

    private void AddStream(int number, string head, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(content);
        }

        table[number] = (1, file.Count, 0);
        Write(Text($"{number} 0 obj\n<< {head}/Length {packed.Length} /Filter /FlateDecode >>\nstream\n"));
        file.AddRange(packed.ToArray());
        Write("\nendstream\nendobj\n");
    }

    private byte[] End(int start)
    {
        Write(Text($"startxref\n{start}\n%%EOF\n"));
        return [.. file];
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private void Write(string text) => file.AddRange(Encoding.Latin1.GetBytes(text));
}
