using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;

namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>What the text of a tax invoice's PDF says of itself (docs/sources/tax-law.md 2.7).</summary>
/// <param name="Coretax">The 17 digits after "Kode dan Nomor Seri Faktur Pajak"; null without.</param>
/// <param name="Desktop">The 13 digits of a number of Desktop; null without.</param>
/// <param name="Replacement">Its status or revision says that it replaces another.</param>
/// <param name="Reference">What stands in "(Referensi: …)", with its blanks; empty without.</param>
public sealed partial record TaxFileFacts(CoretaxNumber? Coretax, TaxNumber? Desktop, bool Replacement, string Reference)
{
    /// <summary>Of a file whose text nobody read.</summary>
    public static TaxFileFacts None { get; } = new(null, null, false, "");

    /// <summary>Every text in the reference that may be an invoice number of ours, as we write them.</summary>
    public IReadOnlyCollection<string> InvoiceNumbers
    {
        get
        {
            var numbers = CoretaxReference.Numbers(Reference);

            // The whole of it is always among them. Where it is alone, blanks may stand between the letters of a number.
            return numbers.Count > 1 ? numbers : [.. numbers.Union(CoretaxReference.Numbers(Close(Reference)), StringComparer.Ordinal)];
        }
    }

    private string Digits { get; init; } = "";

    /// <summary>Reads the text of a PDF, also one whose letters stand apart.</summary>
    public static TaxFileFacts Read(string text)
    {
        var close = Close(text);
        var number = Number(Serial().Match(text)) ?? Number(Serial().Match(close));
        var coretax = CoretaxNumber.TryParse(number, out var read) ? read : (CoretaxNumber?)null;
        var desktop = coretax?.Desktop ?? (coretax is null && TaxNumber.TryParse(number, out var own) ? own : null);
        var replacement = coretax?.Revision > 0 || (coretax is null && number is { Length: 16 } && number[2] == '1');
        return new(coretax, desktop, replacement, Referral(text) ?? Referral(close) ?? "")
        {
            Digits = string.Concat(text.Where(char.IsAsciiDigit)),
        };
    }

    /// <summary>True when that tax id stands in the text, written with 15 or with 16 digits.</summary>
    public bool Names(string npwp) =>
        Npwp.IsValid(npwp) && (Digits.Contains(npwp, StringComparison.Ordinal) || Digits.Contains(Npwp.Long(npwp), StringComparison.Ordinal)
            || (npwp.Length == 16 && npwp[0] == '0' && Digits.Contains(npwp[1..], StringComparison.Ordinal)));

    private static string? Number(Match serial) =>
        serial.Success ? string.Concat(serial.Groups["number"].Value.Where(char.IsAsciiDigit)) : null;

    private static string? Referral(string text) =>
        Referred().Match(text) is { Success: true } referred ? referred.Groups["reference"].Value.Trim() : null;

    private static string Close(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    // Blanks stand in one place of the pattern only: two would share out a long run of them in every possible way.
    [GeneratedRegex(
        @"Kode\s*dan\s*Nomor\s*Seri\s*Faktur\s*Pajak\s*(:\s*)?(?<number>[0-9][0-9.\-]{12,22})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Serial();

    [GeneratedRegex(
        @"\(\s*Referensi\s*:(?<reference>[^)]{1,200})\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Referred();
}
