using System.Globalization;

namespace FaspayBilling.Core.Pdf;

/// <summary>Writes a logo into a file: a JPG as it is, a PNG by its points.</summary>
internal static class PdfPicture
{
    /// <summary>The picture's number; null for one that cannot be read.</summary>
    public static int? Add(PdfFile file, byte[] bytes)
    {
        if (LogoPicture.Size(bytes) is not { } size)
        {
            return null;
        }

        if (LogoPicture.JpgColours(bytes) is { } colours)
        {
            // Photo programs store the four printing colours upside down.
            var space = colours switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]" };
            return file.AddStream($"{Entries(size.Width, size.Height)} /ColorSpace {space}", bytes, "DCTDecode");
        }

        return PngPoints.Read(bytes) is { } points ? AddPoints(file, points) : null;
    }

    private static int AddPoints(PdfFile file, PngPoints points)
    {
        var mask = points.Alpha is { } alpha
            ? string.Create(CultureInfo.InvariantCulture, $" /SMask {file.AddStream($"{Entries(points.Width, points.Height)} /ColorSpace /DeviceGray", alpha)} 0 R")
            : "";
        return file.AddStream($"{Entries(points.Width, points.Height)} /ColorSpace /DeviceRGB{mask}", points.Rgb);
    }

    private static string Entries(int width, int height) =>
        string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8");
}
