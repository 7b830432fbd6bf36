using System.Globalization;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.DocumentApi;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>
/// The query string of Get Notifications (docs/sources/myinvois.md 1.7). Every notice here is delivered, and written in English.
/// </summary>
internal static class NotificationParameters
{
    private const int MostPages = 1_000_000;
    private const int MostRows = 100;

    private static readonly string[] States = ["New", "Pending", "Batched", "Delivered", "Error"];

    /// <summary>What status may be: a name or its number.</summary>
    public static readonly string[] StatusChoices =
        [.. States, .. Enumerable.Range(1, States.Length).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private static readonly int[] KnownTypes = [3, 6, 7, 8, 10, 11, 15, 26, 33, 34, 35];

    public static NotificationQuery Read(QueryReader query)
    {
        var (from, to) = (query.Instant("dateFrom"), query.Instant("dateTo", end: true));
        if (from > to)
        {
            query.Bad<string>("dateTo", "it lies before dateFrom");
        }

        var type = query.Text("type") is { } text && !IsKnown(text)
            ? query.Bad<string>("type", "give the number of a notification type")
            : query.Text("type");
        DocumentNoticeKind? kind = type is null ? null : (DocumentNoticeKind)int.Parse(type, CultureInfo.InvariantCulture);
        var language = query.Choice("language", "ms", "en");
        var status = query.Choice("status", StatusChoices);
        var nothing = language == "ms" || status is not (null or "Delivered" or "4") || (kind is { } asked && !Enum.IsDefined(asked));
        return new NotificationQuery(
            from, to, nothing ? null : kind, nothing, query.Number("pageNo", 1, MostPages), query.Number("pageSize", MostRows, MostRows));
    }

    private static bool IsKnown(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && KnownTypes.Contains(number);
}
