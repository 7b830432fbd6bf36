using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>How the billing API and its callbacks write statuses, moments and amounts (docs/sources/faspay.md 39 to 43).</summary>
public static class BillingApiFormat
{
    /// <summary>Four names: what is partly paid is still UNPAID, what is overdue EXPIRED.</summary>
    public static string Status(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft or InvoiceStatus.Proforma or InvoiceStatus.Unpaid or InvoiceStatus.PartiallyPaid => "UNPAID",
        InvoiceStatus.Paid => "PAID",
        InvoiceStatus.Overdue => "EXPIRED",
        InvoiceStatus.Cancelled => "CANCELLED",
    };

    /// <summary>A clock time of Jakarta: <c>2020-12-01 13:22:11</c>.</summary>
    public static string Moment(DateTime local) => local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Rupiah without trailing zeros: <c>10000</c>.</summary>
    public static string Amount(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
