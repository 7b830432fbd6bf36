using System.IO.Compression;

namespace FaspayBilling.Tests.Formats.Fuzz;

/// <summary>Damage behind an unharmed packing, so that what reads the packed files has to bear it.</summary>
internal static class ZipMutation
{
    // The clock of the machine would make another file of the same damage.
    private static readonly DateTimeOffset Packing = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Packed again; null for what is no zip, or one whose packing is not read here.</summary>
    public static byte[]? Inside(byte[] zip, Random random)
    {
        if (!zip.AsSpan().StartsWith("PK\u0003\u0004"u8) || Parts(zip) is not { Count: > 0 } parts)
        {
            return null;
        }

        var (one, other) = (random.Next(parts.Count), random.Next(parts.Count));
        switch (random.Next(6))
        {
            case 0:
                parts.RemoveAt(one);
                break;
            case 1:
                parts.Add(parts[one]);
                break;
            case 2:
                (parts[one], parts[other]) = ((parts[one].Name, parts[other].Bytes), (parts[other].Name, parts[one].Bytes));
                break;
            default:
                parts[one] = (parts[one].Name, Mutation.Of(parts[one].Bytes, random));
                break;
        }

        return Packed(parts);
    }

    private static List<(string Name, byte[] Bytes)>? Parts(byte[] zip)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip));
            return [.. archive.Entries.Select(e => (e.FullName, Unpacked(e)))];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Unpacked(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Packed(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = Packing;
                using var part = entry.Open();
                part.Write(bytes);
            }
        }

        return file.ToArray();
    }
}
