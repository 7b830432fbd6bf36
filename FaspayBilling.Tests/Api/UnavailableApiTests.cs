using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Api.BillingApi;
using FaspayBilling.Tests.Api.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api;

/// <summary>While the database does not answer, each API says so in its own shape, and when to come again.</summary>
public sealed class UnavailableApiTests
{
    [Fact]
    public async Task The_billing_API_answers_503_and_the_same_call_makes_the_bill_when_it_is_back()
    {
        await using var web = TestWeb.WithDemo(clock: Given.Clock());
        using var system = new BillCalls(web);
        BillReply made, listed;
        await using (await Outage.BeginAsync(web.Services))
        {
            made = await system.CreateAsync(BillCalls.Bill());
            using var lists = new BillingSystem(web);
            var list = await lists.AskAsync(BillingSystem.Call(DemoAccess.Username, DemoAccess.ApiPassword));
            listed = new BillReply(list.Status, list.Body, list.Headers);
        }

        (made.Status, made.Code, made.Headers["Retry-After"]).Should().Be((503, "01", "5"));
        made.Names.Should().Equal("response_code", "response_message");
        made.Message.Should().Be("The database does not answer; nothing was changed. Try again in a moment.");
        (listed.Status, listed.Headers["Retry-After"]).Should().Be((503, "5"));
        listed.Json.GetProperty("response_code").GetString().Should().Be("01");
        (await system.CreateAsync(BillCalls.Bill())).Code.Should().Be("00");
    }

    [Fact]
    public async Task The_document_API_answers_503_and_the_same_call_cancels_when_it_is_back()
    {
        await using var api = await TestApi.MakeAsync();
        var document = await api.DocumentAsync();
        var token = await api.TokenOfAsync(api.Fpy);
        ApiReply refused;
        await using (await Outage.BeginAsync(api.Web.Services))
        {
            refused = await api.StateAsync(token, document.DocumentId!);
            using var login = await api.LoginAsync("FPY-erp", GivenClient.Secret);
            ((int)login.StatusCode, login.Headers.RetryAfter!.Delta).Should().Be((503, TimeSpan.FromSeconds(5)));
        }

        (refused.Status, refused.Headers["Retry-After"]).Should().Be((503, "5"));
        TestApi.Json(refused.Body).GetProperty("error").GetProperty("code").GetString().Should().Be("ServiceUnavailable");
        (await api.StateAsync(token, document.DocumentId!)).Status.Should().Be(200);
        (await api.ReadAsync(document)).Status.Should().Be(InvoiceStatus.Cancelled);
    }
}
