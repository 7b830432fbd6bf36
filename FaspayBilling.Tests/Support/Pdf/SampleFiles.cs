using System.Text;

namespace FaspayBilling.Tests.Support.Pdf;

/// <summary>The smallest files of the kinds that an invoice keeps.</summary>
internal static class SampleFiles
{
    /// <summary>One grey pixel.</summary>
    public static byte[] Png =>
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    /// <summary>Start, an empty comment and end of a JPEG.</summary>
    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xFE, 0x00, 0x02, 0xFF, 0xD9];

    public static byte[] Pdf(string text = "withheld") => Encoding.ASCII.GetBytes($"%PDF-1.4\n% {text}\ntrailer << >>\n%%EOF\n");
}
