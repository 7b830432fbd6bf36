using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FaspayBilling.Core.Pdf;

/// <summary>A PNG unpacked: every depth and kind of colour, but not interlaced.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Rgb">Three bytes a point, row by row.</param>
/// <param name="Alpha">One byte a point; null when nothing shines through.</param>
internal sealed record PngPoints(int Width, int Height, byte[] Rgb, byte[]? Alpha)
{
    private const int Grey = 0, Colour = 2, Palette = 3, GreyAlpha = 4, ColourAlpha = 6;

    /// <summary>Null for a file that is damaged or interlaced.</summary>
    public static PngPoints? Read(byte[] file)
    {
        try
        {
            return Unpack(file);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static PngPoints? Unpack(byte[] file)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        var (depth, kind) = (file[24], file[25]);
        var samples = kind switch { Grey or Palette => 1, GreyAlpha => 2, Colour => 3, ColourAlpha => 4, _ => 0 };
        if (samples == 0 || depth is not (1 or 2 or 4 or 8 or 16) || file[28] != 0)
        {
            return null;
        }

        var (packed, palette, clear) = Chunks(file);
        var rows = Rows(packed, height, ((width * samples * depth) + 7) / 8, Math.Max(1, samples * depth / 8));
        var (rgb, alpha) = (new byte[width * height * 3], new byte[width * height]);
        Array.Fill(alpha, (byte)255);
        for (var point = 0; point < width * height; point++)
        {
            var row = rows[point / width];
            var first = point % width * samples;
            if (kind == Palette)
            {
                var index = Raw(row, first, depth);
                palette.AsSpan(3 * index, 3).CopyTo(rgb.AsSpan(3 * point));
                alpha[point] = index < clear.Length ? clear[index] : (byte)255;
                continue;
            }

            for (var i = 0; i < 3; i++)
            {
                rgb[(3 * point) + i] = Byte(row, first + (samples < 3 ? 0 : i), depth);
            }

            if (kind is GreyAlpha or ColourAlpha)
            {
                alpha[point] = Byte(row, first + samples - 1, depth);
            }
        }

        return new PngPoints(width, height, rgb, Array.TrueForAll(alpha, a => a == 255) ? null : alpha);
    }

    private static (MemoryStream Packed, byte[] Palette, byte[] Clear) Chunks(byte[] file)
    {
        var (packed, palette, clear) = (new MemoryStream(), Array.Empty<byte>(), Array.Empty<byte>());
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var content = file.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IDAT":
                    packed.Write(content);
                    break;
                case "PLTE":
                    palette = content.ToArray();
                    break;
                case "tRNS":
                    clear = content.ToArray();
                    break;
            }

            at += length + 12;
        }

        packed.Position = 0;
        return (packed, palette, clear);
    }

    private static byte[][] Rows(Stream packed, int height, int length, int step)
    {
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        var rows = new byte[height][];
        var above = new byte[length];
        for (var y = 0; y < height; y++)
        {
            var filter = zlib.ReadByte();
            var row = new byte[length];
            zlib.ReadExactly(row);
            for (var x = 0; x < length; x++)
            {
                var left = x < step ? 0 : row[x - step];
                var corner = x < step ? 0 : above[x - step];
                row[x] += (byte)(filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above[x],
                    3 => (left + above[x]) / 2,
                    4 => Paeth(left, above[x], corner),
                    _ => throw new InvalidDataException("No such filter."),
                });
            }

            rows[y] = above = row;
        }

        return rows;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static int Raw(byte[] row, int sample, int depth) => depth switch
    {
        16 => row[2 * sample],
        8 => row[sample],
        _ => (row[sample * depth / 8] >> (8 - depth - (sample * depth % 8))) & ((1 << depth) - 1),
    };

    // Brought to 8 bits: of 16 the upper ones, of fewer stretched.
    private static byte Byte(byte[] row, int sample, int depth) => (byte)(depth >= 8 ? Raw(row, sample, depth) : Raw(row, sample, depth) * 255 / ((1 << depth) - 1));
}
