using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>What the calls of the billing API say of themselves.</summary>
internal static class BillingDescriptions
{
    private const string Wrong = "What is wrong is answered with HTTP 200, response_code 01 and a message that begins with the parameter.";

    private const string AlsoQuery =
        "Parameters may come in the query string instead of the JSON body; a parameter named in the body wins. ";

    public static RouteHandlerBuilder DescribeList(this RouteHandlerBuilder call) => call
        .Says(
            "Get List Invoice",
            ApiSignIn.Signature,
            "The invoices of the merchant whose credential signed the call, by invoice date, due date and number, 100 a page. "
                + "Parameters come from the query string, or all of them from the JSON body of the GET; a parameter named in the "
                + "body wins over the query string. "
                + Wrong)
        .Asks(
            "signature", true, BillingSchemas.Signature, "Lower-case hex of SHA1(MD5(username + password)).", ExampleValues.ListSignature)
        .Asks("page", true, ApiSchema.Whole with { Least = 1 }, "From 1.", "1")
        .Asks(
            "start_period", true, BillingSchemas.Day, "First invoice date, included: yyyy-MM-dd, with or without a time.", "2023-02-01")
        .Asks("end_period", true, BillingSchemas.Day, "Last invoice date, included.", "2023-04-30")
        .Asks(
            "status",
            true,
            ApiSchema.Like(BillingSchemas.Statuses.Pattern!),
            "0 Draft, 1 Unpaid, 2 Paid, 3 Cancelled, 4 Overdue, 5 Partial Paid, 7 Proforma; several joined by commas.",
            "0,2")
        .Asks("customer_id", false, ApiSchema.Whole with { Least = 1 }, "Only this customer.", "66")
        .Asks("due_date", false, BillingSchemas.Day, "Only invoices due on this day in Jakarta.", "2023-03-09")
        .Takes(BillingSchemas.ListRequest, "JSON body", BillingExamples.Request)
        .AnswersList("Invoices", BillingExamples.Invoices)
        .AnswersList("No invoices", BillingExamples.NoInvoices)
        .AnswersList("A parameter is missing or wrong", BillingExamples.BadParameter)
        .AnswersList("Wrong or revoked signature", BillingExamples.WrongSignature)
        .AnswersList("More than 30 wrong signatures a minute", BillingExamples.TooMany)
        .AnswersList("Body that is not a JSON object", BillingExamples.NotJson)
        .AnswersList("Body over 64 kB", BillingExamples.TooLarge)
        .AnswersList("Another method than GET", BillingExamples.OtherMethod, StatusCodes.Status405MethodNotAllowed)
        .AnswersList("A failure of the server", BillingExamples.Failure, StatusCodes.Status500InternalServerError)
        .AnswersList("The database does not answer", BillingExamples.Unavailable, StatusCodes.Status503ServiceUnavailable);

    public static RouteHandlerBuilder DescribeCreate(this RouteHandlerBuilder call) => call
        .Says(
            "Create Billing",
            ApiSignIn.Signature,
            "Makes a bill, issues it and mails it to the customer, and answers the address of its bill page. "
                + "The same request with the same transaction_number answers the same bill; another request with it is refused. "
                + "Numbers may be sent as texts or numbers, moments are Jakarta's clock as yyyy-MM-dd HH:mm:ss. "
                + "Without items the bill has one line. "
                + "The customer is the one of that name and e-mail address, or a new one. "
                + AlsoQuery
                + Wrong)
        .Takes(BillingSchemas.CreateRequest, "JSON body", BillExamples.CreateRequest)
        .Takes(BillingSchemas.CreateRequest, "Only what is mandatory", BillExamples.SmallRequest)
        .Answers(
            StatusCodes.Status200OK, BillingSchemas.Created, "The bill was made, or the same request came before", BillExamples.Created)
        .Refuses("Another request with this transaction_number", BillExamples.OtherRequest)
        .Refuses("The items do not come to the total", BillExamples.ItemsDiffer)
        .RefusesFaults(BillExamples.CreateOnly, "Another method than POST")
        .RefusesUnknown();

    public static RouteHandlerBuilder DescribeInquire(this RouteHandlerBuilder call) => call
        .Says(
            "Inquiry Billing",
            ApiSignIn.Signature,
            "Where a bill stands: UNPAID (also when it is partly paid), PAID, EXPIRED (overdue) or CANCELLED, and what was paid. "
                + "Parameters come from the query string, or all of them from the JSON body of the GET; a parameter named in the "
                + "body wins over the query string. "
                + Wrong)
        .Asks("service_id", true, ApiSchema.Whole with { Least = 1 }, "The number of the credential on the page API access.", "1")
        .Asks("billing_id", true, ApiSchema.Whole with { Least = 1 }, "As Create Billing answered it.", "1051")
        .Asks(
            "transaction_number", true, ApiSchema.Like(BillingSchemas.TransactionNumber.Pattern!), "As it was given to Create Billing.",
            ExampleValues.Transaction)
        .Asks(
            "signature",
            true,
            BillingSchemas.Signature,
            "Lower-case hex of SHA1(MD5(username + password + transaction_number)), SHA1 over the hex text of the MD5.",
            ExampleValues.TransactionSignature)
        .AnswersInquiry();

    public static RouteHandlerBuilder DescribeInquireByPost(this RouteHandlerBuilder call) => call
        .Says(
            "Inquiry Billing (POST)",
            ApiSignIn.Signature,
            "The same as Inquiry Billing. The documented method is GET; POST is for systems that cannot send a body with it. "
                + AlsoQuery
                + Wrong)
        .AnswersInquiry();

    public static RouteHandlerBuilder DescribeCancel(this RouteHandlerBuilder call) => call
        .Says(
            "Cancel Billing",
            ApiSignIn.Signature,
            "Cancels a bill for which nothing was paid, also an overdue one. " + AlsoQuery + Wrong)
        .Takes(BillingSchemas.BillReference, "JSON body", BillExamples.BillRequest)
        .Answers(StatusCodes.Status200OK, BillingSchemas.Cancelled, "The bill is cancelled", BillExamples.Cancelled)
        .Refuses("Something was paid", BillExamples.NotCancellable)
        .Refuses("No such bill", BillExamples.NoBill)
        .RefusesFaults(BillExamples.CancelOnly, "Another method than POST")
        .RefusesUnknown();

    private static RouteHandlerBuilder AnswersInquiry(this RouteHandlerBuilder call) => call
        .Takes(BillingSchemas.BillReference, "JSON body", BillExamples.BillRequest)
        .Answers(StatusCodes.Status200OK, BillingSchemas.Inquired, "A bill", BillExamples.Inquired)
        .Refuses("No such bill", BillExamples.NoBill)
        .RefusesFaults(BillExamples.InquireOnly, "Another method than GET and POST");

    private static RouteHandlerBuilder AnswersList(
        this RouteHandlerBuilder call, string name, string json, int status = StatusCodes.Status200OK) =>
        call.Answers(status, BillingSchemas.Invoices, name, json);

    private static RouteHandlerBuilder Refuses(
        this RouteHandlerBuilder call, string name, string json, int status = StatusCodes.Status200OK) =>
        call.Answers(status, BillingSchemas.Refused, name, json);

    private static RouteHandlerBuilder RefusesFaults(this RouteHandlerBuilder call, string otherMethod, string methods) => call
        .Refuses("A parameter is missing or wrong", BillExamples.BadParameter)
        .Refuses("Wrong or revoked signature", BillExamples.WrongSignature)
        .Refuses("More than 30 wrong signatures a minute", BillExamples.TooMany)
        .Refuses("Body that is not a JSON object", BillExamples.NotJson)
        .Refuses("Body over 64 kB", BillExamples.TooLarge)
        .Refuses(methods, otherMethod, StatusCodes.Status405MethodNotAllowed)
        .Refuses("A failure of the server", BillExamples.Failure, StatusCodes.Status500InternalServerError)
        .Refuses("The database does not answer", BillExamples.Unavailable, StatusCodes.Status503ServiceUnavailable);

    // Only what writes can have been done although it is not answered.
    private static RouteHandlerBuilder RefusesUnknown(this RouteHandlerBuilder call) => call.Refuses(
        "The database went away while it was saved", BillExamples.UnavailableUnknown, StatusCodes.Status503ServiceUnavailable);
}
