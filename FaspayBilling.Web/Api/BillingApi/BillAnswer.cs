using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.BillingApi;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>
/// The answers of Create, Inquire and Cancel: names, order and types as in the documentation's tables and examples; Create writes its total
/// as a number, the others as a text. A 01 has its code and its message only.
/// </summary>
internal static class BillAnswer
{
    /// <summary>The 01 that every fault gets.</summary>
    public static JsonObject Refused(string message) => new() { ["response_code"] = BillingAnswer.Failed, ["response_message"] = message };

    public static JsonObject Created(ApiBill bill) => new()
    {
        ["response_code"] = BillingAnswer.Success,
        ["response_message"] = "Success Create Billing",
        ["billing_id"] = bill.Id,
        ["transaction_number"] = bill.TransactionNumber,
        ["billing_total"] = BillingWire.Plain(bill.Total),
        ["billing_url"] = bill.Url,
    };

    public static JsonObject Inquired(ApiBill bill) => new()
    {
        ["billing_id"] = bill.Id,
        ["transaction_number"] = bill.TransactionNumber,
        ["billing_total"] = BillingApiFormat.Amount(bill.Total),
        ["payment_details"] = new JsonArray([.. bill.Payments.Select(Payment)]),
        ["billing_due_date"] = Due(bill),
        ["billing_url"] = bill.Url,
        ["billing_status"] = BillingApiFormat.Status(bill.Status),
        ["response_code"] = BillingAnswer.Success,
        ["response_message"] = "Success Inquiry Billing",
    };

    public static JsonObject Cancelled(ApiBill bill) => new()
    {
        ["billing_id"] = bill.Id,
        ["transaction_number"] = bill.TransactionNumber,
        ["billing_total"] = BillingApiFormat.Amount(bill.Total),
        ["billing_due_date"] = Due(bill),
        ["billing_url"] = bill.Url,
        ["billing_status"] = BillingApiFormat.Status(bill.Status),
        ["response_code"] = BillingAnswer.Success,
        ["response_message"] = "Success Cancel Billing",
    };

    private static string Due(ApiBill bill) => BillingApiFormat.Moment(JakartaCalendar.Local(bill.Due));

    private static JsonObject Payment(BillPayment payment) => new()
    {
        ["payment_id"] = BillingApiFormat.Number(payment.Id),
        ["payment_date"] = BillingApiFormat.Moment(payment.Moment),
        ["payment_nominal"] = BillingApiFormat.Amount(payment.Amount),
    };
}

/// <summary>How these answers become text.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class BillJson : JsonSerializerContext;
