namespace FaspayBilling.Core.Domain.Attachments;

/// <summary>The three kinds of files that an invoice keeps, told by what is in them.</summary>
/// <param name="ContentType">Media type under which it is given out.</param>
/// <param name="Endings">Endings that its name may have, lower case.</param>
public sealed record DocumentFileKind(string ContentType, IReadOnlyList<string> Endings)
{
    /// <summary>For the browser's file chooser.</summary>
    public const string Accept = ".jpg,.jpeg,.png,.pdf";

    // Readers of PDF accept both marks anywhere within so many bytes of the start and the end.
    private const int PdfEdge = 1_024;

    private static readonly DocumentFileKind Jpeg = new("image/jpeg", [".jpg", ".jpeg"]);
    private static readonly DocumentFileKind Png = new("image/png", [".png"]);
    private static readonly DocumentFileKind Pdf = new("application/pdf", [".pdf"]);

    /// <summary>The kind that the content is; null for anything else, and for a file that was cut off.</summary>
    public static DocumentFileKind? Of(ReadOnlySpan<byte> bytes) => IsJpeg(bytes) ? Jpeg : IsPng(bytes) ? Png : IsPdf(bytes) ? Pdf : null;

    /// <summary>True when a file of this kind may have that name.</summary>
    public bool Fits(string fileName) =>
        Endings.Any(e => fileName.EndsWith(e, StringComparison.OrdinalIgnoreCase) && fileName.Length > e.Length);

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) && bytes.TrimEnd((byte)0).EndsWith<byte>([0xFF, 0xD9]);

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) && bytes.IndexOf("IEND"u8) >= 0;

    private static bool IsPdf(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(PdfEdge, bytes.Length)].IndexOf("%PDF-"u8) >= 0
        && bytes[Math.Max(0, bytes.Length - PdfEdge)..].IndexOf("%%EOF"u8) >= 0;
}
