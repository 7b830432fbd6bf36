using System.Text;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>How a CSV file writes its letters: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252.</summary>
internal static class CsvEncoding
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads the file once and goes back to its start. Null where the file says it, or is UTF-8.</summary>
    public static Encoding? Of(Stream file, SheetReading reading)
    {
        try
        {
            using var text = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            var some = new char[16 * 1024];
            while (text.Read(some) > 0)
            {
                reading.At(0);
            }

            return null;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252);
        }
        finally
        {
            file.Position = 0;
        }
    }
}
