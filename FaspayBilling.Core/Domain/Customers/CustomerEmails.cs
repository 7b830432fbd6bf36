namespace FaspayBilling.Core.Domain.Customers;

/// <summary>
/// The e-mail addresses of a customer, kept as one text so that a search finds each of them: <c>a@x.example;b@x.example</c>.
/// Each gets every mail; the first stands for all where there is room for one.
/// </summary>
public static class CustomerEmails
{
    public const int Most = 10;

    /// <summary>Characters of one address (RFC 5321).</summary>
    public const int LongestAddress = 254;

    /// <summary>Characters of all.</summary>
    public const int Longest = (Most * (LongestAddress + 1)) - 1;

    private const char Separator = ';';
    private static readonly char[] Separators = [Separator, ',', '\n', '\r'];

    /// <summary>The addresses of a stored, typed or imported text: one a line, or separated by semicolons or commas; none twice.</summary>
    public static IReadOnlyList<string> Of(string text) =>
    [
        .. text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
    ];

    /// <summary>As they are stored.</summary>
    public static string Text(IEnumerable<string> addresses) => string.Join(Separator, addresses);

    /// <summary>As a form shows them: one a line.</summary>
    public static string Lines(string text) => text.Replace(Separator, '\n');

    /// <summary>The first of them; empty without any.</summary>
    public static string First(string text) => Of(text) is [var first, ..] ? first : "";

    /// <summary>As a list shows them: the first, and how many more there are.</summary>
    public static string Shown(string text) =>
        Of(text) is { Count: > 1 } several ? FormattableString.Invariant($"{several[0]} +{several.Count - 1}") : First(text);
}
