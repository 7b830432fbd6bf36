using System.Text.Json;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Api.BillingApi;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Texts;

namespace FaspayBilling.Tests.Api.Description;

public sealed class ApiDocumentTests(DemoWeb demo) : IClassFixture<DemoWeb>
{
    [Fact]
    public async Task Every_call_is_described_with_an_example_for_every_answer()
    {
        var document = await DocumentAsync();

        document.GetProperty("openapi").GetString().Should().StartWith("3.");
        foreach (var call in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            call.Value.GetProperty("summary").GetString().Should().NotBeNullOrEmpty();
            var answers = call.Value.GetProperty("responses").EnumerateObject().ToList();
            answers.Should().NotBeEmpty();
            answers.Should().OnlyContain(
                a => a.Value.GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject().Any());
        }
    }

    [Fact]
    public async Task The_examples_of_Get_List_Invoice_have_the_names_that_it_answers()
    {
        using var system = new BillingSystem(demo.Web);
        var call = (await DocumentAsync()).GetProperty("paths").GetProperty(BillingSystem.Path).GetProperty("get");
        var real = await system.AskAsync(BillingSystem.Call(DemoAccess.Username, DemoAccess.ApiPassword));

        var examples = call.GetProperty("responses")
            .EnumerateObject()
            .SelectMany(a => a.Value.GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("examples")
                .EnumerateObject()
                .Select(e => e.Value.GetProperty("value")))
            .ToList();

        examples.Should().HaveCountGreaterThan(8).And.OnlyContain(e => Names(e).SequenceEqual(Names(real.Json)));
        Names(examples[0].GetProperty("data")[0]).Should().Equal(Names(real.Data[0]));
        call.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString())
            .Should().Equal("signature", "page", "start_period", "end_period", "status", "customer_id", "due_date");
    }

    [Fact]
    public async Task The_example_request_works_as_it_stands()
    {
        using var system = new BillingSystem(demo.Web);
        var body =
            (await DocumentAsync())
                .GetProperty("paths")
                .GetProperty(BillingSystem.Path)
                .GetProperty("get")
                .GetProperty("requestBody")
                .GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("examples")
                .EnumerateObject()
                .First().Value
                .GetProperty("value");

        (await system.AskAsync(body.GetRawText())).Body.Should().Be(DocumentedBilling.Answer);
    }

    [Theory]
    [InlineData("/billingbackendapi/web/api/create", "post", 12)]
    [InlineData("/billingbackendapi/web/api/inquire", "get", 10)]
    [InlineData("/billingbackendapi/web/api/inquire", "post", 10)]
    [InlineData("/billingbackendapi/web/api/cancel", "post", 12)]
    public async Task The_examples_of_bills_have_the_names_that_are_answered(string path, string method, int examples)
    {
        var call = (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty(method);
        var answers = call.GetProperty("responses")
            .EnumerateObject()
            .SelectMany(a => a.Value.GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("examples")
                .EnumerateObject()
                .Select(e => e.Value.GetProperty("value")))
            .ToList();

        answers.Should().HaveCount(examples);
        answers.Skip(1)
            .Where(a => a.GetProperty("response_code").GetString() == "01")
            .Should().HaveCount(examples - 1).And
            .OnlyContain(a => Names(a).SequenceEqual(new[] { "response_code", "response_message" }));
        answers[0].GetProperty("response_code").GetString().Should().Be("00");
    }

    [Fact]
    public async Task The_example_bills_are_made_as_they_stand_and_answered_like_the_examples()
    {
        await using var web = TestWeb.WithDemo();
        using var system = new BillCalls(web);
        var paths = (await DocumentAsync()).GetProperty("paths");
        var create = paths.GetProperty(BillCalls.Create).GetProperty("post");

        foreach (var body in create.GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("examples")
            .EnumerateObject()
            .Select(e => e.Value.GetProperty("value")))
        {
            var made = await system.SendAsync(HttpMethod.Post, BillCalls.Create, JsonSerializer.SerializeToUtf8Bytes(body));
            var of = BillCalls.Of(made["billing_id"].GetInt64(), made["transaction_number"].GetString()!);

            made.Names.Should().Equal(Names(First(create)));
            (await system.InquireAsync(of)).Names.Should().Equal(Names(First(paths.GetProperty(BillCalls.Inquire).GetProperty("get"))));
            (await system.CancelAsync(of)).Names.Should().Equal(Names(First(paths.GetProperty(BillCalls.Cancel).GetProperty("post"))));
        }
    }

    [Fact]
    public async Task What_may_have_been_done_although_the_database_went_away_is_described_for_every_call_that_writes()
    {
        var api = await DescribedApi.ReadAsync(demo.Web);

        api.Calls.Where(c => Texts(c, 503).Any(text => text.Contains("nobody knows whether it was done", StringComparison.Ordinal)))
            .Select(c => c.Operation)
            .Should().BeEquivalentTo("createBill", "cancelBill", "changeDocumentState");
        DescribedCall.Examples(api.Call("createBill").Answer(503)).Select(e => e.Value.GetProperty("response_message").GetString())
            .Should().BeEquivalentTo(
                Refusals.DatabaseUnavailableReading.InEnglish(), Refusals.DatabaseUnavailableUnknownCall.InEnglish());
        DescribedCall.Examples(api.Call("changeDocumentState").Answer(503)).Select(e => e.Name)
            .Should().BeEquivalentTo(
                "ServiceUnavailable Document.UUID", "ServiceUnavailable server", "ServiceUnavailable server, perhaps done");
    }

    [Fact]
    public async Task The_readable_page_shows_every_call_to_anybody()
    {
        using var http = new HttpClient { BaseAddress = new Uri(demo.Web.Address) };
        var paths = (await DocumentAsync()).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();

        var page = await http.GetStringAsync(new Uri("/docs/api", UriKind.Relative));

        paths.Should().OnlyContain(path => page.Contains(path, StringComparison.Ordinal));
        page.Should().Contain("Get List Invoice").And.Contain("-400800").And.NotContain("_framework/blazor.web.js").And.NotContain("//cdn");
    }

    private static JsonElement First(JsonElement call) =>
        call.GetProperty("responses")
            .GetProperty("200")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("examples")
            .EnumerateObject()
            .First().Value
            .GetProperty("value");

    private static IEnumerable<string> Texts(DescribedCall call, int status) =>
        DescribedCall.Examples(call.Answer(status)).Select(e => e.Value.GetRawText());

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(p => p.Name);

    private async Task<JsonElement> DocumentAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(demo.Web.Address) };
        return JsonDocument.Parse(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;
    }
}
