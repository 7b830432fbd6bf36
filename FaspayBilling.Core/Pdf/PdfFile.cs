using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace FaspayBilling.Core.Pdf;

/// <summary>
/// A PDF 1.7 that is written object by object, so that a file of many pages needs little memory. The same objects give the same
/// bytes: no random ids, no clock.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private readonly Stream target;
    private readonly List<long> offsets = [];
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long position;

    public PdfFile(Stream target)
    {
        this.target = target;

        // The second line tells programs that the file is not text.
        Write(Latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        offsets.Add(0);
        return offsets.Count;
    }

    /// <summary>Writes an object; answers its number.</summary>
    public int Add(string content) => Put(Reserve(), content);

    /// <summary>Writes an object under a reserved number.</summary>
    public int Put(int number, string content)
    {
        offsets[number - 1] = position;
        Write(Latin(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n")));
        return number;
    }

    /// <summary>Writes bytes as an object, compressed unless they are already.</summary>
    /// <param name="entries">Further entries of its dictionary.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="filter">How they are compressed already; null: here.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> content, string? filter = null)
    {
        var bytes = filter is null ? Deflate(content) : content.ToArray();
        var number = Reserve();
        offsets[number - 1] = position;
        Write(Latin(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< {entries} /Filter /{filter ?? "FlateDecode"} /Length {bytes.Length} >>\nstream\n")));
        Write(bytes);
        Write("\nendstream\nendobj\n"u8);
        return number;
    }

    /// <summary>Writes where everything is; nothing may follow.</summary>
    public void Finish(int catalog, int info)
    {
        var start = position;
        var id = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        var end = new StringBuilder();
        end.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            end.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        end.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        Write(Latin(end.ToString()));
        target.Flush();
    }

    public void Dispose() => hash.Dispose();

    /// <summary>A text as a PDF string, in UTF-16 with its mark.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        target.Write(bytes);
        hash.AppendData(bytes);
        position += bytes.Length;
    }
}
