namespace FaspayBilling.Web.Api;

/// <summary>Faspay's billing API: its services and its address. Signatures are its sign-in, so cookies and antiforgery stay out.</summary>
internal static class BillingApi
{
    public const string Path = "/billingbackendapi/web/billing/get-all-billing";

    public static IServiceCollection AddBillingApi(this IServiceCollection services) => services.AddSingleton<WrongSignatures>().AddSingleton<BillingEndpoint>();

    public static void MapBillingApi(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous().DisableAntiforgery();
        open.MapGet(Path, (HttpContext http, BillingEndpoint billing) => billing.HandleAsync(http)).WithName("GetAllBilling").WithTags("Billing API").Describe();

        // Nothing under this address may end at the sign-in page.
        open.Map("/billingbackendapi/{**path}", BillingEndpoint.NothingHereAsync).ExcludeFromDescription();
    }

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder call) => call
        .Says("Get List Invoice", "The invoices of the merchant whose credential signed the call, by invoice date, due date and number, 100 a page. "
            + "Parameters come from the JSON body of the GET, or from the query string; a parameter named in the body wins over the query string. "
            + "What is wrong is answered with HTTP 200, response_code 01 and a message that begins with the parameter.")
        .Asks("signature", true, "Lower-case hex of SHA1(MD5(username + password)).", "76816233c2b4e08a592f3b590c10d9e4b6c17a12")
        .Asks("page", true, "From 1.", "1")
        .Asks("start_period", true, "First invoice date, included: yyyy-MM-dd, with or without a time.", "2023-02-01")
        .Asks("end_period", true, "Last invoice date, included.", "2023-04-30")
        .Asks("status", true, "0 Draft, 1 Unpaid, 2 Paid, 3 Cancelled, 4 Overdue, 5 Partial Paid, 7 Proforma; several joined by commas.", "0,2")
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
        .Answers(StatusCodes.Status405MethodNotAllowed, "Another method than GET", BillingExamples.NothingHere)
        .Answers(StatusCodes.Status500InternalServerError, "A failure of the server", BillingExamples.Failure);
}
