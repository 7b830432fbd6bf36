namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>Tells a PDF by its content.</summary>
internal static class PdfContent
{
    // Readers accept both marks anywhere within so many bytes of the start and the end.
    private const int Edge = 1_024;

    public static bool Is(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(Edge, bytes.Length)].IndexOf("%PDF-"u8) >= 0 && bytes[Math.Max(0, bytes.Length - Edge)..].IndexOf("%%EOF"u8) >= 0;
}
