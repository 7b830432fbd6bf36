using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Api;
using FaspayBilling.Tests.Api.BillingApi;
using FaspayBilling.Tests.Api.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Demo;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Attacks;

/// <summary>
/// Whatever is sent to the documented APIs is answered in the documented shape, in few bytes, and with nothing of another merchant. What
/// each known mistake is told is in MalformedRequestsTests, BadBillingCallTests and BillApiTests.
/// </summary>
public sealed class ApiInputsTests
{
    // A page of 100 documents has some 80 kB.
    private const int MostBytes = 128 * 1024;
    private const string Secret = "Rahasia of X9X";

    private static readonly string[] Parameters =
    [
        "pageNo", "pageSize", "status", "documentType", "InvoiceDirection", "issuerTin", "receiverTin", "issueDateFrom", "issueDateTo",
        "submissionDateFrom", "submissionDateTo", "type", "language", "dateFrom", "dateTo",
    ];

    private static readonly string[] Numbers =
        ["-1", "0", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "99999999999999999999", "1e9", "0x10", "%00", "１"];

    [Fact]
    public async Task The_document_API_answers_everything_as_documented()
    {
        await using var api = await TestApi.MakeAsync();
        var foreign = await api.X9x.InvoiceAsync(
            also: i => i.With((nameof(Invoice.CustomerName), Secret), (nameof(Invoice.Subject), Secret)));
        var inputs = new HostileJson(20_261_116);
        var wrong = new List<string>();

        for (var i = 0; i < AttackCount.Inputs; i++)
        {
            // A new client each time: calls are counted by the minute, and the clock stands.
            var token = await api.TokenOfAsync(api.Fpy);
            var id = inputs.Pick(3) switch
            {
                0 => foreign.DocumentId!,
                1 => (await api.DocumentAsync()).DocumentId!,
                _ => Uri.EscapeDataString(inputs.Word()),
            };
            var (sent, reply) = i % 3 == 0 ? await ReadAsync(api, token, id, inputs) : await PutAsync(api, token, id, inputs);
            if (WhyWrong(reply) is { } why)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"input {i}, {sent}: {why}"));
            }
        }

        wrong.Should().BeEmpty();
        var stored = await api.Db.StoredAsync(foreign);
        (stored.Status, stored.Version).Should().Be((foreign.Status, foreign.Version));
    }

    [Fact]
    public async Task The_token_endpoint_breaks_on_nothing()
    {
        await using var api = await TestApi.MakeAsync();
        var inputs = new HostileJson(20_261_117);
        var wrong = new List<string>();

        for (var i = 0; i < AttackCount.Inputs; i++)
        {
            var body = inputs.Body(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["client_id"] = "FPY-erp", ["client_secret"] = "x", ["grant_type"] = "client_credentials", ["scope"] = "InvoicingAPI",
            });
            var form = $"client_id={inputs.Word()}&client_secret={inputs.Word()}&grant_type={inputs.Word()}";
            var text = i % 2 == 0 ? body : Encoding.UTF8.GetBytes(form);
            var type = i % 2 == 0 ? inputs.ContentType() : "application/x-www-form-urlencoded";
            var (status, _, answer) = await SendAsync(api.Http, HttpMethod.Post, "/connect/token", text, type, i);
            if (status is < 400 or >= 500 || answer.Length > MostBytes || !IsObject(answer))
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"input {i}, {Shown(text)}: {status} {answer}"));
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task The_billing_API_answers_everything_as_documented()
    {
        await using var web = TestWeb.WithDemo(clock: Given.Clock());
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(web.Address),
        };
        var inputs = new HostileJson(20_261_118);
        var wrong = new List<string>();
        var good = 0;

        // Numbers do not tell: some of the documented invoices of this merchant carry the other's code.
        var foreign = await web.ReadAsync(db => db.Set<Customer>()
            .Where(c => db.Set<Merchant>().Any(m => m.Id == c.MerchantId && m.Code == DemoContent.OtherMerchantCode))
            .Select(c => c.Name)
            .ToListAsync());

        for (var i = 0; i < AttackCount.Inputs; i++)
        {
            var (method, path, call) = Call(i);
            var body = i % 7 == 6 ? null : inputs.Body(call);
            var query = body is null || i % 11 == 0 ? Query(call, inputs) : "";
            var (status, type, answer) = await SendAsync(http, method, path + query, body, inputs.ContentType(), i);
            if (status != 200 || type != "application/json" || answer.Length > MostBytes || !IsBilling(answer)
                || foreign.Exists(name => answer.Contains(name, StringComparison.Ordinal)))
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"input {i}, {path}{query} {Shown(body)}: {status} {answer}"));
            }

            good += answer.Contains("\"00\"", StringComparison.Ordinal) ? 1 : 0;
        }

        wrong.Should().BeEmpty();

        foreign.Should().NotBeEmpty();

        // Were everything refused at the door, nothing behind it would be tried.
        good.Should().BePositive();
    }

    private static (HttpMethod Method, string Path, Dictionary<string, object?> Call) Call(int i) => (i % 4) switch
    {
        0 => (HttpMethod.Get, BillingSystem.Path, BillingSystem.Call(DemoAccess.Username, DemoAccess.ApiPassword)),
        1 => (HttpMethod.Post, BillCalls.Create, BillCalls.Bill(string.Create(CultureInfo.InvariantCulture, $"{700_000 + i}"))),
        2 => (i % 8 == 2 ? HttpMethod.Get : HttpMethod.Post, BillCalls.Inquire, BillCalls.Of(i)),
        _ => (HttpMethod.Post, BillCalls.Cancel, BillCalls.Of(i)),
    };

    private static string Query(Dictionary<string, object?> call, HostileJson inputs)
    {
        var keys = call.Keys.ToList();
        var changed = keys[inputs.Pick(keys.Count)];
        return "?" + string.Join('&', keys.Select(k => $"{k}={(k == changed ? Hostile(inputs) : Uri.EscapeDataString($"{call[k]}"))}"));
    }

    private static string Hostile(HostileJson inputs) =>
        inputs.Pick(2) == 0 ? Numbers[inputs.Pick(Numbers.Length)] : Uri.EscapeDataString(inputs.Word());

    private static async Task<(string Sent, ApiReply Reply)> ReadAsync(TestApi api, string token, string id, HostileJson inputs)
    {
        var asked = $"{Parameters[inputs.Pick(Parameters.Length)]}={Hostile(inputs)}";
        var path = inputs.Pick(4) switch
        {
            0 => $"/documents/{id}/details",
            1 => $"/documents/recent?{asked}",
            2 => $"/notifications/taxpayer?{asked}",
            _ => $"/documenttypes/{id}",
        };
        return (path, await api.GetAsync(token, path));
    }

    private static async Task<(string Sent, ApiReply Reply)> PutAsync(TestApi api, string token, string id, HostileJson inputs)
    {
        var body = inputs.Body(new Dictionary<string, object?>(StringComparer.Ordinal) { ["status"] = "cancelled", ["reason"] = "wrong" });
        var key = inputs.Pick(5) == 0 ? string.Concat(inputs.Word().Where(c => c is >= ' ' and <= '~')) : null;
        var reply = await api.SendAsync(
            HttpMethod.Put, $"/api/v1.0/documents/state/{id}/state", token, body, inputs.ContentType(), key);
        return ($"{id} {Shown(body)}", reply);
    }

    private static string? WhyWrong(ApiReply reply)
    {
        if (reply.Status is not (200 or 400 or 403 or 404 or 422) || reply.Body.Length > MostBytes
            || reply.Body.Contains(Secret, StringComparison.Ordinal)
            || !reply.Headers.ContainsKey("correlationId")
            || !IsObject(reply.Body))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{reply.Status} {reply.Body}");
        }

        return reply.Status == 200 || (reply.Json.TryGetProperty("error", out var error) && error.TryGetProperty("details", out _))
            ? null
            : reply.Body;
    }

    private static bool IsBilling(string answer)
    {
        if (!IsObject(answer))
        {
            return false;
        }

        using var json = JsonDocument.Parse(answer);
        var root = json.RootElement;
        return root.TryGetProperty("response_code", out var code)
            && (root.TryGetProperty("message", out var message) || root.TryGetProperty("response_message", out message))
            && code.GetString() is "00" or "01"
            && message.GetString() is { Length: > 0 and <= 255 };
    }

    private static bool IsObject(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<(int Status, string? Type, string Answer)> SendAsync(
        HttpClient http, HttpMethod method, string path, byte[]? body, string type, int i)
    {
        using var request = new HttpRequestMessage(method, path);

        // From another address each: wrong secrets and signatures are counted by the address.
        var network = string.Create(CultureInfo.InvariantCulture, $"10.{i / 65_536}.{i / 256 % 256}.{i % 256}");
        request.Headers.Add(CallerAddress.Header, network);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }

    private static string Shown(byte[]? body) =>
        body is null ? "nothing" : Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, 300));
}
