using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>What the calls of the billing API say of themselves.</summary>
internal static class BillingDescriptions
{
    private const string Wrong = "What is wrong is answered with HTTP 200, response_code 01 and a message that begins with the parameter.";
    private const string SignatureText =
        "Lower-case hex of SHA1(MD5(username + password + transaction_number)), SHA1 over the hex text of the MD5.";

    public static RouteHandlerBuilder DescribeList(this RouteHandlerBuilder call) => call
        .Says(
            "Get List Invoice",
            "The invoices of the merchant whose credential signed the call, by invoice date, due date and number, 100 a page. "
                + "Parameters come from the JSON body of the GET, or from the query string; a parameter named in the "
                + "body wins over the query string. "
                + Wrong)
        .Asks("signature", true, "Lower-case hex of SHA1(MD5(username + password)).", "76816233c2b4e08a592f3b590c10d9e4b6c17a12")
        .Asks("page", true, "From 1.", "1")
        .Asks("start_period", true, "First invoice date, included: yyyy-MM-dd, with or without a time.", "2023-02-01")
        .Asks("end_period", true, "Last invoice date, included.", "2023-04-30")
        .Asks(
            "status",
            true,
            "0 Draft, 1 Unpaid, 2 Paid, 3 Cancelled, 4 Overdue, 5 Partial Paid, 7 Proforma; several joined by commas.",
            "0,2")
        .Asks("customer_id", false, "Only this customer.", "66")
        .Asks("due_date", false, "Only invoices due on this day in Jakarta.", "2023-03-09")
        .Takes("application/json", "JSON body", BillingExamples.Request)
        .Answers(StatusCodes.Status200OK, "Invoices", BillingExamples.Invoices)
        .Answers(StatusCodes.Status200OK, "No invoices", BillingExamples.NoInvoices)
        .Answers(StatusCodes.Status200OK, "A parameter is missing or wrong", BillingExamples.BadParameter)
        .Answers(StatusCodes.Status200OK, "Wrong or revoked signature", BillingExamples.WrongSignature)
        .Answers(StatusCodes.Status200OK, "More than 30 wrong signatures a minute", BillingExamples.TooMany)
        .Answers(StatusCodes.Status200OK, "Body that is not a JSON object", BillingExamples.NotJson)
        .Answers(StatusCodes.Status200OK, "Body over 64 kB", BillingExamples.TooLarge)
        .Answers(StatusCodes.Status404NotFound, "Another address", BillingExamples.NothingHere)
        .Answers(StatusCodes.Status405MethodNotAllowed, "Another method than GET", BillingExamples.OtherMethod)
        .Answers(StatusCodes.Status500InternalServerError, "A failure of the server", BillingExamples.Failure);

    public static RouteHandlerBuilder DescribeCreate(this RouteHandlerBuilder call) => call
        .Says("Create Billing", "Makes a bill, issues it and mails it to the customer, and answers the address of its bill page. "
            + "service_id is the number of the credential on the page API access. signature: lower-case hex of SHA1(MD5(username + "
            + "password + transaction_number)), SHA1 over the hex text of the MD5. "
            + "The same request with the same transaction_number answers the same bill; another request with it is refused. "
            + "Numbers may be sent as texts or numbers, moments are Jakarta's clock as yyyy-MM-dd HH:mm:ss. billing_date is now and "
            + "billing_due_date 24 hours from now unless said otherwise; "
            + "billing_language is EN (default) or ID; the items' qty times item_amount must come to billing_total; "
            + "without items the bill has one line. "
            + "The customer is the one of that name and e-mail address, or a new one; static_va_no ends with "
            + "the customer's VA Static Number. "
            + Wrong)
        .Takes("application/json", "JSON body", BillExamples.CreateRequest)
        .Takes("application/json", "Only what is mandatory", BillExamples.SmallRequest)
        .Answers(StatusCodes.Status200OK, "The bill was made, or the same request came before", BillExamples.Created)
        .Answers(StatusCodes.Status200OK, "Another request with this transaction_number", BillExamples.OtherRequest)
        .Answers(StatusCodes.Status200OK, "The items do not come to the total", BillExamples.ItemsDiffer)
        .AnswersFaults(BillExamples.CreateOnly, "Another method than POST");

    public static RouteHandlerBuilder DescribeInquire(this RouteHandlerBuilder call, string method) => call
        .Says(
            method == HttpMethods.Get ? "Inquiry Billing" : "Inquiry Billing (POST)",
            "Where a bill stands: UNPAID (also when it is partly paid), PAID, EXPIRED (overdue) or CANCELLED, and what was paid. "
                + "Parameters come from the JSON body or from the query string; a parameter named in the body wins. " + Wrong
                + (method == HttpMethods.Get ? "" : " The documented method is GET; POST is for systems that cannot send a body with it."))
        .AsksForBill()
        .Takes("application/json", "JSON body", BillExamples.BillRequest)
        .Answers(StatusCodes.Status200OK, "A bill", BillExamples.Inquired)
        .Answers(StatusCodes.Status200OK, "No such bill", BillExamples.NoBill)
        .AnswersFaults(BillExamples.InquireOnly, "Another method than GET and POST");

    public static RouteHandlerBuilder DescribeCancel(this RouteHandlerBuilder call) => call
        .Says("Cancel Billing", "Cancels a bill for which nothing was paid, also an overdue one. " + Wrong)
        .AsksForBill()
        .Takes("application/json", "JSON body", BillExamples.BillRequest)
        .Answers(StatusCodes.Status200OK, "The bill is cancelled", BillExamples.Cancelled)
        .Answers(StatusCodes.Status200OK, "Something was paid", BillExamples.NotCancellable)
        .Answers(StatusCodes.Status200OK, "No such bill", BillExamples.NoBill)
        .AnswersFaults(BillExamples.CancelOnly, "Another method than POST");

    private static RouteHandlerBuilder AsksForBill(this RouteHandlerBuilder call) => call
        .Asks("service_id", true, "The number of the credential on the page API access.", "1")
        .Asks("billing_id", true, "As Create Billing answered it.", "1051")
        .Asks("transaction_number", true, "As it was given to Create Billing.", "145398922822777")
        .Asks("signature", true, SignatureText, "ed81b249baabe3a8811ee991e80f1c8c5cc833cb");

    private static RouteHandlerBuilder AnswersFaults(this RouteHandlerBuilder call, string otherMethod, string methods) => call
        .Answers(StatusCodes.Status200OK, "A parameter is missing or wrong", BillExamples.BadParameter)
        .Answers(StatusCodes.Status200OK, "Wrong or revoked signature", BillExamples.WrongSignature)
        .Answers(StatusCodes.Status200OK, "More than 30 wrong signatures a minute", BillExamples.TooMany)
        .Answers(StatusCodes.Status200OK, "Body that is not a JSON object", BillExamples.NotJson)
        .Answers(StatusCodes.Status200OK, "Body over 64 kB", BillExamples.TooLarge)
        .Answers(StatusCodes.Status405MethodNotAllowed, methods, otherMethod)
        .Answers(StatusCodes.Status500InternalServerError, "A failure of the server", BillExamples.Failure);
}
