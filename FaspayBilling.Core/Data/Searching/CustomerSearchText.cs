using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data.Searching;

/// <summary>
/// What was typed to find a customer: found anywhere in its name and e-mail, and its digits anywhere in its NPWP, its document's number and
/// its VA Static Number. Capitals do not matter, accents do.
/// </summary>
internal sealed record CustomerSearchText
{
    private const int Three = 3;

    private CustomerSearchText(string text) => Text = text;

    /// <summary>As it was typed, without blanks around it; may be empty.</summary>
    public string Text { get; }

    /// <summary>Its digits, when nothing but punctuation is between them; else null.</summary>
    public string? Digits { get; private init; }

    public static CustomerSearchText Of(string typed)
    {
        // No database takes the character 0 in a text, and no customer holds one.
        var text = typed.Replace("\0", "", StringComparison.Ordinal).Trim();
        return new CustomerSearchText(text) { Digits = Npwp.Digits(text) is { Length: > 0 } digits ? digits : null };
    }

    /// <summary>Fewer than three characters, by which the indexes over three in a row find nothing.</summary>
    public static bool IsShort(string part) => part.EnumerateRunes().Count() < Three;
}
