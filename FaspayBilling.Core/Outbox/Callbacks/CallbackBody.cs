using System.Text.Json;
using System.Text.Json.Serialization;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>
/// The JSON of a callback, field for field as documented (docs/sources/faspay.md 43): ids of ours are numbers, all else texts.
/// </summary>
public static class CallbackBody
{
    private const string Unsigned = "\"signature\":\"\"";

    /// <summary>What is stored: everything but the signature, which would let whoever reads it act for the merchant.</summary>
    public static string Of(Invoice invoice, Payment payment) => JsonSerializer.Serialize(
        new CallbackMessage(
            invoice.Id,
            invoice.BillingCredentialId!.Value,
            invoice.TransactionNumber!,
            BillingApiFormat.Amount(invoice.Total),
            "",
            BillingApiFormat.Status(invoice.Status),
            BillingApiFormat.Number(payment.Id),
            BillingApiFormat.Amount(payment.Amount),
            payment.Method,
            BillingApiFormat.Moment(MomentOf(payment))),
        CallbackJson.Default.CallbackMessage);

    /// <summary>What is sent. Inside a text quotes are escaped, so nothing else looks like the empty signature.</summary>
    public static string Sign(string body, string signature) =>
        body.Replace(Unsigned, $"\"signature\":\"{signature}\"", StringComparison.Ordinal);

    /// <summary>The day of the payment by Jakarta's clock; with the time at which it was recorded if that was on the same day.</summary>
    public static DateTime MomentOf(Payment payment)
    {
        var recorded = JakartaCalendar.Local(payment.RecordedAt);
        return DateOnly.FromDateTime(recorded) == payment.Date ? recorded : payment.Date.ToDateTime(TimeOnly.MinValue);
    }
}

internal sealed record CallbackMessage(
    long BillingId,
    long ServiceId,
    string TransactionNumber,
    string BillingTotal,
    string Signature,
    string BillingStatus,
    string PaymentId,
    string PaymentAmount,
    string PaymentMethod,
    string PaymentDate);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CallbackMessage))]
internal sealed partial class CallbackJson : JsonSerializerContext;
