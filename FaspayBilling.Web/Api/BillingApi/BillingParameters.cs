using System.Globalization;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.BillingApi;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>Reads the parameters of Get List Invoice.</summary>
internal static class BillingParameters
{
    private const string DayNeeded = "a date as yyyy-MM-dd, with or without a time, is needed";

    /// <summary>The signature and what is asked for; only of use when <paramref name="fields"/> found no fault.</summary>
    public static (string Signature, InvoicesQuery Query) Read(BillingFields fields)
    {
        var signature = fields.Needed(
            "signature",
            text => BillingSignature.IsOne(text) ? text : null,
            "40 lower-case hex digits, SHA1(MD5(username + password)), are needed")
            ?? "";
        var page = fields.Needed("page", Number, "a whole number from 1 on is needed");
        var from = fields.Needed("start_period", Day, DayNeeded);
        var to = fields.Needed("end_period", Day, DayNeeded);
        var statuses = fields.Needed("status", Statuses, "one of 0, 1, 2, 3, 4, 5, 7, or several of them joined by commas, is needed")
            ?? [];
        var customer = fields.Optional("customer_id", Number, "a whole number from 1 on is needed, or nothing");
        var due = fields.Optional("due_date", Day, DayNeeded);
        if (from > to)
        {
            fields.Wrong("end_period", "it is before start_period");
        }

        return (signature, new InvoicesQuery(from ?? default, to ?? default, statuses, page ?? 1, customer, due));
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? number : null;

    private static DateOnly? Day(string text) => BillingWire.Moment(text) is { } moment ? DateOnly.FromDateTime(moment) : null;

    private static IReadOnlyList<InvoiceStatus>? Statuses(string text)
    {
        var statuses = text.Split(',').Select(number => BillingWire.Status(number.Trim(' '))).ToList();
        return statuses.Contains(null) ? null : [.. statuses.OfType<InvoiceStatus>().Distinct()];
    }
}
