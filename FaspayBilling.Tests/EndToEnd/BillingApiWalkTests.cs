using FaspayBilling.Tests.Api.BillingApi;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>
/// A shop makes a bill, a clerk records its payment, and the shop is told: the whole way, with a real shop and a real browser.
/// </summary>
public sealed class BillingApiWalkTests
{
    [ChromiumFact]
    public async Task A_bill_of_the_API_is_paid_in_the_dashboard_and_the_shop_is_told()
    {
        await using var shop = await MerchantServer.StartAsync();
        await using var web = TestWeb.WithDemo();
        using var system = new BillCalls(web);
        await using var admin = await Guest.ComeAsync(web, "admin@fpy.example");
        await web.ProveAsync();

        await admin.GoAsync("/settings/api", "API access");
        await admin.Page.GetByLabel("Callback URL").FillAsync(shop.Url);
        await admin.PressAsync("Save");
        await admin.PressAsync("OK");
        var made = await system.CreateAsync(BillCalls.Bill());
        made.Code.Should().Be("00");

        // The shop is down when the payment comes.
        shop.Answers(500, "Our shop is down");
        await admin.GoAsync("/billings?q=Budi+Santoso", "Billings");
        await admin.Page.Locator("a.row-link").First.ClickAsync();
        await Assertions.Expect(admin.Page.GetByTestId("outstanding")).ToHaveTextAsync("Rp 10.000");
        await admin.PressAsync("Actions");
        await admin.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Record payment" }).ClickAsync();
        await admin.Page.Locator("[role=dialog]").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await admin.PressAsync("OK");
        await Assertions.Expect(admin.Page.GetByTestId("status")).ToHaveTextAsync("Paid");

        await admin.GoAsync("/mail/callbacks", "Callbacks");
        await Assertions.Expect(admin.Page.GetByText("HTTP 500: Our shop is down")).ToBeVisibleAsync();
        shop.Answers(200);
        await Assertions.Expect(admin.Page.GetByTestId("state")).ToHaveTextAsync("Waiting");

        (await system.InquireAsync(BillCalls.Of(made["billing_id"].GetInt64())))["billing_status"].GetString().Should().Be("PAID");
        var told = shop.Received.Should().ContainSingle().Subject;
        (told["transaction_number"], told["billing_status"], told["payment_amount"]).Should().Be(("145398922822777", "PAID", "10000"));
        told["signature"].Should().Be(BillCalls.Bill()["signature"] as string);
    }
}
