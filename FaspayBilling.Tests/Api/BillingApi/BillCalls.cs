using System.Text.Json;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api.BillingApi;

/// <summary>A merchant's system that makes bills over HTTP, as FPY of the demo.</summary>
internal sealed class BillCalls(TestWeb web) : IDisposable
{
    public const string Create = "/billingbackendapi/web/api/create";
    public const string Inquire = "/billingbackendapi/web/api/inquire";
    public const string Cancel = "/billingbackendapi/web/api/cancel";

    private readonly BillingSystem http = new(web);

    /// <summary>Parameters of Create that are answered with 00.</summary>
    public static Dictionary<string, object?> Bill(string transaction = "145398922822777") => Signed(transaction, new()
    {
        ["billing_total"] = "10000",
        ["customer_name"] = "Budi Santoso",
        ["customer_email"] = "budi@pelanggan.example",
        ["customer_phone"] = "087884398009",
    });

    /// <summary>Parameters of Inquire and Cancel.</summary>
    public static Dictionary<string, object?> Of(object? billingId, string transaction = "145398922822777") =>
        Signed(transaction, new() { ["billing_id"] = billingId });

    public Task<BillReply> CreateAsync(Dictionary<string, object?> call) => PostAsync(Create, call);

    public Task<BillReply> CancelAsync(Dictionary<string, object?> call) => PostAsync(Cancel, call);

    public Task<BillReply> InquireAsync(Dictionary<string, object?> call) =>
        SendAsync(HttpMethod.Get, Inquire, JsonSerializer.SerializeToUtf8Bytes(call));

    public Task<BillReply> PostAsync(string path, Dictionary<string, object?> call) =>
        SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(call));

    public async Task<BillReply> SendAsync(HttpMethod method, string path, byte[]? body = null, string query = "")
    {
        var reply = await http.SendAsync(query, body, method, path);
        return new BillReply(reply.Status, reply.Body, reply.Headers);
    }

    public void Dispose() => http.Dispose();

    private static Dictionary<string, object?> Signed(string transaction, Dictionary<string, object?> call)
    {
        call["service_id"] = "1";
        call["transaction_number"] = transaction;
        call["signature"] = BillingSignature.Of(DemoAccess.Username, DemoAccess.ApiPassword, transaction);
        return call;
    }
}

/// <summary>What came back.</summary>
internal sealed record BillReply(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Code => Json.GetProperty("response_code").GetString()!;

    public string Message => Json.GetProperty("response_message").GetString()!;

    public IEnumerable<string> Names => Json.EnumerateObject().Select(p => p.Name);

    public JsonElement this[string field] => Json.GetProperty(field);
}
