using System.Text;
using System.Text.Json;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api.BillingApi;

/// <summary>A merchant's system that calls Get List Invoice over HTTP and follows no redirect.</summary>
internal sealed class BillingSystem(TestWeb web) : IDisposable
{
    public const string Path = "/billingbackendapi/web/billing/get-all-billing";

    private readonly HttpClient http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(web.Address) };

    /// <summary>Parameters that are answered with 00.</summary>
    public static Dictionary<string, object?> Call(string username, string password) => new()
    {
        ["signature"] = BillingSignature.Of(username, password),
        ["page"] = "1",
        ["start_period"] = "2023-02-01",
        ["end_period"] = "2023-04-30",
        ["status"] = "0,2",
    };

    public Task<BillingReply> AskAsync(Dictionary<string, object?> parameters) =>
        SendAsync(body: JsonSerializer.SerializeToUtf8Bytes(parameters));

    public Task<BillingReply> AskAsync(string body) => SendAsync(body: Encoding.UTF8.GetBytes(body));

    public Task<BillingReply> AskByQueryAsync(Dictionary<string, object?> parameters) =>
        SendAsync(query: "?" + string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value?.ToString() ?? "")}")));

    public async Task<BillingReply> SendAsync(string query = "", byte[]? body = null, HttpMethod? method = null, string path = Path)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path + query);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }

        using var answer = await http.SendAsync(request);
        return new BillingReply(
            (int)answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.Concat(answer.Content.Headers)
                .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record BillingReply(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Code => Json.GetProperty("response_code").GetString()!;

    public string Message => Json.GetProperty("message").GetString()!;

    public IReadOnlyList<JsonElement> Data => [.. Json.GetProperty("data").EnumerateArray()];

    /// <summary>One field of all rows, as text.</summary>
    public IReadOnlyList<string> All(string field) => [.. Data.Select(row => row.GetProperty(field).ToString())];
}
