using System.Diagnostics;
using System.Text;
using FaspayBilling.Core.Formats.Reading;
using SkiaSharp;

namespace FaspayBilling.Tests.Formats.Reading;

/// <summary>A stranger's picture is kept only as it was drawn anew.</summary>
public sealed class RedrawTests : IDisposable
{
    private readonly GivenReader reading = new();

    public void Dispose() => reading.Dispose();

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("palette")]
    public async Task A_picture_keeps_its_kind_its_size_and_its_colours_and_nothing_else(string what)
    {
        var picture = what switch { "png" => GivenPicture.Png(4, 2), "jpeg" => GivenPicture.Jpeg(64, 32), _ => GivenPicture.Palette() };

        var drawn = await RedrawnAsync(picture);

        using var read = GivenPicture.Decoded(drawn!);
        using var given = GivenPicture.Decoded(picture);
        (read.Width, read.Height, drawn![0]).Should().Be((given.Width, given.Height, picture[0]));
        IsAbout(read.GetPixel(0, 0), SKColors.Red).Should().BeTrue();
        IsAbout(read.GetPixel(0, read.Height - 1), SKColors.Blue).Should().BeTrue();
        Encoding.Latin1.GetString(drawn).Should().NotContain("Rahasia");
    }

    [Fact]
    public async Task Colours_for_the_press_become_those_of_a_screen()
    {
        using var read = GivenPicture.Decoded((await RedrawnAsync(ForeignSample.Of("cmyk.jpg")))!);

        (read.Width, read.Height).Should().Be((60, 40));
        IsAbout(read.GetPixel(30, 20), SKColors.Red).Should().BeTrue();
    }

    [Theory]
    [InlineData(1, 64, 32, 0, 0)]
    [InlineData(2, 64, 32, 0, 0)]
    [InlineData(3, 64, 32, 0, 31)]
    [InlineData(4, 64, 32, 0, 31)]
    [InlineData(5, 32, 64, 0, 0)]
    [InlineData(6, 32, 64, 31, 0)]
    [InlineData(7, 32, 64, 31, 0)]
    [InlineData(8, 32, 64, 0, 0)]
    public async Task A_photograph_stands_upright_however_the_camera_was_held(int way, int width, int height, int redX, int redY)
    {
        var drawn = await RedrawnAsync(GivenPicture.Held(way, 64, 32));

        using var read = GivenPicture.Decoded(drawn!);
        (read.Width, read.Height).Should().Be((width, height));
        IsAbout(read.GetPixel(redX, redY), SKColors.Red).Should().BeTrue();
        IsAbout(read.GetPixel(width - 1 - redX, height - 1 - redY), SKColors.Blue).Should().BeTrue();
        Encoding.Latin1.GetString(drawn!).Should().NotContain("Rahasia").And.NotContain("Exif");
    }

    [Theory]
    [InlineData(2_500, 1_000, 1_000, 400)]
    [InlineData(1_000, 1_000, 1_000, 1_000)]
    [InlineData(9_000, 3, 1_000, 1)]
    public async Task A_large_picture_becomes_small_enough(int width, int height, int newWidth, int newHeight)
    {
        foreach (var picture in new[] { GivenPicture.Png(width, height), GivenPicture.Jpeg(width, height) })
        {
            using var read = GivenPicture.Decoded((await RedrawnAsync(picture))!);

            read.Width.Should().BeInRange(newWidth * 9 / 10, newWidth);
            read.Height.Should().BeInRange(newHeight * 9 / 10, newHeight);
        }
    }

    [Fact]
    public async Task A_picture_that_does_not_pack_is_drawn_smaller_until_it_fits()
    {
        using var noise = new SKBitmap(600, 600);
        var random = new Random(1);
        noise.Pixels = [.. Enumerable.Range(0, 360_000).Select(_ => new SKColor((uint)random.Next() | 0xFF000000))];

        var drawn = await RedrawnAsync(noise.Encode(SKEncodedImageFormat.Png, 100).ToArray());

        drawn!.Length.Should().BeLessThanOrEqualTo(1_048_576);
    }

    [Theory]
    [InlineData("tall")]
    [InlineData("wide")]
    [InlineData("many points")]
    [InlineData("svg")]
    [InlineData("webp")]
    [InlineData("cut")]
    [InlineData("empty")]
    [InlineData("pdf")]
    public async Task Anything_else_is_refused_quickly(string what)
    {
        await RedrawnAsync(GivenPicture.Png(1, 1));
        var picture = what switch
        {
            "tall" => ForeignSample.Of("tall.png"),
            "wide" => GivenPicture.Png(10_001, 1),
            "many points" => GivenPicture.Png(8_001, 5_000),
            "svg" => [.. "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"u8],
            "webp" => GivenPicture.Webp(9, 9),
            "cut" => GivenPicture.Png(500, 500)[..^40],
            "empty" => [],
            _ => ForeignSample.Of("owner-protected.pdf"),
        };
        var began = Stopwatch.GetTimestamp();

        var read = await reading.Reader.RedrawAsync(picture, default);

        read.Result.Should().Be(ReadResult.Unreadable);
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    private async Task<byte[]?> RedrawnAsync(byte[] picture) =>
        await reading.Reader.RedrawAsync(picture, default) is { Result: ReadResult.Read } read ? read.Bytes : null;

    private static bool IsAbout(SKColor one, SKColor other) =>
        Math.Abs(one.Red - other.Red) + Math.Abs(one.Green - other.Green) + Math.Abs(one.Blue - other.Blue) < 60;
}
