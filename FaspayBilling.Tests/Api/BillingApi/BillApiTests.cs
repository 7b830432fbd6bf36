using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Api.BillingApi;

/// <summary>Create, Inquiry and Cancel over HTTP, with the demo's credential.</summary>
public sealed class BillApiTests : IAsyncLifetime
{
    // A clock that stands: wrong signatures are counted by the minute.
    private readonly TestWeb web = TestWeb.WithDemo(clock: Given.Clock());
    private BillCalls system = null!;

    public Task InitializeAsync()
    {
        system = new BillCalls(web);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        system.Dispose();
        await web.DisposeAsync();
    }

    [Fact]
    public async Task The_documented_example_is_made_inquired_and_cancelled_with_the_documented_fields()
    {
        var call = BillCalls.Bill();
        call["billing_date"] = "2020-11-30 10:50:00";
        call["billing_due_date"] = "2020-12-20 10:50:00";
        call["billing_notes"] = "Food Bill";
        call["items"] = new object[]
        {
            new { item_name = "Chicken", qty = "2", item_amount = "2500" },
            new { item_name = "Duck", qty = 1, item_amount = 5000.00m }
        };
        call["billing_language"] = "ID";
        call["customer_address"] = "Jalan pintu air";
        call["static_va_no"] = "8985991234567891";

        var made = await system.CreateAsync(call);
        var inquired = await system.InquireAsync(BillCalls.Of(made["billing_id"].GetInt64()));

        made.Status.Should().Be(200);
        made.Names.Should().Equal("response_code", "response_message", "billing_id", "transaction_number", "billing_total", "billing_url");
        (made.Code, made.Message, made["transaction_number"].GetString(), made["billing_total"].GetRawText())
            .Should().Be(("00", "Success Create Billing", "145398922822777", "10000"));
        made["billing_url"].GetString().Should().MatchRegex("^http://localhost:5080/bill/[A-Za-z0-9_-]{32}$");
        inquired.Names.Should().Equal(
            "billing_id", "transaction_number", "billing_total", "payment_details", "billing_due_date", "billing_url", "billing_status",
            "response_code", "response_message");
        (inquired["billing_total"].GetRawText(), inquired["billing_due_date"].GetString(), inquired.Message)
            .Should().Be(("\"10000\"", "2020-12-20 10:50:00", "Success Inquiry Billing"));
        inquired["billing_status"].GetString().Should().Be("EXPIRED");
        inquired["billing_url"].GetString().Should().Be(made["billing_url"].GetString());

        var cancelled = await system.CancelAsync(BillCalls.Of(made["billing_id"].GetRawText()));

        cancelled.Names.Should().Equal(
            "billing_id", "transaction_number", "billing_total", "billing_due_date", "billing_url", "billing_status", "response_code",
            "response_message");
        (cancelled["billing_status"].GetString(), cancelled.Code, cancelled.Message)
            .Should().Be(("CANCELLED", "00", "Success Cancel Billing"));
        (await system.CancelAsync(BillCalls.Of(made["billing_id"].GetInt64()))).Message
            .Should().Be("Only an Unpaid, Partially Paid or Overdue invoice can be cancelled; this one is Cancelled.");
    }

    [Fact]
    public async Task Payments_are_told_and_what_is_partly_paid_is_UNPAID_and_is_not_cancelled()
    {
        var made = await system.CreateAsync(BillCalls.Bill("1001"));
        var of = BillCalls.Of(made["billing_id"].GetInt64(), "1001");
        await PayAsync(made, 4_000m);
        var part = await system.InquireAsync(of);
        var refused = await system.CancelAsync(of);
        await PayAsync(made, 6_000m);
        var paid = await system.InquireAsync(of);

        part["billing_status"].GetString().Should().Be("UNPAID");
        (refused.Code, refused.Message).Should().Be(("01", "Something was already paid, so it can only be cancelled in the dashboard."));
        refused.Names.Should().Equal("response_code", "response_message");
        paid["billing_status"].GetString().Should().Be("PAID");
        var payments = paid["payment_details"].EnumerateArray().ToList();
        payments.Select(p => p.GetProperty("payment_nominal").GetString()).Should().Equal("4000", "6000");
        payments.Should().OnlyContain(
            p => p.EnumerateObject().Select(f => f.Name).SequenceEqual(new[] { "payment_id", "payment_date", "payment_nominal" }));
    }

    [Fact]
    public async Task The_same_request_answers_the_same_bill_and_another_one_01()
    {
        var first = await system.CreateAsync(BillCalls.Bill("1002"));
        var call = BillCalls.Bill("1002");
        call["billing_total"] = 10000.0m;
        call["service_id"] = 1;

        (await system.CreateAsync(call)).Body.Should().Be(first.Body);
        call["customer_name"] = "Somebody Else";
        (await system.CreateAsync(call)).Message
            .Should().StartWith("transaction_number: This transaction_number was already used with a different request.");
    }

    [Fact]
    public async Task An_inquiry_may_come_by_query_string_and_by_POST()
    {
        var made = await system.CreateAsync(BillCalls.Bill("1003"));
        var of = BillCalls.Of(made["billing_id"].GetInt64(), "1003");
        var expected = (await system.InquireAsync(of)).Body;

        var byQuery = await system.SendAsync(
            HttpMethod.Get, BillCalls.Inquire, query: "?" + string.Join('&', of.Select(p => $"{p.Key}={p.Value}")));
        var byPost = await system.PostAsync(BillCalls.Inquire, of);

        byQuery.Body.Should().Be(expected);
        byPost.Body.Should().Be(expected);
    }

    [Fact]
    public async Task Without_a_due_date_it_is_due_in_24_hours()
    {
        var before = DateTime.Parse(Now(), System.Globalization.CultureInfo.InvariantCulture);
        var made = await system.CreateAsync(BillCalls.Bill("1004"));
        var due = (await system.InquireAsync(BillCalls.Of(made["billing_id"].GetInt64(), "1004")))["billing_due_date"].GetString()!;

        DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture)
            .Should().BeCloseTo(before.AddHours(24), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Wrong_signatures_of_all_calls_count_together()
    {
        var wrong = BillCalls.Of(1);
        wrong["signature"] = new string('0', 40);
        var replies = new List<BillReply>();
        for (var i = 0; i < 30; i++)
        {
            replies.Add(i % 2 == 0 ? await system.InquireAsync(wrong) : await system.CancelAsync(wrong));
        }

        replies.Should().OnlyContain(r => r.Code == "01" && r.Message == "signature: Invalid signature, or the credential was revoked.");
        (await system.CreateAsync(BillCalls.Bill("1005"))).Message.Should().StartWith("signature: too many wrong ones");
        using var list = new BillingSystem(web);
        (await list.AskAsync(BillingSystem.Call("demo-fpy", "Demo-Billing-2026"))).Message
            .Should().StartWith("signature: too many wrong ones");
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_made()
    {
        var before = await CountAsync();
        var unexpected = new List<string>();
        foreach (var (name, blames, call) in BadBills.All)
        {
            var reply = await system.SendAsync(HttpMethod.Post, BillCalls.Create, call);
            if (reply.Status != 200
                || reply.Code != "01"
                || !reply.Message.StartsWith(blames, StringComparison.Ordinal)
                || !reply.Names.SequenceEqual(["response_code", "response_message"]))
            {
                unexpected.Add($"{name}: {reply.Status} {reply.Body}");
            }
        }

        unexpected.Should().BeEmpty();
        BadBills.All.Should().HaveCountGreaterThan(80);
        (await CountAsync()).Should().Be(before);
        (await system.CreateAsync(BillCalls.Bill("1006"))).Code.Should().Be("00", "the system still makes bills");
    }

    [Fact]
    public async Task Every_answer_carries_an_id_and_is_not_kept()
    {
        var replies = new[]
        {
            await system.CreateAsync(BillCalls.Bill("1007")),
            await system.CreateAsync([]),
            await system.SendAsync(HttpMethod.Delete, BillCalls.Create)
        };

        replies.Select(r => r.Status).Should().Equal(200, 200, 405);
        replies.Select(r => r.Headers["correlationId"]).Should().OnlyHaveUniqueItems();
        replies.Should().OnlyContain(r => r.Headers["Cache-Control"] == "no-store" && !r.Headers.ContainsKey("Set-Cookie"));
        replies[2].Headers["Allow"].Should().Be("POST");
        replies[2].Message.Should().Be("Only POST /billingbackendapi/web/api/create is answered here");
    }

    private string Now() =>
        JakartaCalendar.Local(web.Get<TimeProvider>().Now())
            .ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<int> CountAsync()
    {
        await using var db = await web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        return await db.Set<Invoice>().IgnoreQueryFilters().CountAsync();
    }

    private async Task PayAsync(BillReply made, decimal amount)
    {
        await using var db = await web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        var id = made["billing_id"].GetInt64();
        var number = await db.Set<Invoice>().Where(i => i.Id == id).Select(i => i.Number).SingleAsync();
        var paid = await web.Get<RecordPayment>()
            .HandleAsync(
                Actor.System(1),
                number,
                new PaymentInput(amount, JakartaCalendar.DayOf(web.Get<TimeProvider>().Now()), "Virtual account"),
                default);
        paid.Ok.Should().BeTrue();
    }
}
