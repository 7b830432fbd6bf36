using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Over a slow line a second click leaves before the answer to the first is there.</summary>
public sealed class SlowLineTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Late =
        "const send = WebSocket.prototype.send; "
        + "WebSocket.prototype.send = function (data) { setTimeout(() => send.call(this, data), 400); };";

    [ChromiumTheory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(220)]
    [InlineData(400)]
    public async Task A_double_click_on_Save_Draft_makes_one_invoice_however_long_it_takes(int milliseconds)
    {
        await using var guest = await ComeAsync();
        var before = await CountAsync<Invoice>();
        await guest.GoAsync("/billings/new", "New invoice");
        var customer = guest.Page.GetByRole(AriaRole.Combobox, new() { Name = "Customer Name" });
        await customer.FillAsync("media indonusa");
        var found = guest.Page.GetByRole(AriaRole.Option, new() { Name = "PT. Media Indonusa (ASTEL Group)" });
        await Assertions.Expect(found).ToBeVisibleAsync();
        await customer.PressAsync("Enter");
        await Assertions.Expect(customer).ToHaveValueAsync("PT. Media Indonusa (ASTEL Group)");
        await guest.Page.GetByLabel("Line 1: Item").FillAsync("Hosting");
        await guest.Page.GetByLabel("Line 1: Quantity").FillAsync("1");
        await guest.Page.GetByLabel("Line 1: Price").FillAsync("1000");

        // The next empty line has come and moves the button no more.
        await Assertions.Expect(guest.Page.GetByTestId("tax-base")).ToHaveTextAsync("Rp 1.000");
        await TwiceAsync(guest.Page, guest.Page.GetByRole(AriaRole.Button, new() { Name = "Save Draft" }), milliseconds);

        await Assertions.Expect(guest.Page.GetByTestId("saved")).ToContainTextAsync("was saved.");
        await guest.Page.WaitForTimeoutAsync(1500);
        (await CountAsync<Invoice>()).Should().Be(before + 1);
    }

    [ChromiumFact]
    public async Task A_double_click_and_Enter_in_a_dialog_record_one_payment()
    {
        await using var guest = await ComeAsync();
        var before = await CountAsync<Payment>();
        await guest.GoAsync("/billings/INV-FPY-032300400", "INV-FPY-032300400");
        await guest.PressAsync("Actions");
        await guest.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Record payment", Exact = true }).ClickAsync();
        await guest.Page.GetByLabel("Amount").FillAsync("1000");

        await TwiceAsync(guest.Page, guest.Page.Locator("[role=dialog]").GetByRole(AriaRole.Button, new() { Name = "Save" }), 60);
        await guest.Page.GetByLabel("Amount").EvaluateAllAsync<object?>("all => all[0]?.form.requestSubmit()");

        await Assertions.Expect(guest.Page.GetByRole(AriaRole.Button, new() { Name = "OK", Exact = true })).ToBeVisibleAsync();
        await guest.Page.WaitForTimeoutAsync(1500);
        (await CountAsync<Payment>()).Should().Be(before + 1);
    }

    // A mouse that stays where it is, whatever the page does meanwhile.
    private static async Task TwiceAsync(IPage page, ILocator button, int milliseconds)
    {
        await button.ScrollIntoViewIfNeededAsync();
        var box = (await button.BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.ClickAsync(x, y);
        await page.WaitForTimeoutAsync(milliseconds);
        await page.Mouse.ClickAsync(x, y, new() { ClickCount = 2 });
    }

    private async Task<Guest> ComeAsync()
    {
        var guest = await Guest.ComeAsync(site.Web, "admin@fpy.example");
        await guest.Page.AddInitScriptAsync(Late);
        return guest;
    }

    private async Task<int> CountAsync<T>()
        where T : class
    {
        await using var db = await site.Web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        return await db.Set<T>().CountAsync();
    }
}
