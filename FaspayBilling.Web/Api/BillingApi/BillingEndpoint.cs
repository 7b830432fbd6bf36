using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.BillingApi;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>Get List Invoice.</summary>
internal sealed class BillingEndpoint(ListInvoicesForApi list, BillingApiPipeline reception)
{
    public Task HandleAsync(HttpContext http) =>
        reception.ReceiveAsync(
            http, BillingJson.Default.BillingAnswer, BillingAnswer.Refused, fields => AnswerAsync(fields, http.RequestAborted));

    /// <summary>Everything else below the API's address: another path, or another method.</summary>
    public static Task NothingHereAsync(HttpContext http)
    {
        BillingApiPipeline.Correlate(http);
        if (BillingApiRegistration.MethodsOf(http.Request.Path) is not { } methods)
        {
            return BillingApiPipeline.WriteAsync(
                http,
                StatusCodes.Status404NotFound,
                BillingAnswer.Refused("Nothing is answered at this address; /docs/api shows those of the billing API"),
                BillingJson.Default.BillingAnswer);
        }

        http.Response.Headers.Allow = methods;
        var message = $"Only {methods} {http.Request.Path} is answered here";
        return BillingApiRegistration.IsList(http.Request.Path)
            ? BillingApiPipeline.WriteAsync(
                http, StatusCodes.Status405MethodNotAllowed, BillingAnswer.Refused(message), BillingJson.Default.BillingAnswer)
            : BillingApiPipeline.WriteAsync(
                http, StatusCodes.Status405MethodNotAllowed, BillAnswer.Refused(message), BillJson.Default.JsonObject);
    }

    private async Task<Outcome<BillingAnswer>> AnswerAsync(BillingFields fields, CancellationToken stop)
    {
        var (signature, query) = BillingParameters.Read(fields);
        if (fields.Fault is not null)
        {
            return BillingAnswer.Refused("");
        }

        var found = await list.HandleAsync(signature, query, stop);
        if (!found.Ok)
        {
            return found.Refusal!;
        }

        var page = found.Value;
        var number = query.Page.ToString(CultureInfo.InvariantCulture);
        return new BillingAnswer(
            number, page.Pages, page.Total, BillingAnswer.Success, BillingWire.Rows(page.Rows), "Success get billing");
    }
}
