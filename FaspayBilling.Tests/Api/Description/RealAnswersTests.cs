using System.Text.Json;
using System.Text.Json.Nodes;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api.Description;

/// <summary>The document against the running product: its examples are sent, and what comes back fits.</summary>
public sealed class RealAnswersTests
{
    private const string OtherDocument = "DEMOTOREJECT00000000000002";

    [Fact]
    public async Task Every_operation_is_called_with_its_examples_and_answers_as_described()
    {
        await using var web = TestWeb.WithDemo();
        using var caller = new DescribedCaller(web, await DescribedApi.ReadAsync(web));
        var api = caller.Api;

        await caller.SendAsync("listInvoices");
        foreach (var (_, example) in DescribedCall.Examples(api.Call("createBill").Requests[0].Value))
        {
            var made = await caller.SendAsync("createBill", (JsonObject)JsonNode.Parse(example.GetRawText())!);
            var bill = Example(api, "cancelBill");
            (bill["billing_id"], bill["transaction_number"], bill["signature"]) =
                ($"{made!["billing_id"]}", $"{made["transaction_number"]}", $"{example.GetProperty("signature")}");
            await caller.SendAsync("inquireBill", query: bill);
            await caller.SendAsync("inquireBillByPost", bill);
            await caller.SendAsync("cancelBill", bill);
            await caller.SendAsync("createBill", new JsonObject());
            await caller.SendAsync("cancelBill", Example(api, "cancelBill"));
        }

        var token = await caller.SendAsync("requestToken", Example(api, "requestToken"));
        caller.Token = $"{token!["access_token"]}";
        await caller.SendAsync("getDocumentDetails");
        await caller.SendAsync("listRecentDocuments");
        await caller.SendAsync("listRecentDocuments", status: 400, query: new() { ["pageSize"] = "101" });
        await caller.SendAsync("listDocumentTypes");
        await caller.SendAsync("getDocumentType");
        await caller.SendAsync("getDocumentType", status: 404, path: "9");
        await caller.SendAsync("changeDocumentState", Example(api, "changeDocumentState"));
        await caller.SendAsync("getDocumentDetails");
        await caller.SendAsync("listNotifications");
        await caller.SendAsync("changeDocumentState", Example(api, "changeDocumentState"), status: 400);
        await caller.SendAsync(
            "changeDocumentState", Example(api, "changeDocumentState", 1), status: 403, path: OtherDocument);
        await caller.SendAsync("getDocumentDetails", status: 404, path: new string('A', 26));
        await caller.SendAsync("requestToken", new JsonObject { ["client_id"] = "x" }, status: 400);
        caller.Token = "x";
        foreach (var call in api.Calls.Where(c => c.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            await caller.SendAsync(call.Operation, Example(api, call.Operation), status: 401);
        }

        caller.Called.Should().BeEquivalentTo(api.Calls.Select(c => c.Operation));
    }

    [Fact]
    public async Task A_value_that_may_be_a_number_or_a_text_is_taken_as_both()
    {
        await using var web = TestWeb.WithDemo();
        using var caller = new DescribedCaller(web, await DescribedApi.ReadAsync(web));
        var tried = new List<string>();
        var bill = $"{(await caller.SendAsync("createBill", Example(caller.Api, "createBill")))!["billing_id"]}";

        foreach (var operation in new[] { "listInvoices", "createBill", "inquireBillByPost", "cancelBill" })
        {
            var name = caller.Api.Call(operation).Requests[0].Value.GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
            foreach (var field in Both(caller.Api.Schemas[name]))
            {
                var body = Example(caller.Api, operation);
                foreach (var value in Forms(field == "billing_id" ? bill : body[field] ?? "1"))
                {
                    var sent = (JsonObject)body.DeepClone();
                    if (sent.ContainsKey("billing_id"))
                    {
                        sent["billing_id"] = bill;
                    }

                    sent[field] = value;
                    var answer = await caller.SendAsync(operation, sent, byBody: true);
                    $"{answer!["message"] ?? answer["response_message"]}".Should()
                        .NotContain(":", $"{operation} takes {field} as {value.ToJsonString()}");
                    tried.Add($"{operation} {field}");
                }
            }
        }

        tried.Distinct().Should().HaveCount(12);
    }

    [Fact]
    public async Task The_amounts_of_items_are_taken_as_numbers_too()
    {
        await using var web = TestWeb.WithDemo();
        using var caller = new DescribedCaller(web, await DescribedApi.ReadAsync(web));
        var body = Example(caller.Api, "createBill");
        body["items"] = JsonNode.Parse(
            """
            [
              { "item_name": "Chicken", "qty": 2, "item_amount": 2500.5 },
              { "item_name": "Duck", "qty": 1.0, "item_amount": "4999" }
            ]
            """);

        var answer = await caller.SendAsync("createBill", body);

        $"{answer!["response_code"]}".Should().Be("00");
    }

    private static JsonObject Example(DescribedApi api, string operation, int number = 0) => api.Call(operation).Requests is [var body, ..]
        ? (JsonObject)JsonNode.Parse(DescribedCall.Examples(body.Value).ElementAt(number).Value.GetRawText())!
        : new JsonObject();

    private static IEnumerable<string> Both(JsonElement schema) =>
        from field in schema.GetProperty("properties").EnumerateObject()
        where field.Value.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.Array
            && type.EnumerateArray().Any(t => t.GetString() is "integer" or "number")
        select field.Name;

    private static IEnumerable<JsonNode> Forms(JsonNode value) =>
        [JsonValue.Create($"{value}")!, JsonNode.Parse($"{value}".Split(',')[0])!];
}
