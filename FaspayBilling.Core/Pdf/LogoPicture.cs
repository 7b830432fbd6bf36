using System.Buffers.Binary;

namespace FaspayBilling.Core.Pdf;

/// <summary>What the head of a PNG or JPG says, without unpacking it.</summary>
internal static class LogoPicture
{
    private const long MostPoints = 4_000_000;

    /// <summary>Points of the picture; null for what is no picture, or one that would take too much memory.</summary>
    public static (int Width, int Height)? Size(ReadOnlySpan<byte> bytes) =>
        (Png(bytes) ?? (Frame(bytes) is { } jpg ? (jpg.Width, jpg.Height) : null)) is { Width: > 0, Height: > 0 } size && (long)size.Width * size.Height <= MostPoints ? size : null;

    /// <summary>How many colours a JPG has: 1, 3 or 4; null for what is no JPG.</summary>
    public static int? JpgColours(ReadOnlySpan<byte> bytes) => Frame(bytes)?.Colours;

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

    // A chain of blocks; the one that starts a frame holds height, width and the number of colours.
    private static (int Width, int Height, int Colours)? Frame(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith<byte>([0xFF, 0xD8]))
        {
            return null;
        }

        for (var at = 2; at + 10 <= bytes.Length && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]))
        {
            if (bytes[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), bytes[at + 9]);
            }
        }

        return null;
    }
}
