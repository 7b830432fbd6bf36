using System.Runtime.CompilerServices;
using System.Text;

namespace FaspayBilling.Core.Data.Searching;

/// <summary>
/// Asks SQLite's indexes over customers: <c>CustomerSearch</c> knows three characters in a row, <c>CustomerPairs</c> one and two, as
/// hexadecimal digits. Each knows whose row it is.
/// </summary>
internal static class SqliteCustomerSearch
{
    /// <summary>Keys of the merchant's customers that hold the text, each once; in no order.</summary>
    public static FormattableString Hits(CustomerSearchText search, long merchantId)
    {
        var parts = new List<(string Text, string Columns, string Kind)> { (search.Text, "{Name Email}", "n") };
        if (search.Digits is { } digits)
        {
            parts.Add((digits, "{Npwp DocumentNumber VaNumber}", "d"));
        }

        // A short one among them is asked of the other index.
        var mark = SqliteSearch.Mark(merchantId);
        var asked = parts.ToLookup(p => CustomerSearchText.IsShort(p.Text));
        var sources = new List<(string Table, string Match)>();
        if (asked[false].Any())
        {
            var anywhere = asked[false].Select(p => $"{p.Columns} : {SqliteSearch.Quoted(p.Text)}");
            sources.Add(("CustomerSearch", $"({string.Join(" OR ", anywhere)}) AND Merchant : {mark}"));
        }

        if (asked[true].Any())
        {
            sources.Add(("CustomerPairs", $"({string.Join(" OR ", asked[true].Select(p => Pair(p.Kind, p.Text)))}) AND {mark}"));
        }

        return FormattableStringFactory.Create(
            string.Join(" UNION ", sources.Select((s, n) => $"SELECT rowid AS Value FROM {s.Table} WHERE {s.Table} MATCH {{{n}}}")),
            [.. sources.Select(s => (object)s.Match)]);
    }

    // A character alone is how what is kept of it and of the one behind it begins.
    private static string Pair(string kind, string text)
    {
        var letters = string.Concat(text.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c));
        var alone = text.EnumerateRunes().Count() == 1;
        return kind + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(letters)) + (alone ? "*" : "");
    }
}
