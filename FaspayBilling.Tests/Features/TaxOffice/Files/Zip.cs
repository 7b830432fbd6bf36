using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using FaspayBilling.Web.Demo;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>Zips and PDFs as a test wants them, also wrong ones.</summary>
internal static class Zip
{
    public const string Merchant = "022732101075000";
    public const string Customer = "026015362054000";

    public static byte[] Pdf(string text = "Faktur Pajak") => DemoPdf.Of([text, "1"]);

    /// <summary>The documented name of a file for a number of 13 digits.</summary>
    public static string Name(
        string digits,
        string merchant = Merchant,
        string customer = Customer,
        string code = "010",
        string application = "20261116090000") =>
        $"{merchant}-{code}{digits}-{customer}-{application}.pdf";

    public static MemoryStream Of(params (string Name, byte[] Content)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>The same zip, its directory claiming another size for the first file.</summary>
    public static MemoryStream Lying(MemoryStream zip, uint size) => Patched(zip, 24, size);

    /// <summary>The same zip, its directory claiming that the first file is encrypted.</summary>
    public static MemoryStream Locked(MemoryStream zip)
    {
        var bytes = zip.ToArray();
        bytes[Directory(bytes) + 8] |= 1;
        return new MemoryStream(bytes);
    }

    /// <summary>The same zip with some stored bytes turned over.</summary>
    public static MemoryStream Damaged(MemoryStream zip)
    {
        var bytes = zip.ToArray();
        for (var i = 160; i < 190; i++)
        {
            bytes[i] ^= 0xFF;
        }

        return new MemoryStream(bytes);
    }

    private static MemoryStream Patched(MemoryStream zip, int field, uint value)
    {
        var bytes = zip.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Directory(bytes) + field), value);
        return new MemoryStream(bytes);
    }

    private static int Directory(byte[] bytes) => bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes("PK\u0001\u0002"));
}
