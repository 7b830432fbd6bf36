using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace FaspayBilling.Tests.Formats.Reading;

/// <summary>Pictures as merchants have them; red above, blue below.</summary>
internal static class GivenPicture
{
    public static byte[] Png(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Png);

    public static byte[] Jpeg(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Webp(int width, int height) => Encoded(width, height, SKEncodedImageFormat.Webp);

    /// <summary>A JPEG whose Exif says how the camera was held (1 to 8) and where it was.</summary>
    public static byte[] Held(int way, int width, int height)
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM\0*\0\0\0\b"u8, 0, 2,
            .. Entry(0x0112, 3, 1, (uint)way << 16), .. Entry(0x010E, 2, 12, 38), 0, 0, 0, 0, .. "Jl. Rahasia\0"u8,
        ];
        var jpeg = Jpeg(width, height);
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>A PNG of two colours by number, with a remark.</summary>
    public static byte[] Palette()
    {
        byte[] rows = [0, 0b00000000, 0, 0b11110000];
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", [0, 0, 0, 4, 0, 0, 0, 2, 1, 3, 0, 0, 0]),
            .. Chunk("PLTE", [255, 0, 0, 0, 0, 255]), .. Chunk("tEXt", [.. "Comment\0Jl. Rahasia"u8]),
            .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", []),
        ];
    }

    public static SKBitmap Decoded(byte[] picture) => SKBitmap.Decode(picture);

    private static byte[] Encoded(int width, int height, SKEncodedImageFormat format)
    {
        using var picture = new SKBitmap(width, height);
        using var canvas = new SKCanvas(picture);
        canvas.Clear(SKColors.Blue);
        canvas.DrawRect(0, 0, width, height / 2, new SKPaint { Color = SKColors.Red });
        canvas.Flush();
        return picture.Encode(format, 95).ToArray();
    }

    private static byte[] Entry(ushort tag, ushort type, uint count, uint value)
    {
        var entry = new byte[12];
        BinaryPrimitives.WriteUInt16BigEndian(entry, tag);
        BinaryPrimitives.WriteUInt16BigEndian(entry.AsSpan(2), type);
        BinaryPrimitives.WriteUInt32BigEndian(entry.AsSpan(4), count);
        BinaryPrimitives.WriteUInt32BigEndian(entry.AsSpan(8), value);
        return entry;
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(name).CopyTo(chunk, 4);
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), Crc(chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
            }
        }

        return ~sum;
    }
}
