using System.Text;

namespace FaspayBilling.Core.Sheets;

/// <summary>The text of a CSV file: UTF-8 with or without its mark, UTF-16 with it, else Windows-1252 as older Excels write it.</summary>
internal static class CsvText
{
    public static string Read(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var utf8] => Encoding.UTF8.GetString(utf8),
            [0xFF, 0xFE, .. var little] => Encoding.Unicode.GetString(little),
            [0xFE, 0xFF, .. var big] => Encoding.BigEndianUnicode.GetString(big),
            _ => Guessed(bytes),
        };
    }

    private static string Guessed(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
