using System.Buffers.Binary;
using System.Text;

namespace FaspayBilling.Core.Pdf;

/// <summary>Reads a TrueType font as far as a PDF needs it: which glyph a letter has, how wide it is, and the font with only some glyphs.</summary>
internal sealed class TrueTypeFont
{
    private static readonly string[] Kept = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"];

    private readonly byte[] bytes;
    private readonly Dictionary<string, Range> tables = [];
    private readonly Dictionary<int, ushort> glyphs = [];
    private readonly int unitsPerEm;
    private readonly int widths;
    private readonly bool longOffsets;

    public TrueTypeFont(byte[] bytes)
    {
        this.bytes = bytes;
        for (var i = 0; i < U16(bytes, 4); i++)
        {
            var entry = bytes.AsSpan(12 + (16 * i), 16);
            var start = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            tables[Encoding.ASCII.GetString(entry[..4])] = start..(start + (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
        }

        unitsPerEm = U16(Table("head"), 18);
        longOffsets = U16(Table("head"), 50) == 1;
        widths = U16(Table("hhea"), 34);
        GlyphCount = U16(Table("maxp"), 4);
        ReadLetters(Table("cmap"));
    }

    public int GlyphCount { get; }

    /// <summary>Thousandths of the size above and below the base line.</summary>
    public (int Ascent, int Descent) Heights => (Scaled(I16(Table("hhea"), 4)), Scaled(I16(Table("hhea"), 6)));

    /// <summary>The box around all glyphs, in thousandths of the size.</summary>
    public IReadOnlyList<int> Box => [.. Enumerable.Range(0, 4).Select(i => Scaled(I16(Table("head"), 36 + (2 * i))))];

    /// <summary>The glyph of a letter; 0, an empty box, for one that the font does not have.</summary>
    public ushort Glyph(Rune letter) => glyphs.GetValueOrDefault(letter.Value);

    /// <summary>Thousandths of the size.</summary>
    public int Width(ushort glyph) => Scaled(U16(Table("hmtx"), 4 * Math.Min((int)glyph, widths - 1)));

    /// <summary>The font with the outlines of these glyphs only; their numbers stay.</summary>
    public byte[] Subset(IEnumerable<ushort> used)
    {
        var wanted = WithParts(used);
        var outlines = new MemoryStream();
        var offsets = new byte[4 * (GlyphCount + 1)];
        for (var glyph = 0; glyph < GlyphCount; glyph++)
        {
            if (wanted.Contains((ushort)glyph))
            {
                outlines.Write(Outline((ushort)glyph));
                outlines.SetLength((outlines.Length + 3) & ~3L);
                outlines.Position = outlines.Length;
            }

            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(4 * (glyph + 1)), (uint)outlines.Length);
        }

        var head = Table("head").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        return Assemble(name => name switch
        {
            "glyf" => outlines.ToArray(),
            "loca" => offsets,
            "head" => head,
            _ => Table(name).ToArray(),
        });
    }

    private static int U16(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt16BigEndian(from[at..]);

    private static int I16(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadInt16BigEndian(from[at..]);

    private static byte[] Assemble(Func<string, byte[]> table)
    {
        var body = new MemoryStream();
        var head = new byte[12 + (16 * Kept.Length)];
        BinaryPrimitives.WriteUInt32BigEndian(head, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(4), (ushort)Kept.Length);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(6), 64);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(8), 2);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(10), (ushort)((16 * Kept.Length) - 64));
        for (var i = 0; i < Kept.Length; i++)
        {
            var bytes = table(Kept[i]);
            var entry = head.AsSpan(12 + (16 * i), 16);
            Encoding.ASCII.GetBytes(Kept[i], entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(bytes));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)(head.Length + body.Length));
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)bytes.Length);
            body.Write(bytes);
            body.SetLength((body.Length + 3) & ~3L);
            body.Position = body.Length;
        }

        return [.. head, .. body.ToArray()];
    }

    private static uint Checksum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        Span<byte> word = stackalloc byte[4];
        for (var at = 0; at < table.Length; at += 4)
        {
            word.Clear();
            table[at..Math.Min(at + 4, table.Length)].CopyTo(word);
            sum += BinaryPrimitives.ReadUInt32BigEndian(word);
        }

        return sum;
    }

    private ReadOnlySpan<byte> Table(string name) => bytes.AsSpan(tables[name]);

    private int Scaled(int units) => (int)Math.Round(units * 1000d / unitsPerEm, MidpointRounding.AwayFromZero);

    private ReadOnlySpan<byte> Outline(ushort glyph)
    {
        var loca = Table("loca");
        int At(int n, ReadOnlySpan<byte> of) => longOffsets ? (int)BinaryPrimitives.ReadUInt32BigEndian(of[(4 * n)..]) : 2 * U16(of, 2 * n);
        return Table("glyf")[At(glyph, loca)..At(glyph + 1, loca)];
    }

    // A letter with an accent is put together from two glyphs; without them it would print as nothing.
    private HashSet<ushort> WithParts(IEnumerable<ushort> used)
    {
        const int WideArguments = 1, Scale = 8, More = 32, TwoScales = 64, Matrix = 128;
        var wanted = new HashSet<ushort>();
        var open = new Stack<ushort>(used.Append((ushort)0));
        while (open.TryPop(out var glyph))
        {
            var outline = Outline(glyph);
            if (!wanted.Add(glyph) || outline.Length == 0 || I16(outline, 0) >= 0)
            {
                continue;
            }

            var (at, flags) = (10, More);
            while ((flags & More) != 0)
            {
                flags = U16(outline, at);
                open.Push((ushort)U16(outline, at + 2));
                at += 4 + ((flags & WideArguments) != 0 ? 4 : 2) + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
            }
        }

        return wanted;
    }

    // Format 4: runs of letters, each with a shift or a list of its own.
    private void ReadLetters(ReadOnlySpan<byte> cmap)
    {
        for (var i = 0; i < U16(cmap, 2); i++)
        {
            var map = cmap[(int)BinaryPrimitives.ReadUInt32BigEndian(cmap[(8 + (8 * i))..])..];
            if (U16(map, 0) == 4)
            {
                ReadRuns(map);
                return;
            }
        }
    }

    private void ReadRuns(ReadOnlySpan<byte> map)
    {
        var runs = U16(map, 6) / 2;
        for (var run = 0; run < runs; run++)
        {
            var (last, first) = (U16(map, 14 + (2 * run)), U16(map, 16 + (2 * (runs + run))));
            var (shift, list) = (U16(map, 16 + (2 * ((2 * runs) + run))), 16 + (2 * ((3 * runs) + run)));
            for (var letter = first; letter <= last && letter != 0xFFFF; letter++)
            {
                var offset = U16(map, list);
                var glyph = offset == 0 ? letter : U16(map, list + offset + (2 * (letter - first)));
                if (offset == 0 || glyph != 0)
                {
                    glyphs[letter] = (ushort)(glyph + shift);
                }
            }
        }
    }
}
