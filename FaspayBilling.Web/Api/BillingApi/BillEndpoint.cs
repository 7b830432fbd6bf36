using System.Text.Json.Nodes;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.BillingApi;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>Create, Inquire and Cancel (docs/sources/faspay.md 39 to 41).</summary>
internal sealed class BillEndpoint(CreateBill create, InquireBill inquire, CancelBill cancel, BillingApiPipeline reception)
{
    public Task CreateAsync(HttpContext http) => ReceiveAsync(http, async (fields, stop) =>
    {
        var (signed, request) = (BillParameters.Signed(fields), BillParameters.Request(fields));
        return fields.Fault is null ? Worded(await create.HandleAsync(signed, request, stop), BillAnswer.Created) : Faulty;
    });

    public Task InquireAsync(HttpContext http) => ReceiveAsync(http, async (fields, stop) =>
    {
        var (signed, id) = (BillParameters.Signed(fields), BillParameters.BillId(fields));
        return fields.Fault is null ? Worded(await inquire.HandleAsync(signed, id, stop), BillAnswer.Inquired) : Faulty;
    });

    public Task CancelAsync(HttpContext http) => ReceiveAsync(http, async (fields, stop) =>
    {
        var (signed, id) = (BillParameters.Signed(fields), BillParameters.BillId(fields));
        return fields.Fault is null ? Worded(await cancel.HandleAsync(signed, id, stop), BillAnswer.Cancelled) : Faulty;
    });

    // The reception words the fault itself.
    private static Outcome<JsonObject> Faulty => BillAnswer.Refused("");

    private static Outcome<JsonObject> Worded(Outcome<ApiBill> outcome, Func<ApiBill, JsonObject> words) =>
        outcome.Ok ? words(outcome.Value) : outcome.Refusal!;

    private Task ReceiveAsync(HttpContext http, Func<BillingFields, CancellationToken, Task<Outcome<JsonObject>>> answer) =>
        reception.ReceiveAsync(http, BillJson.Default.JsonObject, BillAnswer.Refused, fields => answer(fields, http.RequestAborted));
}
