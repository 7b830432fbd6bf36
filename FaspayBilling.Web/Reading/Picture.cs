using SkiaSharp;

namespace FaspayBilling.Web.Reading;

/// <summary>Somebody else's picture, decoded and made anew: upright, small, in sRGB, without anything else that the file held.</summary>
internal static class Picture
{
    private const int LongestSide = 10_000;
    private const long MostPoints = 40_000_000;
    private const int LargestSide = 1_000;
    private const int MostBytes = 1_048_576;
    private const int JpegQuality = 90;

    /// <summary>A PNG from a PNG and a JPEG from a JPEG; null for anything else and for one that is damaged or too large.</summary>
    public static byte[]? Redrawn(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg) || IsTooLarge(codec.Info))
        {
            return null;
        }

        using var picture = Decoded(codec);
        if (picture is null)
        {
            return null;
        }

        var longest = Math.Max(picture.Width, picture.Height);
        for (var side = Math.Min(LargestSide, longest); side > 0; side = side * 2 / 3)
        {
            if (Encoded(picture, codec, (float)side / longest) is { Length: <= MostBytes } small)
            {
                return small;
            }
        }

        return null;
    }

    // Said by the head of the file, before any point of it is unpacked.
    private static bool IsTooLarge(SKImageInfo info) =>
        info.Width > LongestSide || info.Height > LongestSide || (long)info.Width * info.Height > MostPoints;

    private static SKBitmap? Decoded(SKCodec codec)
    {
        // A JPEG can be unpacked at an eighth of its size at once.
        var size = codec.GetScaledDimensions(Math.Min(1, (float)LargestSide / Math.Max(codec.Info.Width, codec.Info.Height)));
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(picture.Info, picture.GetPixels()) == SKCodecResult.Success)
        {
            return picture;
        }

        picture.Dispose();
        return null;
    }

    private static byte[] Encoded(SKBitmap picture, SKCodec codec, float scale)
    {
        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var (width, height) = (Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        using var drawn = new SKBitmap(picture.Info.WithSize(turned ? height : width, turned ? width : height));
        using var canvas = new SKCanvas(drawn);
        using var whole = SKImage.FromBitmap(picture);
        canvas.Clear(SKColors.Transparent);
        canvas.SetMatrix(Upright(codec.EncodedOrigin, width, height));
        canvas.DrawImage(whole, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        using var encoded = drawn.Encode(codec.EncodedFormat, JpegQuality);
        return encoded.ToArray();
    }

    // How the camera was held: Exif's eight ways, for a picture of this width and height.
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
