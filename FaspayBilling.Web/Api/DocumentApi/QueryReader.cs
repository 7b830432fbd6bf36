using System.Globalization;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>Reads a query string value by value and remembers the first fault.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private static readonly string[] Instants =
        ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mm:ss"];

    public DocumentFault? Fault { get; private set; }

    /// <summary>The value; null when it is missing or empty.</summary>
    public string? Text(string name) =>
        query[name] is [{ Length: > 0 } value] ? value : query[name].Count > 1 ? Bad<string>(name, "give it once") : null;

    public int Number(string name, int otherwise, int most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : Bad(name, string.Create(CultureInfo.InvariantCulture, $"give a number from 1 to {most}"), otherwise);
    }

    /// <summary>An instant (UTC); a day without a time begins at 00:00, or ends at 23:59:59.999.</summary>
    public DateTime? Instant(string name, bool end = false)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out var day))
        {
            return end && day < DateTime.MaxValue.Date ? day.AddDays(1).AddMilliseconds(-1) : day;
        }

        return DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, Utc, out var instant)
            ? instant
            : Bad(name, "give a UTC time such as 2026-11-16T03:00:00Z", (DateTime?)null);
    }

    /// <summary>Both or neither; the second not before the first.</summary>
    public (DateTime From, DateTime To)? Period(string from, string to)
    {
        var (first, last) = (Instant(from), Instant(to, end: true));
        if (first is { } begin && last is { } end)
        {
            return begin <= end ? (begin, end) : Bad(to, $"it lies before {from}", ((DateTime, DateTime)?)null);
        }

        return first is null && last is null
            ? null
            : Bad(first is null ? from : to, $"give both {from} and {to}", ((DateTime, DateTime)?)null);
    }

    /// <summary>One of the values, in any case; the first name that is given counts.</summary>
    public string? Choice(string name, params string[] values)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return Array.Find(values, v => v.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? Bad<string>(name, $"give one of {string.Join(", ", values)}");
    }

    public T? Bad<T>(string name, string how, T? otherwise = default)
    {
        Fault ??= DocumentFault.Argument(name, $"{name}: {how}.");
        return otherwise;
    }
}
