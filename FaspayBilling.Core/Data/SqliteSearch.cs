using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FaspayBilling.Core.Data;

/// <summary>
/// Asks SQLite's indexes over invoices. Names stand in a list of their own, each once for a merchant, so that what is looked for among
/// them costs the same however many invoices they have: <c>InvoiceNameSearch</c> knows three letters in a row, <c>InvoiceNameWords</c>
/// how their words begin. Of numbers <c>InvoiceSearch</c> knows three characters in a row and <c>InvoiceDigits</c> five digits, which
/// are rarer by far. Each knows whose row it is, so that nobody reads past another merchant's. An E-Faktur No stands there under the
/// invoice's negative key. What changed last waits in <c>InvoiceSearchQueue</c>, and is read itself.
/// </summary>
internal static partial class SqliteSearch
{
    private const int PrivateUse = 0xE000;
    private const int Base = 6_400;
    private const int Digits = 5;

    // FTS finds nothing by it.
    private const string Nothing = "\"\"";

    // Whatever ends a word, as the index sees it: punctuation and signs, beyond the Latin alphabet the common ones.
    private const string BetweenWords =
        "[\u0001-/:-@[-`{-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u00D7\u00F7\u2000-\u206F\u20A0-\u20CF\u3000-\u3003]";

    // CROSS JOIN is read from left to right.
    private const string OfNames = """
        SELECT i.Id FROM {0} s CROSS JOIN InvoiceNames n CROSS JOIN Invoices i
        WHERE {0} MATCH {{1}} AND n.Id = s.rowid AND i.MerchantId = {{0}} AND i.DeletedAt IS NULL AND i.CustomerName = n.Name LIMIT {{2}}
        """;

    // Digits in fives say where to look, not that they follow each other.
    private const string ByDigits = """
        SELECT DISTINCT i.Id FROM InvoiceDigits s CROSS JOIN Invoices i
        WHERE InvoiceDigits MATCH {3} AND i.Id = abs(s.rowid) AND i.MerchantId = {0} AND i.DeletedAt IS NULL
            AND (i.Number LIKE {4} ESCAPE '\' OR i.TaxNumber LIKE {5}) LIMIT {2}
        """;

    // A phrase is exact, and deleted invoices are not in it: no row needs to be read.
    private const string ByCharacters = """
        SELECT DISTINCT abs(s.rowid) AS Id FROM InvoiceSearch s
        WHERE InvoiceSearch MATCH {3}
            AND NOT EXISTS (SELECT 1 FROM InvoiceSearchQueue q WHERE q.MerchantId = {0} AND q.InvoiceId = abs(s.rowid)) LIMIT {2}
        """;

    private const string Queued = """
        SELECT i.Id FROM InvoiceSearchQueue q CROSS JOIN Invoices i
        WHERE q.MerchantId = {0} AND i.Id = q.InvoiceId AND i.DeletedAt IS NULL
            AND (i.Number LIKE {4} ESCAPE '\' OR i.TaxNumber LIKE {5}) LIMIT {2}
        """;

    private const string Range = "SELECT Id FROM Invoices WHERE MerchantId = {0} AND DeletedAt IS NULL AND ";

    private static readonly string NamesStart = string.Format(null, OfNames, "InvoiceNameWords");
    private static readonly string NamesAnywhere = string.Format(null, OfNames, "InvoiceNameSearch");

    /// <summary>Keys of the merchant's invoices that hold the text, at most so many; in no order.</summary>
    public static FormattableString Hits(SearchText search, long merchantId, int most) =>
        search.IsStart ? Starts(search, merchantId, most) : Anywhere(search, merchantId, most);

    /// <summary>For GLOB: the name begins with the word.</summary>
    public static string FirstWord(string word) => $"{AnyCase(word)}*";

    /// <summary>For GLOB: a later word begins with it.</summary>
    public static string LaterWord(string word) => $"*{BetweenWords}{AnyCase(word)}*";

    // Numbers are asked for a range of their index: it is no help with LIKE, which minds no capitals.
    private static FormattableString Starts(SearchText search, long merchantId, int most) => FormattableStringFactory.Create(
        Union(NamesStart, Range + "Number >= {3} AND Number < {4} LIMIT {2}", Range + "TaxNumber >= {5} AND TaxNumber < {6} LIMIT {2}"),
        merchantId,
        search.Word is { } word ? $"{Quoted(word)}* AND {Mark(merchantId)}" : Nothing,
        most,
        search.Capitals,
        SearchText.Behind(search.Capitals),
        search.Digits ?? "",
        search.Digits is { } digits ? SearchText.Behind(digits) : "");

    private static FormattableString Anywhere(SearchText search, long merchantId, int most)
    {
        var phrase = Quoted(search.Text);
        var digits = DigitsOf(search);
        var numbers = digits ?? (search.Digits is { } kept && kept != search.Text ? $"({phrase} OR TaxNumber : \"{kept}\")" : phrase);
        return FormattableStringFactory.Create(
            Union(NamesAnywhere, digits is null ? ByCharacters : ByDigits, Queued),
            merchantId,
            $"{phrase} AND {Mark(merchantId)}",
            most,
            $"{numbers} AND {Mark(merchantId)}",
            $"%{search.Pattern}%",
            search.Digits is null ? "" : $"%{search.Digits}%");
    }

    /// <summary>What every number with the text in it has among its digits; null when the text has too few of them in a row.</summary>
    private static string? DigitsOf(SearchText search)
    {
        var inText = Fives(LongestDigits(search.Text));
        return inText is null ? null
            : search.Digits is { } digits && digits != search.Text ? $"(({inText}) OR ({Fives(digits)}))" : $"({inText})";
    }

    // One after the other without a gap, the last one up to the end.
    private static string? Fives(string digits) => digits.Length < Digits ? null
        : string.Join(" AND ", Enumerable.Range(0, ((digits.Length - 1) / Digits) + 1)
            .Select(n => $"\"{digits.Substring(Math.Min(n * Digits, digits.Length - Digits), Digits)}\""));

    private static string LongestDigits(string text) => InRow().Matches(text).Select(m => m.Value).MaxBy(v => v.Length) ?? "";

    private static string Union(params string[] sources) =>
        $"SELECT Id AS Value FROM ({string.Join(") UNION SELECT Id FROM (", sources)}) LIMIT {{2}}";

    private static string AnyCase(string word) =>
        string.Concat(word.Select(c => $"[{char.ToLowerInvariant(c)}{char.ToUpperInvariant(c)}]"));

    // A phrase in double quotes is taken letter by letter.
    public static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Three characters that nobody types are one entry of every index; the triggers write the same.
    public static string Mark(long merchantId) => $"\"{Digit(merchantId / Base / Base)}{Digit(merchantId / Base)}{Digit(merchantId)}\"";

    private static char Digit(long value) => (char)(PrivateUse + (value % Base));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex InRow();
}
