using System.Text.Json;
using System.Text.RegularExpressions;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api.Description;

/// <summary>What a generator of clients needs of the document.</summary>
public sealed class ApiShapeTests(DemoWeb demo) : IClassFixture<DemoWeb>
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    [Fact]
    public async Task Every_operation_has_a_methods_name_a_tag_that_is_explained_and_a_sign_in()
    {
        var api = await DescribedApi.ReadAsync(demo.Web);
        var tags = api.Document.GetProperty("tags").EnumerateArray().ToList();
        var schemes = api.Document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject().Select(s => s.Name).ToList();

        api.Calls.Should().HaveCount(12);
        api.Calls.Select(c => c.Operation).Should().OnlyHaveUniqueItems().And.OnlyContain(o => Regex.IsMatch(o, "^[a-z][A-Za-z]+$"));
        tags.Should().OnlyContain(t => t.GetProperty("description").GetString()!.Length > 20);
        foreach (var call in api.Calls)
        {
            var tag = call.Json.GetProperty("tags").EnumerateArray().Should().ContainSingle().Which.GetString();
            tags.Should().Contain(t => t.GetProperty("name").GetString() == tag);
            var signIn = call.Json.GetProperty("security").EnumerateArray().SelectMany(s => s.EnumerateObject()).Select(s => s.Name);
            signIn.Should().Equal(
                call.Path.StartsWith("/billing", StringComparison.Ordinal) ? ["billingSignature"]
                    : call.Path == "/connect/token" ? [] : ["documentToken"]);
            signIn.Except(schemes).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Every_object_is_described_once_under_its_name_and_says_what_it_needs()
    {
        var api = await DescribedApi.ReadAsync(demo.Web);

        foreach (var content in api.Calls.SelectMany(c => c.Contents()))
        {
            var schema = content.GetProperty("schema");
            var choices = schema.TryGetProperty("oneOf", out var several) ? [.. several.EnumerateArray()] : new[] { schema };
            choices.Should().OnlyContain(c => c.EnumerateObject().All(p => p.Name == "$ref"));
        }

        foreach (var (name, schema) in api.Schemas)
        {
            schema.GetProperty("description").GetString().Should().NotBeNullOrEmpty(name);
            schema.GetProperty("required").GetArrayLength().Should().BePositive(name);
            foreach (var field in schema.GetProperty("properties").EnumerateObject())
            {
                field.Value.TryGetProperty("properties", out _).Should().BeFalse($"{name}.{field.Name} has a name of its own");
                field.Value.GetProperty("description").GetString().Should().NotBeNullOrEmpty($"{name}.{field.Name}");
            }
        }
    }

    [Fact]
    public async Task An_empty_object_is_no_request_and_no_answer()
    {
        var api = await DescribedApi.ReadAsync(demo.Web);

        api.Calls.Where(c => c.Contents().Any(content => api.Problems(content.GetProperty("schema"), Empty).Count == 0))
            .Select(c => c.Operation)
            .Should().BeEmpty();
        api.Calls.Where(c => c.Method != "get").Should()
            .OnlyContain(c => c.Json.GetProperty("requestBody").GetProperty("required").GetBoolean());
    }

    [Fact]
    public async Task Every_example_fits_its_schema()
    {
        var api = await DescribedApi.ReadAsync(demo.Web);
        var examples =
            (from call in api.Calls
             from content in call.Contents()
             from example in DescribedCall.Examples(content)
             select $"{call.Operation}, {example.Name}: {string.Join(", ", api.Problems(content.GetProperty("schema"), example.Value))}")
            .ToList();
        var parameters =
            (from call in api.Calls
             where call.Json.TryGetProperty("parameters", out _)
             from parameter in call.Json.GetProperty("parameters").EnumerateArray()
             let problems = api.Problems(parameter.GetProperty("schema"), parameter.GetProperty("example"))
             select $"{call.Operation}, {parameter.GetProperty("name")}: {string.Join(", ", problems)}")
            .ToList();

        examples.Should().HaveCountGreaterThan(80).And.OnlyContain(e => e.EndsWith(": ", StringComparison.Ordinal));
        parameters.Should().HaveCountGreaterThan(30).And.OnlyContain(e => e.EndsWith(": ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_answer_carries_the_correlation_id_and_429_says_how_long_to_wait()
    {
        var api = await DescribedApi.ReadAsync(demo.Web);

        foreach (var answer in api.Calls.SelectMany(c => c.Json.GetProperty("responses").EnumerateObject()))
        {
            var headers = answer.Value.GetProperty("headers").EnumerateObject().Select(h => h.Name);
            headers.Should().Contain(answer.Name == "429" ? ["correlationId", "Retry-After", "X-Rate-Limit-Reset"] : ["correlationId"]);
        }
    }

    [Fact]
    public async Task The_server_is_where_people_reach_the_installation_or_where_the_document_came_from()
    {
        const string Site = "https://tagihan.contoh.co.id/";
        await using var named = new TestWeb(new() { ["Site:Address"] = Site }, environment: "Production");

        Servers(await DescribedApi.ReadAsync(demo.Web)).Should().Equal("/");
        Servers(await DescribedApi.ReadAsync(named, Site)).Should().Equal("https://tagihan.contoh.co.id");
    }

    [Theory]
    [InlineData("Production", "true")]
    [InlineData("Development", "false")]
    public async Task Without_the_demo_no_example_names_it_or_this_machine(string environment, string enabled)
    {
        await using var web = new TestWeb(new() { ["Demo:Enabled"] = enabled }, environment: environment);
        using var http = new HttpClient { BaseAddress = new Uri(web.Address) };

        var api = await DescribedApi.ReadAsync(web);
        var page = await http.GetStringAsync(new Uri("/docs/api", UriKind.Relative));

        foreach (var text in new[] { api.Text, page })
        {
            text.Should().Contain("billing.example.co.id").And.Contain("your-client-id").And.NotContainEquivalentOf("demo");
            text.Should().NotContain("localhost").And.NotContain("127.0.0.1").And.NotContain("0022732101075000");
            text.Should().NotContain("76816233c2b4e08a592f3b590c10d9e4b6c17a12").And.NotContain("ed81b249baabe3a8811ee991e80f1c8c5cc833cb");
        }
    }

    [Fact]
    public async Task Where_the_demo_is_the_examples_are_its()
    {
        var api = await DescribedApi.ReadAsync(demo.Web);

        api.Text.Should().Contain(DemoAccess.ClientId).And.Contain("76816233c2b4e08a592f3b590c10d9e4b6c17a12");
        api.Text.Should().Contain("DEMOTOCANCEL00000000000001").And.NotContain("localhost").And.NotContain("127.0.0.1");
    }

    [Fact]
    public async Task The_readable_page_shows_fields_sign_in_and_the_form_as_it_is_sent()
    {
        using var http = new HttpClient { BaseAddress = new Uri(demo.Web.Address) };

        var page = await http.GetStringAsync(new Uri("/docs/api", UriKind.Relative));

        page.Should().Contain("Fields of the request of Create Billing").And.Contain("<code>items[].item_amount</code>");
        page.Should().Contain("Sign-in: A bearer token of POST /connect/token").And.Contain("Sign-in: None beforehand");
        page.Should().Contain($"client_id={DemoAccess.ClientId}&amp;client_secret=");
    }

    private static IEnumerable<string?> Servers(DescribedApi api) =>
        api.Document.GetProperty("servers").EnumerateArray().Select(s => s.GetProperty("url").GetString());
}
