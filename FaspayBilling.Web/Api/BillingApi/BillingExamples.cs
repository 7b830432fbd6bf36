using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>What Get List Invoice is sent and answers, for its description; a test holds them against real answers.</summary>
internal static class BillingExamples
{
    public const string Request = $$"""
        {
          "signature": "{{ExampleValues.ListSignature}}",
          "page": "1",
          "start_period": "2023-02-01 00:00:00",
          "end_period": "2023-04-30 00:00:00",
          "status": "0,2"
        }
        """;

    public const string Invoices = """
        {
          "current_page": "1",
          "total_pages": 1,
          "total_data": 1,
          "response_code": "00",
          "data": [
            {
              "customer_id": 32,
              "customer_name": "PT. Media Indonusa (ASTEL Group)",
              "invoice_date": "2023-02-07 00:00:00",
              "invoice_no": "INV-FPY-022300178",
              "due_date": "2023-02-08 10:04:00",
              "invoice_status": "Paid",
              "outstanding_amount": -400800,
              "period": "202302"
            }
          ],
          "message": "Success get billing"
        }
        """;

    public const string NoInvoices = """
        { "current_page": "1", "total_pages": 0, "total_data": 0, "response_code": "00", "data": [], "message": "Success get billing" }
        """;

    public const string BadParameter = """
        { "current_page": "1", "total_pages": 0, "total_data": 0, "response_code": "01", "data": [], "message": "status: it is missing" }
        """;

    public const string WrongSignature = """
        {
          "current_page": "1", "total_pages": 0, "total_data": 0, "response_code": "01", "data": [],
          "message": "signature: Invalid signature, or the credential was revoked."
        }
        """;

    public const string TooMany = """
        {
          "current_page": "1", "total_pages": 0, "total_data": 0, "response_code": "01", "data": [],
          "message": "signature: too many wrong ones came from this address; try again in a minute"
        }
        """;

    public const string NotJson = """
        {
          "current_page": "1", "total_pages": 0, "total_data": 0, "response_code": "01", "data": [],
          "message": "body: a JSON object in UTF-8 is needed, with each parameter once"
        }
        """;

    public const string TooLarge = """
        {
          "current_page": "1", "total_pages": 0, "total_data": 0, "response_code": "01", "data": [],
          "message": "body: at most 64 kB are read"
        }
        """;

    public const string OtherMethod = """
        {
          "current_page": "1", "total_pages": 0, "total_data": 0, "response_code": "01", "data": [],
          "message": "Only GET /billingbackendapi/web/billing/get-all-billing is answered here"
        }
        """;

    public const string Failure = """
        {
          "current_page": "1", "total_pages": 0, "total_data": 0, "response_code": "01", "data": [],
          "message": "Something went wrong here; the log of this server says more under the correlationId"
        }
        """;

    public const string Unavailable = """
        {
          "current_page": "1", "total_pages": 0, "total_data": 0, "response_code": "01", "data": [],
          "message": "The database does not answer; nothing was changed. Try again in a moment."
        }
        """;
}
