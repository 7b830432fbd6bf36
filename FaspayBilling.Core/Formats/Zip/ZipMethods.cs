using System.Buffers.Binary;

namespace FaspayBilling.Core.Formats.Zip;

/// <summary>How each entry of a zip is compressed; the framework's reader opens only some and does not say why not.</summary>
internal static class ZipMethods
{
    private const int EndLength = 22;
    private const int EntryLength = 46;

    // A comment of a zip has at most 64 kB.
    private const int EndWithin = EndLength + ushort.MaxValue;

    /// <summary>
    /// By the entries' order in the zip's directory; what cannot be read there (a zip above 4 GB has another one) is left out.
    /// </summary>
    /// <param name="zip">Its position moves.</param>
    /// <param name="longest">More bytes of a directory are not read.</param>
    public static IReadOnlyList<int> Of(Stream zip, long longest)
    {
        var end = Read(zip, Math.Max(0, zip.Length - EndWithin), (int)Math.Min(EndWithin, zip.Length));
        var at = end.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || end.Length - at < EndLength)
        {
            return [];
        }

        var (length, start) = (UInt32(end, at + 12), UInt32(end, at + 16));
        if (length > longest || start + length > zip.Length)
        {
            return [];
        }

        var (directory, methods) = (Read(zip, start, (int)length), new List<int>());
        for (var i = 0; i + EntryLength <= directory.Length && directory.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8);)
        {
            methods.Add(UInt16(directory, i + 10));
            i += EntryLength + UInt16(directory, i + 28) + UInt16(directory, i + 30) + UInt16(directory, i + 32);
        }

        return methods;
    }

    /// <summary>Stored, deflated or deflated with a larger window.</summary>
    public static bool IsRead(int method) => method is 0 or 8 or 9;

    /// <summary>As people call it.</summary>
    public static string Name(int method) => method switch
    {
        12 => "BZip2",
        14 => "LZMA",
        93 => "Zstandard",
        95 => "XZ",
        98 => "PPMd",
        _ => FormattableString.Invariant($"{method}"),
    };

    private static byte[] Read(Stream zip, long start, int length)
    {
        var bytes = new byte[length];
        zip.Position = start;
        zip.ReadExactly(bytes);
        return bytes;
    }

    private static int UInt16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static long UInt32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
