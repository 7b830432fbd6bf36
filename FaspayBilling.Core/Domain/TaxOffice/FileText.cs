using System.Globalization;
using System.Text;
using FaspayBilling.Core.Domain.Merchants;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>
/// Text as the tax office's programs can take it: one record is one line, and letters that they stumble over are left out.
/// </summary>
public static class FileText
{
    /// <summary>
    /// For the Desktop CSV: line breaks and control characters become blanks; emoji, invisible and private characters go (ETAX-API-10001),
    /// and so does what only dresses an emoji.
    /// </summary>
    public static string ForCsv(string text) =>
        Kept(text, rune => rune.Value <= 0xFFFF
            && !DressesEmoji(rune)
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));

    /// <summary>For the Coretax XML: line breaks and control characters become blanks; everything else that XML can hold stays.</summary>
    public static string ForXml(string text) => Kept(text, rune => rune.Value is not (0xFFFE or 0xFFFF));

    /// <summary>True when nothing is left of it in that file: Desktop (CSV) or Coretax (XML).</summary>
    public static bool IsEmpty(TaxChannel file, string text) => (file == TaxChannel.Desktop ? ForCsv(text) : ForXml(text)).Length == 0;

    // Variation selectors, and the key cap around a digit: nothing of them is seen without the emoji.
    private static bool DressesEmoji(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or 0x20E3;

    private static string Kept(string text, Func<Rune, bool> keeps)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            // Half a surrogate pair is no character.
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                at++;
                continue;
            }

            at += rune.Utf16SequenceLength;
            if (Rune.IsControl(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                kept.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format && keeps(rune))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString().Trim();
    }
}
