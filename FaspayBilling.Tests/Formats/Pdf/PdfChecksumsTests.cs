using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Formats.Pdf;

namespace FaspayBilling.Tests.Formats.Pdf;

public sealed class PdfChecksumsTests
{
    [Fact]
    public void All_that_is_compressed_is_whole()
    {
        var parts = Compressed(InvoicePdf.Of(GivenDocument.Taxed() with { Logo = GivenDocument.Png })).ToList();

        parts.Should().HaveCount(7, "of a page, two fonts with their letters, a picture and what shines through it");
        parts.Should().AllSatisfy(part => part.Invoking(Unpack).Should().NotThrow());
    }

    // A part without its checksum ends too early, one with a wrong checksum is damaged.
    private static void Unpack(byte[] part)
    {
        using var unpacked = new ZLibStream(new MemoryStream(part), CompressionMode.Decompress);
        unpacked.CopyTo(Stream.Null);
    }

    private static IEnumerable<byte[]> Compressed(byte[] pdf) =>
        from head in Regex.Matches(Encoding.Latin1.GetString(pdf), @" obj\n(<<[^\n]*)\nstream\n")
        where head.Value.Contains("/FlateDecode", StringComparison.Ordinal)
        let length = int.Parse(Regex.Match(head.Value, @"/Length (\d+)").Groups[1].Value, CultureInfo.InvariantCulture)
        select pdf.AsSpan(head.Index + head.Length, length).ToArray();
}
