using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>What Create, Inquire and Cancel are sent and answer, for their description; tests hold them against real answers.</summary>
internal static class BillExamples
{
    public const string CreateRequest = $$"""
        {
          "service_id": "1",
          "transaction_number": "{{ExampleValues.Transaction}}",
          "billing_total": "10000",
          "billing_date": "2026-11-30 10:50:00",
          "billing_due_date": "2026-12-20 10:50:00",
          "billing_notes": "Food Bill",
          "items": [
            { "item_name": "Chicken", "qty": "2", "item_amount": "2500" },
            { "item_name": "Duck", "qty": "1", "item_amount": "5000" }
          ],
          "billing_language": "ID",
          "customer_name": "Budi Santoso",
          "customer_email": "budi@pelanggan.example",
          "customer_phone": "087884398009",
          "customer_address": "Jalan pintu air",
          "static_va_no": "8985991234567891",
          "signature": "{{ExampleValues.TransactionSignature}}"
        }
        """;

    public const string SmallRequest = $$"""
        {
          "service_id": 1,
          "transaction_number": "{{ExampleValues.SmallTransaction}}",
          "billing_total": 10000,
          "customer_name": "Budi Santoso",
          "customer_email": "budi@pelanggan.example",
          "customer_phone": "087884398009",
          "signature": "{{ExampleValues.SmallTransactionSignature}}"
        }
        """;

    public const string Created = $$"""
        {
          "response_code": "00",
          "response_message": "Success Create Billing",
          "billing_id": 1051,
          "transaction_number": "{{ExampleValues.Transaction}}",
          "billing_total": 10000,
          "billing_url": "{{ExampleValues.Site}}/bill/3xQm9-TzKfW0aVbYc7NhLrEpSdGjUo_2"
        }
        """;

    public const string BillRequest = $$"""
        {
          "service_id": "1",
          "billing_id": "1051",
          "transaction_number": "{{ExampleValues.Transaction}}",
          "signature": "{{ExampleValues.TransactionSignature}}"
        }
        """;

    public const string Inquired = $$"""
        {
          "billing_id": 1051,
          "transaction_number": "{{ExampleValues.Transaction}}",
          "billing_total": "10000",
          "payment_details": [
            { "payment_id": "352", "payment_date": "2026-12-03 11:00:00", "payment_nominal": "5000" },
            { "payment_id": "353", "payment_date": "2026-12-03 11:00:00", "payment_nominal": "5000" }
          ],
          "billing_due_date": "2026-12-20 10:50:00",
          "billing_url": "{{ExampleValues.Site}}/bill/3xQm9-TzKfW0aVbYc7NhLrEpSdGjUo_2",
          "billing_status": "PAID",
          "response_code": "00",
          "response_message": "Success Inquiry Billing"
        }
        """;

    public const string Cancelled = $$"""
        {
          "billing_id": 1051,
          "transaction_number": "{{ExampleValues.Transaction}}",
          "billing_total": "10000",
          "billing_due_date": "2026-12-20 10:50:00",
          "billing_url": "{{ExampleValues.Site}}/bill/3xQm9-TzKfW0aVbYc7NhLrEpSdGjUo_2",
          "billing_status": "CANCELLED",
          "response_code": "00",
          "response_message": "Success Cancel Billing"
        }
        """;

    public const string OtherRequest = """
        {
          "response_code": "01",
          "response_message": "transaction_number: This transaction_number was already used with a different request."
        }
        """;

    public const string ItemsDiffer = """
        { "response_code": "01", "response_message": "items: They come to Rp 9.000, but billing_total is Rp 10.000." }
        """;

    public const string NoBill = """
        { "response_code": "01", "response_message": "billing_id: There is no bill with this billing_id and transaction_number." }
        """;

    public const string NotCancellable = """
        { "response_code": "01", "response_message": "Something was already paid, so it can only be cancelled in the dashboard." }
        """;

    public const string BadParameter = """
        { "response_code": "01", "response_message": "transaction_number: it is missing" }
        """;

    public const string WrongSignature = """
        { "response_code": "01", "response_message": "signature: Invalid signature, or the credential was revoked." }
        """;

    public const string TooMany = """
        { "response_code": "01", "response_message": "signature: too many wrong ones came from this address; try again in a minute" }
        """;

    public const string NotJson = """
        { "response_code": "01", "response_message": "body: a JSON object in UTF-8 is needed, with each parameter once" }
        """;

    public const string TooLarge = """
        { "response_code": "01", "response_message": "body: at most 64 kB are read" }
        """;

    public const string CreateOnly = """
        { "response_code": "01", "response_message": "Only POST /billingbackendapi/web/api/create is answered here" }
        """;

    public const string InquireOnly = """
        { "response_code": "01", "response_message": "Only GET, POST /billingbackendapi/web/api/inquire is answered here" }
        """;

    public const string CancelOnly = """
        { "response_code": "01", "response_message": "Only POST /billingbackendapi/web/api/cancel is answered here" }
        """;

    public const string Failure = """
        { "response_code": "01", "response_message": "Something went wrong here; the log of this server says more under the correlationId" }
        """;

    public const string Unavailable = """
        {
          "response_code": "01",
          "response_message": "The database does not answer; nothing was changed. Try again in a moment."
        }
        """;

    public const string UnavailableUnknown = $$"""
        { "response_code": "01", "response_message": "{{Unknown}}" }
        """;

    private const string Unknown = "The database went away while this was being saved, and nobody knows whether it was done. "
        + "Send the very same call again: with the same transaction_number or Idempotency-Key nothing is done twice.";
}
