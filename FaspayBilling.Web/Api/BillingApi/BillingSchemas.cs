using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Web.Api.Description;
using static FaspayBilling.Web.Api.Description.ApiField;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>What the billing API is sent and answers; tests hold it against what is taken and written.</summary>
internal static class BillingSchemas
{
    /// <summary>40 lower-case hex digits.</summary>
    public static readonly ApiSchema Signature = ApiSchema.Like("^[0-9a-f]{40}$");

    /// <summary>A whole number from 1 on, as a number or as a text.</summary>
    public static readonly ApiSchema Key = (ApiSchema.Whole with { Least = 1 }).OrText("^0*[1-9][0-9]*$");

    /// <summary>1 to 40 digits.</summary>
    public static readonly ApiSchema TransactionNumber = (ApiSchema.Whole with { Least = 0 }).OrText("^[0-9]{1,40}$");

    /// <summary>A day, perhaps with a time of Jakarta's clock.</summary>
    public static readonly ApiSchema Day = ApiSchema.Like("^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$");

    /// <summary>Numbers of statuses.</summary>
    public static readonly ApiSchema Statuses = (ApiSchema.Whole with { Least = 0, Most = 7 }).OrText("^ *[0-57] *(, *[0-57] *)*$");

    private static readonly ApiSchema Moment = ApiSchema.Like("^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$");
    private static readonly ApiSchema Amount = ApiSchema.Like("^[0-9]+(\\.[0-9]+)?$");
    private static readonly ApiSchema Positive = ApiSchema.Number with { Least = 0 };
    private static readonly ApiField ServiceId = Must("service_id", Key, "The number of the credential on the page API access.");
    private static readonly ApiField BillId = Must("billing_id", Key, "As Create Billing answered it.");
    private static readonly ApiField Signed = Must("signature", Signature, "Of this call, as under Sign-in.");

    public static readonly ApiSchema ListRequest = ApiSchema.Object(
        "InvoiceListRequest",
        "Which invoices are wanted.",
        Signed,
        Must("page", Key, "From 1."),
        Must("start_period", Day, "First invoice date, included."),
        Must("end_period", Day, "Last invoice date, included."),
        Must("status", Statuses, "Numbers of statuses, joined by commas."),
        May("customer_id", Key, "Only this customer."),
        May("due_date", Day, "Only invoices due on this day in Jakarta."));

    public static readonly ApiSchema Invoices = ApiSchema.Object(
        "InvoiceList",
        "A page of invoices; with response_code 01 none, and why.",
        Must("current_page", ApiSchema.Like("^[0-9]+$"), "The page that was asked for."),
        Must("total_pages", ApiSchema.Whole, "0 without invoices."),
        Must("total_data", ApiSchema.Whole, "Invoices on all pages."),
        Must("response_code", ApiSchema.OneOf(BillingAnswer.Success, BillingAnswer.Failed), "00, or 01 when something is wrong."),
        Must(
            "data",
            ApiSchema.List(ApiSchema.Object(
                "Invoice",
                "An invoice in the list.",
                Must("customer_id", ApiSchema.Whole, "The customer's number."),
                Must("customer_name", ApiSchema.Text, "The customer's name."),
                Must("invoice_date", Moment, "The invoice date."),
                Must("invoice_no", ApiSchema.Text, "The invoice's number."),
                Must("due_date", Moment, "When it is due, by Jakarta's clock."),
                Must(
                    "invoice_status", ApiSchema.OneOf([.. Enum.GetValues<InvoiceStatus>().Select(BillingWire.Name)]), "Its status."),
                Must("outstanding_amount", ApiSchema.Number, "What is still owed; below 0 when too much was paid."),
                Must("period", ApiSchema.Like("^[0-9]{6}$"), "Year and month of the invoice date."))),
            "At most 100."),
        Must("message", ApiSchema.Text, "With 01 it begins with the parameter."));

    public static readonly ApiSchema CreateRequest = ApiSchema.Object(
        "BillRequest",
        "A bill that is to be made.",
        ServiceId,
        Must("transaction_number", TransactionNumber, "Your own number of the bill, 1 to 40 digits."),
        Must(
            "billing_total", (ApiSchema.Whole with { Least = 1 }).OrText("^0*[1-9][0-9]*(\\.0*)?$"),
            "Whole rupiah."),
        May("billing_date", Day, "Now unless said otherwise."),
        May("billing_due_date", Day, "24 hours from now unless said otherwise."),
        May("billing_notes", ApiSchema.Text with { Longest = 2_000 }, "At most 2000 characters."),
        May(
            "items",
            ApiSchema.List(ApiSchema.Object(
                "BillItem",
                "A line of the bill.",
                Must("item_name", ApiSchema.Text with { Longest = 300 }, "1 to 300 characters."),
                Must("qty", Positive.OrText("^[0-9]+(\\.[0-9]{1,4})?$"), "Above 0, at most 4 decimals."),
                Must("item_amount", Positive.OrText("^[0-9]+(\\.[0-9]{1,2})?$"), "The price of one, at most 2 decimals."))),
            "At most 500; qty times item_amount of all of them come to billing_total."),
        May("billing_language", ApiSchema.OneOf("EN", "ID"), "Of the bill and its mails; EN unless said otherwise."),
        Must("customer_name", ApiSchema.Text with { Longest = 200 }, "1 to 200 characters."),
        Must("customer_email", ApiSchema.Text with { Format = "email" }, "Where the bill is mailed to."),
        Must("customer_phone", ApiSchema.Text with { Longest = 40 }, "5 to 40 digits, perhaps with a + in front."),
        May("customer_address", ApiSchema.Text with { Longest = 500 }, "At most 500 characters."),
        May("static_va_no", ApiSchema.Like("^[0-9]{10,20}$"), "10 to 20 digits; it ends with the customer's VA Static Number."),
        Signed);

    public static readonly ApiSchema BillReference = ApiSchema.Object(
        "BillReference",
        "Which bill is meant.",
        ServiceId,
        BillId,
        Must("transaction_number", TransactionNumber, "As it was given to Create Billing."),
        Signed);

    public static readonly ApiSchema Created = ApiSchema.Object(
        "CreatedBill",
        "The bill that was made.",
        [
            .. Answered("Success Create Billing"),
            .. Which(ApiSchema.Number),
            Must("billing_url", ApiSchema.Text, "The address of its bill page."),
        ]);

    public static readonly ApiSchema Inquired = ApiSchema.Object(
        "InquiredBill",
        "Where a bill stands.",
        [
            .. Which(Amount),
            Must(
                "payment_details",
                ApiSchema.List(ApiSchema.Object(
                    "BillPayment",
                    "What was paid.",
                    Must("payment_id", ApiSchema.Text, "Its number."),
                    Must("payment_date", Moment, "When, by Jakarta's clock."),
                    Must("payment_nominal", Amount, "How much."))),
                "Every payment."),
            .. Standing("UNPAID", "PAID", "EXPIRED", "CANCELLED"),
            .. Answered("Success Inquiry Billing"),
        ]);

    public static readonly ApiSchema Cancelled = ApiSchema.Object(
        "CancelledBill",
        "The bill that was cancelled.",
        [.. Which(Amount), .. Standing("CANCELLED"), .. Answered("Success Cancel Billing")]);

    public static readonly ApiSchema Refused = ApiSchema.Object(
        "BillRefusal",
        "What is wrong.",
        Must("response_code", ApiSchema.OneOf(BillingAnswer.Failed), "01."),
        Must("response_message", ApiSchema.Text, "It begins with the parameter."));

    private static IEnumerable<ApiField> Answered(string message) =>
    [
        Must("response_code", ApiSchema.OneOf(BillingAnswer.Success), "00."),
        Must("response_message", ApiSchema.OneOf(message), "In words."),
    ];

    private static IEnumerable<ApiField> Which(ApiSchema total) =>
    [
        Must("billing_id", ApiSchema.Whole, "The bill's number here."),
        Must("transaction_number", ApiSchema.Like("^[0-9]{1,40}$"), "Your own number."),
        Must("billing_total", total, "In rupiah."),
    ];

    private static IEnumerable<ApiField> Standing(params IReadOnlyList<string> statuses) =>
    [
        Must("billing_due_date", Moment, "When it is due, by Jakarta's clock."),
        Must("billing_url", ApiSchema.Text, "The address of its bill page."),
        Must("billing_status", ApiSchema.OneOf(statuses), "Where it stands."),
    ];
}
