using System.Runtime.InteropServices;

namespace FaspayBilling.Tests.Formats.Fuzz;

/// <summary>A good file, damaged as transfers, disks and malice damage files.</summary>
internal static class Mutation
{
    private const int Longest = 1_500_000;

    // What lengths and counts stand beside: in zips, PNGs, JPEGs and PDFs.
    private static readonly byte[][] Marks =
    [
        "PK\u0001\u0002"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "PK\u0005\u0006"u8.ToArray(), "IHDR"u8.ToArray(), "IDAT"u8.ToArray(),
        "PLTE"u8.ToArray(), "/Length"u8.ToArray(), "/Count"u8.ToArray(), "/Size"u8.ToArray(), " obj"u8.ToArray(), "startxref"u8.ToArray(),
        [0xFF, 0xC0], [0xFF, 0xDA], [0xFF, 0xE1],
    ];

    private static readonly uint[] Lengths =
        [0, 1, 0x7F, 0xFFFF, 0x00FF_FFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF];

    /// <summary>The same seed damages in the same way; what is packed in a zip is damaged inside it as often as around it.</summary>
    public static byte[] Of(IReadOnlyList<byte[]> good, int seed)
    {
        var random = new Random(seed);
        var file = good[random.Next(good.Count)];
        return (random.Next(2) == 0 ? ZipMutation.Inside(file, random) : null) ?? Of(file, random);
    }

    /// <summary>Damaged once to three times.</summary>
    public static byte[] Of(byte[] good, Random random)
    {
        var file = good.ToList();
        for (var times = random.Next(1, 4); times > 0 && file.Count is > 8 and < Longest; times--)
        {
            Change(file, random);
        }

        return [.. file];
    }

    private static void Change(List<byte> file, Random random)
    {
        var (from, to) = Piece(file, random);
        switch (random.Next(7))
        {
            case 0:
                for (var flips = random.Next(1, 40); flips > 0; flips--)
                {
                    file[random.Next(file.Count)] ^= (byte)(1 << random.Next(8));
                }

                break;
            case 1:
                file.RemoveRange(to, file.Count - to);
                break;
            case 2:
                file.InsertRange(random.Next(file.Count), file.GetRange(from, to - from));
                break;
            case 3:
                file.RemoveRange(from, to - from);
                break;
            case 4:
                // Two parts change places.
                var piece = file.GetRange(from, to - from);
                file.RemoveRange(from, to - from);
                file.InsertRange(random.Next(file.Count + 1), piece);
                break;
            case 5:
                StateLength(file, random);
                break;
            default:
                StateNumbers(file, random);
                break;
        }
    }

    // At most half of it, and never all of it.
    private static (int From, int To) Piece(List<byte> file, Random random)
    {
        var from = random.Next(1, file.Count);
        return (from, Math.Min(file.Count, from + random.Next(1, (file.Count / 2) + 1)));
    }

    private static void StateLength(List<byte> file, Random random)
    {
        var length = BitConverter.GetBytes(Lengths[random.Next(Lengths.Length)]);
        if (random.Next(2) == 0)
        {
            Array.Reverse(length);
        }

        var at = Math.Clamp(AtMark(file, random) + random.Next(-8, 48), 0, file.Count - length.Length);
        length.CopyTo(CollectionsMarshal.AsSpan(file)[at..]);
    }

    private static int AtMark(List<byte> file, Random random)
    {
        var from = random.Next(file.Count);
        var found = CollectionsMarshal.AsSpan(file)[from..].IndexOf(Marks[random.Next(Marks.Length)]);
        return found < 0 ? from : from + found;
    }

    // Lengths and references that are written in digits.
    private static void StateNumbers(List<byte> file, Random random)
    {
        for (var at = 0; at < file.Count; at++)
        {
            file[at] = char.IsAsciiDigit((char)file[at]) && random.Next(12) == 0 ? (byte)('0' + random.Next(10)) : file[at];
        }

        var digit = AtMark(file, random);
        while (digit < file.Count && !char.IsAsciiDigit((char)file[digit]))
        {
            digit++;
        }

        if (random.Next(3) == 0)
        {
            file.InsertRange(digit, "99999999999"u8.ToArray());
        }
    }
}
