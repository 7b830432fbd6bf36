using System.Globalization;
using System.Text;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data;

/// <summary>
/// What was typed to find an invoice. One or two characters find the start of an invoice number, of an E-Faktur No or of any word of the
/// customer's name; three and more are found anywhere in them. Capitals do not matter, accents do. A word begins after whatever is
/// neither letter nor digit.
/// </summary>
internal sealed record SearchText
{
    private const int FewestAnywhere = 3;

    private SearchText(string text) => Text = text;

    /// <summary>As it was typed, without blanks around it.</summary>
    public string Text { get; }

    /// <summary>Too short to be looked for inside of words.</summary>
    public bool IsStart { get; private init; }

    /// <summary>The digits of an E-Faktur No, which is stored without its dots and hyphens; null when it cannot be one.</summary>
    public string? Digits { get; private init; }

    /// <summary>With how a word may begin; null when no word can, and when the text is looked for inside of words too.</summary>
    public string? Word { get; private init; }

    /// <summary>Numbers of invoices are capitals.</summary>
    public string Capitals => Text.ToUpperInvariant();

    /// <summary>For <c>LIKE … ESCAPE '\'</c>: the text and nothing else.</summary>
    public string Pattern => BillingDb.Within(Text)[1..^1];

    public static SearchText Of(string typed)
    {
        // No database takes the character 0 in a text, and no number or name holds one.
        var text = typed.Replace("\0", "", StringComparison.Ordinal).Trim();
        var characters = text.EnumerateRunes().ToList();
        var isStart = characters.Count < FewestAnywhere;
        var digits = Npwp.Digits(text) ?? "";
        return new SearchText(text)
        {
            IsStart = isStart,
            Digits = digits.Length >= (isStart ? 1 : FewestAnywhere) ? digits : null,
            Word = isStart && characters.Count > 0 && characters.TrueForAll(Rune.IsLetterOrDigit)
                ? text.ToLower(CultureInfo.InvariantCulture)
                : null,
        };
    }

    /// <summary>The first text that is behind all that begin with this one, byte by byte.</summary>
    public static string Behind(string start) => start + char.MaxValue;
}
