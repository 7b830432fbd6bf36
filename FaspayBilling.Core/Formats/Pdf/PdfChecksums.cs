using System.Buffers.Binary;
using System.IO.Compression;
using PdfSharp.Pdf;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>
/// Ends what PDFsharp has compressed with the checksum (Adler-32) that it leaves out: viewers forgive that, programs that check a file
/// call it incomplete.
/// </summary>
internal static class PdfChecksums
{
    private const int BytesOfHead = 2;
    private const uint Modulus = 65_521;

    // The sums of so many bytes fit into 32 bits.
    private const int MostAtOnce = 5_552;

    public static void Add(PdfDocument file)
    {
        foreach (var part in file.Internals.GetAllObjects().OfType<PdfDictionary>())
        {
            if (part.Stream is { } stream && part.Elements["/Filter"] is PdfName { Value: "/FlateDecode" })
            {
                stream.Value = [.. stream.Value, .. Of(stream.Value)];
                part.Elements.SetInteger("/Length", stream.Length);
            }
        }
    }

    private static byte[] Of(byte[] packed)
    {
        using var source = new MemoryStream(packed, BytesOfHead, packed.Length - BytesOfHead);
        using var unpacked = new DeflateStream(source, CompressionMode.Decompress);
        var (low, high) = (1u, 0u);
        var buffer = new byte[MostAtOnce];
        for (var read = unpacked.Read(buffer); read > 0; read = unpacked.Read(buffer))
        {
            foreach (var each in buffer.AsSpan(0, read))
            {
                low += each;
                high += low;
            }

            low %= Modulus;
            high %= Modulus;
        }

        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, (high << 16) | low);
        return sum;
    }
}
