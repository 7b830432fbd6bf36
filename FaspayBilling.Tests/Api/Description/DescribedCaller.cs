using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api.Description;

/// <summary>Calls operations by their name, as a generated client does, and holds what comes back against the document.</summary>
internal sealed class DescribedCaller(TestWeb web, DescribedApi api) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(web.Address) };

    public DescribedApi Api => api;

    public string? Token { get; set; }

    public HashSet<string> Called { get; } = [];

    /// <summary>Sends a body, a query string, or what the parameters' own examples say, and answers the JSON that came.</summary>
    public async Task<JsonNode?> SendAsync(
        string operation, JsonObject? body = null, int status = 200, JsonObject? query = null, string? path = null, bool byBody = false)
    {
        var call = api.Call(operation);
        var address = Address(call, byBody ? new JsonObject() : query, path);
        using var request = new HttpRequestMessage(new HttpMethod(call.Method.ToUpperInvariant()), address);
        if (body is { Count: > 0 } && call.Requests is [var kind, ..])
        {
            request.Content = kind.Name.EndsWith("form-urlencoded", StringComparison.Ordinal)
                ? new FormUrlEncodedContent(body.Select(f => KeyValuePair.Create(f.Key, $"{f.Value}")))
                : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        if (Token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        }

        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).Should().Be(status, $"{operation} answered {text}");
        api.Problems(call.Answer(status).GetProperty("schema"), JsonDocument.Parse(text).RootElement)
            .Should().BeEmpty($"{operation} answered {text}");
        answer.Headers.Contains("correlationId").Should().BeTrue();
        Called.Add(operation);
        return JsonNode.Parse(text);
    }

    public void Dispose() => http.Dispose();

    private static string Address(DescribedCall call, JsonObject? query, string? path)
    {
        var parameters = call.Json.TryGetProperty("parameters", out var all) ? [.. all.EnumerateArray()] : new List<JsonElement>();
        string Example(JsonElement parameter) => parameter.GetProperty("example").ToString();
        var at = parameters.Where(p => p.GetProperty("in").GetString() == "path")
            .Aggregate(call.Path, (a, p) => a.Replace($"{{{p.GetProperty("name")}}}", path ?? Example(p), StringComparison.Ordinal));
        var asked = query?.Select(q => (q.Key, Value: $"{q.Value}"))
            ?? parameters.Where(p => p.TryGetProperty("required", out var needed) && needed.GetBoolean())
                .Where(p => p.GetProperty("in").GetString() == "query")
                .Select(p => (Key: p.GetProperty("name").ToString(), Value: Example(p)));
        return $"{at}?{string.Join('&', asked.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}"))}";
    }
}
