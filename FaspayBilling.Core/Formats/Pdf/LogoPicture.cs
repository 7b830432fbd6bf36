using System.Buffers.Binary;
using System.IO.Pipelines;
using PdfSharp.Drawing;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>A merchant's logo: a PNG or JPG.</summary>
internal static class LogoPicture
{
    // An uploaded picture is drawn anew within 1,000 x 1,000; one that was stored before that was so may be somewhat larger, and no more:
    // each point of a PNG, and each of its rows, costs the writer of the PDF time and memory.
    private const int LongestSide = 2_000;
    private const long MostPoints = 2_000_000;

    /// <summary>Points of the picture as its head says; null for what is no picture, or one that would take too much memory.</summary>
    public static (int Width, int Height)? Size(ReadOnlySpan<byte> bytes) =>
        (Png(bytes) ?? Jpg(bytes)) is { Width: > 0 and <= LongestSide, Height: > 0 and <= LongestSide } size
            && size.Width * size.Height <= MostPoints
            ? size
            : null;

    /// <summary>The picture to draw; null for one that PDFsharp cannot read, as a PNG of 16 bits a colour.</summary>
    public static XImage? Read(byte[] bytes)
    {
        if (Size(bytes) is not { } size || (Png(bytes) is not null && !PngLengths.AreTrue(bytes, size.Width, size.Height)))
        {
            return null;
        }

        try
        {
            // A stream that can seek is first tried as a PDF, and what a comment of the picture says must not lead there.
            using var stream = PipeReader.Create(new(Jpg(bytes) is null ? bytes : WithExif(bytes))).AsStream();
            var picture = XImage.FromBitmapImageStreamThatCannotSeek(stream);
            picture.Interpolate = false;
            return picture;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a data URL as the merchant's logo is stored; null without one.</summary>
    public static byte[]? FromDataUrl(string? url)
    {
        const string Mark = ";base64,";
        var at = url?.IndexOf(Mark, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : Convert.FromBase64String(url![(at + Mark.Length)..]);
    }

    private static (int Width, int Height)? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 33 && bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'])
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    // A chain of blocks; the one that starts a frame holds height and width.
    private static (int Width, int Height)? Jpg(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith<byte>([0xFF, 0xD8]))
        {
            return null;
        }

        for (var at = 2; at + 10 <= bytes.Length && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]))
        {
            if (bytes[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }
        }

        return null;
    }

    // PDFsharp wants one of a few blocks at the beginning, which photo programs leave out of a JPG in printing colours: an Exif block
    // that says nothing is one.
    private static byte[] WithExif(byte[] jpg) =>
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 22, .. "Exif\0\0MM\0*\0\0\0\u0008\0\0\0\0\0\0"u8, .. jpg.AsSpan(2)];
}
