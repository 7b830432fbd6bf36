using System.Buffers.Binary;
using System.IO.Compression;
using FaspayBilling.Core.Formats.Pdf;
using FaspayBilling.Tests.Formats.Reading;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Formats.Pdf;

public sealed class LogoPictureTests
{
    [Theory]
    [InlineData("colour.png", 1)]
    [InlineData("grey.png", 1)]
    [InlineData("palette.png", 2)]
    [InlineData("transparent.png", 2)]
    [InlineData("interlaced.png", 2)]
    [InlineData("colour.jpg", 1)]
    [InlineData("grey.jpg", 1)]
    [InlineData("four-colours.jpg", 1)]
    public void A_logo_is_drawn_whatever_its_colours_are(string file, int pictures) =>
        PdfText.Pictures(With(Given(file))).Should().Be(pictures);

    [Fact]
    public void One_that_names_itself_a_pdf_is_drawn_as_the_picture_that_it_is() =>
        PdfText.Pictures(With(Given("named-pdf.png"))).Should().Be(1);

    [Fact]
    public void Without_one_that_is_not_understood_the_invoice_goes_out()
    {
        var pdf = With(Given("sixteen-bits.png"));

        PdfText.Pages(pdf).Should().Be(1);
        PdfText.Pictures(pdf).Should().Be(0);
    }

    [Fact]
    public void One_that_lies_about_the_length_of_a_part_takes_no_memory()
    {
        byte[] logo = [.. Given("colour.png")[..33], 0x10, 0, 0, 0, .. "IDAT"u8];

        Memory(logo).Should().BeLessThan(20_000_000);
    }

    [Fact]
    public void One_that_unpacks_to_more_than_its_points_takes_no_memory()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var part = new byte[100_000];
            for (var written = 0; written < 200_000_000; written += part.Length)
            {
                zlib.Write(part);
            }
        }

        byte[] logo = [.. Given("colour.png")[..33], .. Part("IDAT"u8, packed.ToArray()), .. Part("IEND"u8, [])];

        Memory(logo).Should().BeLessThan(20_000_000);
    }

    [Theory]
    [InlineData(1, 4_000_000, false)]
    [InlineData(2_001, 1, false)]
    [InlineData(2_000, 1_001, false)]
    [InlineData(2_000, 1, true)]
    public void One_of_the_time_before_logos_were_drawn_anew_is_drawn_only_within_limits(int width, int height, bool drawn)
    {
        var logo = Transparent(width, height);
        With(Given("colour.png"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var pdf = With(logo);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(20_000_000);
        (PdfText.Pictures(pdf) > 0).Should().Be(drawn);
    }

    [Fact]
    public void The_tall_one_that_once_stopped_the_server_takes_no_memory() =>
        Memory(ForeignSample.Of("tall.png")).Should().BeLessThan(20_000_000);

    private static byte[] With(byte[] logo) => InvoicePdf.Of(GivenDocument.Taxed() with { Logo = logo });

    private static long Memory(byte[] logo)
    {
        With(Given("colour.png"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        PdfText.Pictures(With(logo)).Should().Be(0);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Given(string file)
    {
        using var stream = typeof(LogoPictureTests).Assembly.GetManifestResourceStream(file)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    // Of four bytes a point, all of them 0.
    private static byte[] Transparent(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(new byte[((4 * width) + 1) * height]);
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 6);
        return
        [
            .. Given("colour.png")[..8], .. Part("IHDR"u8, head), .. Part("IDAT"u8, packed.ToArray()), .. Part("IEND"u8, []),
        ];
    }

    private static byte[] Part(ReadOnlySpan<byte> name, byte[] content)
    {
        var part = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(part, content.Length);
        name.CopyTo(part.AsSpan(4));
        content.CopyTo(part, 8);
        BinaryPrimitives.WriteUInt32BigEndian(part.AsSpan(8 + content.Length), Checksum(part.AsSpan(4, 4 + content.Length)));
        return part;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var each in bytes)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
            }
        }

        return ~sum;
    }
}
