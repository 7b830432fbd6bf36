using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api.BillingApi;

public sealed class BillingApiTests(DemoWeb demo) : IClassFixture<DemoWeb>, IDisposable
{
    private readonly BillingSystem system = new(demo.Web);

    private static Dictionary<string, object?> Call => BillingSystem.Call(DemoAccess.Username, DemoAccess.ApiPassword);

    public void Dispose() => system.Dispose();

    [Fact]
    public async Task The_documented_answer_comes_value_for_value_and_in_its_order()
    {
        var reply = await system.AskAsync(Call);

        reply.Status.Should().Be(200);
        reply.Body.Should().Be(DocumentedBilling.Answer);
        reply.Headers["Content-Type"].Should().Be("application/json; charset=utf-8");
    }

    [Fact]
    public async Task The_query_string_gives_the_same_answer() =>
        (await system.AskByQueryAsync(Call)).Body.Should().Be(DocumentedBilling.Answer);

    [Fact]
    public async Task The_documented_request_with_its_trailing_comma_and_mixed_types_answers_only_its_own_rows()
    {
        string Body(int year) => $$"""
            {
              // as documented: moments for days, the page as text, the others as numbers, a comma too many
              "signature": "{{Call["signature"]}}",
              "page": "1",
              "start_period": "2023-05-01 00:00:00",
              "end_period": "{{year}}-05-31 00:00:00",
              "status": 4,
            }
            """;

        var documented = await system.AskAsync(Body(2023));
        var wider = await system.AskAsync(Body(2999));

        documented.Code.Should().Be("00");
        documented.Data.Should().BeEmpty("everything of May 2023 was paid");
        wider.All("invoice_status").Should().NotBeEmpty().And.OnlyContain(s => s == "Overdue");
    }

    [Fact]
    public async Task A_parameter_of_the_body_wins_and_the_query_string_gives_the_others()
    {
        var body = new Dictionary<string, object?> { ["status"] = 0, ["signature"] = Call["signature"] };

        var reply = await system.SendAsync(
            "?page=1&start_period=2023-02-01&end_period=2023-04-30&status=2&signature=no",
            System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body));

        reply.All("invoice_no").Should().Equal("INV-MP2-022300002");
    }

    [Fact]
    public async Task Numbers_may_be_numbers_and_a_byte_order_mark_does_no_harm()
    {
        var reply = await system.AskAsync("\uFEFF" + $$"""
            {
              "signature": "{{Call["signature"]}}", "page": 1, "customer_id": 66,
              "start_period": "2023-02-01T00:00:00", "end_period": "2023-04-30 23:59", "status": 2
            }
            """);

        reply.All("invoice_no").Should().Equal("INV-T8V-022300005", "INV-T8V-022300008", "INV-T8V-022300007");
    }

    [Fact]
    public async Task Due_date_is_the_day_in_Jakarta() =>
        (await system.AskAsync(With(("due_date", "2023-04-20 00:00:00")))).All("due_date").Should().Equal("2023-04-20 09:50:00");

    [Fact]
    public async Task Both_days_of_the_period_count()
    {
        (await system.AskAsync(With(("start_period", "2023-02-07"), ("end_period", "2023-02-23")))).All("invoice_date")
            .Should().Equal("2023-02-07 00:00:00", "2023-02-23 00:00:00");
        (await system.AskAsync(With(("start_period", "2023-02-08"), ("end_period", "2023-02-22")))).Data.Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_past_the_end_is_empty_and_no_rows_have_no_pages()
    {
        (await system.AskAsync(With(("page", int.MaxValue)))).Body.Should().Be("""
            {"current_page":"2147483647","total_pages":1,"total_data":6,
            "response_code":"00","data":[],"message":"Success get billing"}
            """.ReplaceLineEndings(""));
        (await system.AskAsync(With(("customer_id", 4711)))).Body.Should().Be(
            """{"current_page":"1","total_pages":0,"total_data":0,"response_code":"00","data":[],"message":"Success get billing"}""");
    }

    [Fact]
    public async Task Empty_optional_parameters_are_as_good_as_none() =>
        (await system.AskAsync(With(("customer_id", ""), ("due_date", null), ("something", "else")))).Body
            .Should().Be(DocumentedBilling.Answer);

    [Fact]
    public async Task Every_page_has_100_invoices_but_the_last_and_none_comes_twice()
    {
        var pages = new List<BillingReply>();
        do
        {
            pages.Add(
                await system.AskAsync(With(
                    ("start_period", "2000-01-01"), ("end_period", "2999-12-31"), ("status", "0,1,2,3,4,5,7"), ("page", pages.Count + 1))));
        }
        while (pages.Count < pages[0].Json.GetProperty("total_pages").GetInt32());

        var numbers = pages.SelectMany(p => p.All("invoice_no")).ToList();
        numbers.Should().OnlyHaveUniqueItems().And
            .HaveCount(pages[0].Json.GetProperty("total_data").GetInt32()).And
            .HaveCountGreaterThan(300);
        pages.SkipLast(1).Should().OnlyContain(p => p.Data.Count == 100);
        pages.SelectMany(p => p.All("invoice_date")).Should().BeInAscendingOrder(StringComparer.Ordinal);
        pages.SelectMany(p => p.All("invoice_status")).Distinct()
            .Should().BeEquivalentTo("Draft", "Unpaid", "Paid", "Cancelled", "Overdue", "Partial Paid", "Proforma");
    }

    [Fact]
    public async Task The_other_merchants_signature_sees_its_own_invoices_only()
    {
        Dictionary<string, object?> all = new()
        {
            ["start_period"] = "2000-01-01",
            ["end_period"] = "2999-12-31",
            ["status"] = "0,1,2,3,4,5,7"
        };

        var own = await system.AskAsync(Call.Concat(all).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Last().Value));
        var others = await system.AskAsync(
            BillingSystem.Call(DemoAccess.OtherUsername, DemoAccess.ApiPassword)
                .Concat(all)
                .GroupBy(p => p.Key)
                .ToDictionary(g => g.Key, g => g.Last().Value));

        (await system.AskAsync(BillingSystem.Call(DemoAccess.OtherUsername, DemoAccess.ApiPassword))).Data.Should().BeEmpty();
        others.All("invoice_no").Should().NotBeEmpty().And.OnlyContain(n => n.StartsWith("INV-T8V-", StringComparison.Ordinal));
        others.All("invoice_no").Should().NotIntersectWith(own.All("invoice_no"));
    }

    [Theory]
    [InlineData("POST", BillingSystem.Path, 405)]
    [InlineData("PUT", BillingSystem.Path, 405)]
    [InlineData("DELETE", BillingSystem.Path, 405)]
    [InlineData("GET", "/billingbackendapi/web/billing", 404)]
    [InlineData("GET", "/billingbackendapi/web/api/create", 405)]
    [InlineData("GET", "/billingbackendapi/web/api/cancel", 405)]
    [InlineData("PUT", "/billingbackendapi/web/api/inquire", 405)]
    [InlineData("POST", "/billingbackendapi/web/api/delete", 404)]
    [InlineData("GET", "/billingbackendapi", 404)]
    public async Task Other_methods_and_addresses_are_answered_in_JSON_and_never_by_a_sign_in_page(string method, string path, int status)
    {
        var reply = await system.SendAsync(method: new HttpMethod(method), path: path);

        reply.Status.Should().Be(status);
        reply.Code.Should().Be("01");
        reply.Headers.Should().ContainKey("correlationId").And.NotContainKey("Location").And.NotContainKey("Set-Cookie");
    }

    [Fact]
    public async Task Every_answer_carries_an_id_of_its_own_and_no_cookie()
    {
        var replies = new[]
        {
            await system.AskAsync(Call),
            await system.AskAsync("{"),
            await system.AskAsync(With(("signature", new string('0', 40))))
        };

        replies.Select(r => r.Code).Should().Equal("00", "01", "01");
        replies.Select(r => r.Headers["correlationId"]).Should().OnlyHaveUniqueItems();
        replies.Should().OnlyContain(
            r => r.Status == 200 && !r.Headers.ContainsKey("Set-Cookie") && r.Headers["Cache-Control"] == "no-store");
        replies[2].Message.Should().Be("signature: Invalid signature, or the credential was revoked.");
    }

    private static Dictionary<string, object?> With(params (string Name, object? Value)[] others)
    {
        var call = Call;
        foreach (var (name, value) in others)
        {
            call[name] = value;
        }

        return call;
    }
}
