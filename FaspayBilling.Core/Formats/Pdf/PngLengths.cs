using System.Buffers.Binary;
using System.IO.Compression;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>
/// Asks a PNG whether the lengths that it states are true: PDFsharp's reader believes each of them and takes as much memory.
/// </summary>
internal static class PngLengths
{
    private const int MostBytesAPoint = 8;

    // Seven passes of an interlaced picture, each with a byte more a row.
    private const int Passes = 7;

    /// <summary>False when a chunk reaches past the end, or when more comes out than the points need.</summary>
    public static bool AreTrue(byte[] png, int width, int height)
    {
        using var packed = new MemoryStream();
        var length = 0;
        for (var at = 8; at < png.Length; at += 12 + length)
        {
            length = at + 12 > png.Length ? -1 : BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (length < 0 || length > png.Length - at - 12)
            {
                return false;
            }

            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(png, at + 8, length);
            }
        }

        packed.Position = 0;
        return Unpacks(packed, ((long)width * MostBytesAPoint + Passes) * height);
    }

    private static bool Unpacks(Stream packed, long most)
    {
        try
        {
            using var points = new ZLibStream(packed, CompressionMode.Decompress);
            var buffer = new byte[65_536];
            for (var read = points.Read(buffer); read > 0; read = points.Read(buffer))
            {
                most -= read;
                if (most < 0)
                {
                    return false;
                }
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
