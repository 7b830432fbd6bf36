using System.Globalization;
using System.Text.Encodings.Web;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace FaspayBilling.Web.Components.Ui.Tables;

/// <summary>What a list shows, as its address says it: page, size, sort, search and filters. Changing one keeps the others.</summary>
public sealed class ListUrl
{
    public static readonly IReadOnlyList<int> Sizes = [10, 25, 50, 100];

    private readonly string path;
    private readonly IReadOnlyDictionary<string, string> keys;

    private (string Before, string After)? aroundPage;

    private ListUrl(string path, IReadOnlyDictionary<string, string> keys) => (this.path, this.keys) = (path, keys);

    /// <summary>The path without the query, e.g. <c>/billings</c>.</summary>
    public string Path => path;

    /// <summary>From 1.</summary>
    public int Page => int.TryParse(this["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    public int Size =>
        int.TryParse(this["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : 25;

    /// <summary>The sorted column's key; null for the list's own order.</summary>
    public string? Sort => this["sort"];

    public bool Descending => this["dir"] == "desc";

    public string? Search => this["q"];

    /// <summary>A filter by its key; null when absent or empty.</summary>
    public string? this[string key] => keys.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    public static ListUrl Of(string uri)
    {
        var whole = new Uri(uri, UriKind.Absolute);
        var keys = QueryHelpers.ParseQuery(whole.Query).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        return new(whole.AbsolutePath, keys);
    }

    /// <summary>A day of the calendar that people use; what lies beyond is as good as nothing.</summary>
    public DateOnly? Day(string key) =>
        DateOnly.TryParseExact(this[key], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && DayRange.Known.Holds(day)
            ? day
            : null;

    /// <summary>The address with some keys changed or, by null, taken away; starts at the first page again.</summary>
    public string With(params (string Key, string? Value)[] changes) => Address([("page", null), .. changes]);

    /// <inheritdoc cref="With(ValueTuple{string, string?}[])"/>
    public string With(string key, string? value) => With((key, value));

    public string WithDay(string key, DateOnly? day) => With(key, Text(day));

    /// <summary>A day as the address carries it.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string WithPage(int page)
    {
        var (before, after) = aroundPage ??= AroundPage();
        return (page <= 1, after.Length > 0) switch
        {
            (true, true) => before + after,
            (true, false) => before[..^1],
            (false, true) => string.Create(CultureInfo.InvariantCulture, $"{before}page={page}&{after}"),
            (false, false) => string.Create(CultureInfo.InvariantCulture, $"{before}page={page}"),
        };
    }

    public string WithSize(int size) => With("size", size.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sorted by a column: ascending first, the other way round when it is so already.</summary>
    public string WithSort(string column) => With(("sort", column), ("dir", Sort == column && !Descending ? "desc" : null));

    // The address on either side of the page, which stands among the other keys by its name: a list has many links to its pages.
    private (string Before, string After) AroundPage()
    {
        var others = keys.Where(k => k.Key != "page").OrderBy(k => k.Key, StringComparer.Ordinal).ToLookup(
            k => string.CompareOrdinal(k.Key, "page") < 0,
            k => $"{UrlEncoder.Default.Encode(k.Key)}={UrlEncoder.Default.Encode(k.Value)}");
        return ($"{path}?{string.Concat(others[true].Select(k => $"{k}&"))}", string.Join('&', others[false]));
    }

    private string Address(IEnumerable<(string Key, string? Value)> changes)
    {
        var next = new SortedDictionary<string, string>(keys.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            if (string.IsNullOrEmpty(value))
            {
                next.Remove(key);
            }
            else
            {
                next[key] = value;
            }
        }

        return QueryHelpers.AddQueryString(path, next.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));
    }
}
