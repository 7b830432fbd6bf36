using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Api.DocumentApi;

/// <summary>The document API over HTTP: issuer FPY, receiver T8V, stranger X9X, intermediary AGN; each with a client.</summary>
public sealed class TestApi : IAsyncDisposable
{
    private TestApi(TestDb db, TestWeb web, GivenMerchant fpy, GivenMerchant t8v, GivenMerchant x9x, GivenMerchant agent)
    {
        (Db, Web, Fpy, T8v, X9x, Agent) = (db, web, fpy, t8v, x9x, agent);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(web.Address)
        };
    }

    public TestDb Db { get; }

    public TestWeb Web { get; }

    public FakeTimeProvider Clock => Db.Clock;

    public HttpClient Http { get; }

    public GivenMerchant Fpy { get; }

    public GivenMerchant T8v { get; }

    public GivenMerchant X9x { get; }

    public GivenMerchant Agent { get; }

    public ApiClient AgentClient { get; private set; } = null!;

    public static async Task<TestApi> MakeAsync(FakeTimeProvider? clock = null)
    {
        var db = await TestDb.MakeAsync(clock: clock);
        var fpy = await db.Given.MerchantAsync("FPY", "022732101075000");
        var t8v = await db.Given.MerchantAsync("T8V", "0013825647609000");
        var x9x = await db.Given.MerchantAsync("X9X", "044444444444000");
        var agent = await db.Given.MerchantAsync("AGN", "055555555555000");
        foreach (var merchant in new[] { fpy, t8v, x9x })
        {
            await db.ClientAsync(merchant);
        }

        var agentClient = await db.ClientAsync(agent);
        var web = new TestWeb(new() { ["Database:Path"] = Path.Combine(db.Folder, "faspay.db") }, db.Clock);
        return new TestApi(db, web, fpy, t8v, x9x, agent) { AgentClient = agentClient };
    }

    /// <summary>An issued document of FPY for T8V, written with 15 digits where the merchant has 16.</summary>
    public async Task<Invoice> DocumentAsync(
        DocumentType type = DocumentType.Invoice, InvoiceStatus status = InvoiceStatus.Unpaid, long? refersTo = null)
    {
        var customer = await Fpy.CustomerAsync("PT T8V Indonesia", "013825647609000");
        var now = Clock.Now();
        return await Db.AddAsync(
            new TestInvoice
            {
                MerchantId = Fpy.Id,
                Number = $"INV-FPY-{Guid.NewGuid():N}"[..24],
                Type = type,
                RefersTo = refersTo,
                Date = JakartaCalendar.DayOf(now),
                Due = now.AddDays(30),
                Taxed = false,
                DocumentId = DocumentId.New(),
                Receiver = T8v.Id,
                Now = now,
            }
            .For(customer)
            .In(status));
    }

    public Task<Invoice> ReadAsync(Invoice invoice) =>
        Db.ReadAsync(d => d.Set<Invoice>().AsNoTracking().SingleAsync(i => i.Id == invoice.Id));

    /// <summary>A token of the server itself, over HTTP.</summary>
    public async Task<string> TokenAsync(string clientId, string? onBehalfOf = null)
    {
        using var answer = await LoginAsync(clientId, GivenClient.Secret, onBehalfOf);
        return Json(await answer.Content.ReadAsStringAsync()).GetProperty("access_token").GetString()!;
    }

    public async Task<HttpResponseMessage> LoginAsync(string clientId, string secret, string? onBehalfOf = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["client_id"] = clientId, ["client_secret"] = secret, ["grant_type"] = "client_credentials", ["scope"] = "InvoicingAPI",
            }),
        };
        if (onBehalfOf is not null)
        {
            request.Headers.Add("onbehalfof", onBehalfOf);
        }

        return await Http.SendAsync(request);
    }

    /// <summary>A token made without a call, so that many tests need no sign-in.</summary>
    public string Token(long clientKey, long merchantId) =>
        Web.Get<FaspayBilling.Web.Api.DocumentApi.ApiTokens>().Issue(new ApiGrant(clientKey, merchantId));

    /// <summary>A token of a new client of that merchant, so that no test spends another's calls.</summary>
    public async Task<string> TokenOfAsync(GivenMerchant merchant) =>
        Token((await Db.ClientAsync(merchant, Guid.NewGuid().ToString("N"))).Id, merchant.Id);

    /// <summary>A token of a new client of the agent, which acts for that merchant as far as it was granted.</summary>
    public async Task<string> TokenOfAgentAsync(
        GivenMerchant merchant, bool cancel = true, bool reject = true, bool view = true, DateOnly? to = null)
    {
        var client = await Db.ClientAsync(Agent, Guid.NewGuid().ToString("N"));
        await Db.RepresentAsync(client, merchant, view, cancel, reject, to: to);
        return Token(client.Id, merchant.Id);
    }

    public Task<ApiReply> StateAsync(
        string? token, string uuid, string status = "cancelled", string reason = "Wrong buyer details", string? key = null) =>
        SendAsync(HttpMethod.Put, $"/api/v1.0/documents/state/{uuid}/state", token, JsonSerializer.Serialize(new { status, reason }), key);

    public Task<ApiReply> GetAsync(string? token, string path) => SendAsync(HttpMethod.Get, "/api/v1.0" + path, token);

    public Task<ApiReply> SendAsync(HttpMethod method, string path, string? token, string? body = null, string? key = null) =>
        SendAsync(method, path, token, body is null ? null : Encoding.UTF8.GetBytes(body), "application/json", key);

    public async Task<ApiReply> SendAsync(
        HttpMethod method, string path, string? token, byte[]? body, string contentType, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using var answer = await Http.SendAsync(request);
        var headers = answer.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);
        return new ApiReply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), headers);
    }

    public static JsonElement Json(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Web.DisposeAsync();
        await Db.DisposeAsync();
    }
}

/// <summary>An answer, read whole.</summary>
public sealed record ApiReply(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public System.Text.Json.JsonElement Json => TestApi.Json(Body);

    /// <summary>The code as both kinds of client find it.</summary>
    public string Code
    {
        get
        {
            var error = Json.GetProperty("error");
            var first = error.GetProperty("details")[0];
            error.GetProperty("code")
                .GetString()
                .Should().Be(first.GetProperty("code").GetString()).And
                .Be(error.GetProperty("errorCode").GetString());
            first.GetProperty("message").GetString().Should().NotBeNullOrWhiteSpace();
            error.GetProperty("error").GetString().Should().Be(error.GetProperty("message").GetString());
            error.GetProperty("errorMS").GetString().Should().NotBeNullOrWhiteSpace();
            return error.GetProperty("code").GetString()!;
        }
    }

    /// <summary>Status and code in one, e.g. <c>400 IncorrectState</c> or <c>200 Cancelled</c>.</summary>
    public string Said => Status == 200 ? $"200 {Json.GetProperty("status").GetString()}" : FormattableString.Invariant($"{Status} {Code}");
}
