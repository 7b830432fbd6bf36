using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace FaspayBilling.Web.Reading;

/// <summary>The words of a PDF, as they follow each other on its first pages; pictures of words are none.</summary>
internal static class PdfText
{
    private const int MostPages = 20;
    private const int MostCharacters = 100_000;

    private static readonly ParsingOptions Lenient = new() { UseLenientParsing = true, SkipMissingFonts = true };

    /// <summary>In UTF-8, with one blank between two words; also of a file that only its owner's password protects.</summary>
    public static byte[] Of(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf, Lenient);
        var text = new StringBuilder();
        for (var page = 1; page <= Math.Min(document.NumberOfPages, MostPages) && text.Length < MostCharacters; page++)
        {
            Append(text, ContentOrderTextExtractor.GetText(document.GetPage(page)) + " ");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // A page may be made of blanks; whoever looks for words in them need not see more than one.
    private static void Append(StringBuilder text, string page)
    {
        foreach (var letter in page)
        {
            var blank = char.IsWhiteSpace(letter);
            if (text.Length < MostCharacters && !(blank && (text.Length == 0 || text[^1] == ' ')))
            {
                text.Append(blank ? ' ' : letter);
            }
        }
    }
}
