using System.Globalization;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>How Faspay's API writes statuses, dates and amounts: Jakarta time without a zone, amounts without trailing zeros.</summary>
internal static class BillingWire
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm"
    ];
    private static readonly (int First, int Last) Years = (1900, 2999);

    // Dividing by a one with this many zeros takes the trailing ones away.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>A clock time of Jakarta, or the start of a day; null for anything else.</summary>
    public static DateTime? Moment(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year >= Years.First
            && moment.Year <= Years.Last
            ? moment
            : null;

    /// <summary>Without trailing zeros.</summary>
    public static decimal Plain(decimal amount) => amount / One;

    /// <summary>The status of a number in the API; null for a number that is none, 6 among them.</summary>
    public static InvoiceStatus? Status(string number) => number switch
    {
        "0" => InvoiceStatus.Draft,
        "1" => InvoiceStatus.Unpaid,
        "2" => InvoiceStatus.Paid,
        "3" => InvoiceStatus.Cancelled,
        "4" => InvoiceStatus.Overdue,
        "5" => InvoiceStatus.PartiallyPaid,
        "7" => InvoiceStatus.Proforma,
        _ => null,
    };

    /// <summary>The name in the API: it says Partial Paid where screens say Partially Paid.</summary>
    public static string Name(InvoiceStatus status) => status switch
    {
        InvoiceStatus.PartiallyPaid => "Partial Paid",
        InvoiceStatus.Draft
            or InvoiceStatus.Unpaid
            or InvoiceStatus.Paid
            or InvoiceStatus.Cancelled
            or InvoiceStatus.Overdue
            or InvoiceStatus.Proforma => status.Text(),
    };

    /// <summary>The rows in their order. Those of a day follow each other: what is written alike is written once.</summary>
    public static IReadOnlyList<BillingRowAnswer> Rows(IReadOnlyList<InvoiceForApi> invoices)
    {
        var rows = new BillingRowAnswer[invoices.Count];
        var (day, date, period) = (default(DateOnly?), "", "");
        var (moment, due) = (default(DateTime?), "");
        for (var n = 0; n < rows.Length; n++)
        {
            var invoice = invoices[n];
            if (invoice.InvoiceDate != day)
            {
                day = invoice.InvoiceDate;
                date = BillingApiFormat.Moment(invoice.InvoiceDate.ToDateTime(TimeOnly.MinValue));
                period = invoice.InvoiceDate.ToString("yyyyMM", CultureInfo.InvariantCulture);
            }

            if (invoice.Due != moment)
            {
                moment = invoice.Due;
                due = BillingApiFormat.Moment(JakartaCalendar.Local(invoice.Due));
            }

            rows[n] = new BillingRowAnswer(
                invoice.CustomerNumber,
                invoice.CustomerName,
                date,
                invoice.Number,
                due,
                Name(invoice.Status),
                Plain(invoice.Outstanding),
                period);
        }

        return rows;
    }
}
