using System.Text.Json;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api.Description;

/// <summary>The OpenAPI document of a running product, as a program reads it.</summary>
internal sealed record DescribedApi(string Text, JsonElement Document)
{
    public IReadOnlyList<DescribedCall> Calls =>
        [
            .. from path in Document.GetProperty("paths").EnumerateObject()
               from call in path.Value.EnumerateObject()
               select new DescribedCall(path.Name, call.Name, call.Value),
        ];

    public IReadOnlyDictionary<string, JsonElement> Schemas =>
        Document.GetProperty("components").GetProperty("schemas").EnumerateObject().ToDictionary(s => s.Name, s => s.Value);

    /// <summary>Reads it straight, or through a proxy at the site's own address.</summary>
    public static async Task<DescribedApi> ReadAsync(TestWeb web, string? site = null)
    {
        using var http = site is null
            ? new HttpClient { BaseAddress = new Uri(web.Address) }
            : new HttpClient(new TlsProxy(web.Address)) { BaseAddress = new Uri(site) };
        var text = await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        return new DescribedApi(text, JsonDocument.Parse(text).RootElement);
    }

    public DescribedCall Call(string operation) => Calls.Single(c => c.Operation == operation);

    /// <summary>What is wrong with a value, seen from a schema of the document.</summary>
    public IReadOnlyList<string> Problems(JsonElement schema, JsonElement value) => new SchemaCheck(Document).Problems(schema, value);
}

/// <summary>One call of the document.</summary>
internal sealed record DescribedCall(string Path, string Method, JsonElement Json)
{
    public string Operation => Json.GetProperty("operationId").GetString()!;

    /// <summary>The kinds of body that a request may have.</summary>
    public IReadOnlyList<JsonProperty> Requests =>
        Json.TryGetProperty("requestBody", out var body) ? [.. body.GetProperty("content").EnumerateObject()] : [];

    public JsonElement Answer(int status) =>
        Json.GetProperty("responses").GetProperty($"{status}").GetProperty("content").GetProperty("application/json");

    /// <summary>Request and answers: everything that has a schema and examples.</summary>
    public IEnumerable<JsonElement> Contents() =>
        Requests.Select(r => r.Value).Concat(
            Json.GetProperty("responses").EnumerateObject().Select(a => a.Value.GetProperty("content").GetProperty("application/json")));

    public static IEnumerable<(string Name, JsonElement Value)> Examples(JsonElement content) =>
        content.GetProperty("examples").EnumerateObject().Select(e => (e.Name, e.Value.GetProperty("value")));
}
