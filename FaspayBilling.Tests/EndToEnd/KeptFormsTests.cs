using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Invoices that were typed and not saved, in a real browser.</summary>
public sealed class KeptFormsTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Restore = "Restore what you typed";

    [ChromiumFact]
    public async Task Two_unsaved_invoices_of_closed_tabs_are_both_offered_and_nothing_of_them_can_be_read_in_the_browser()
    {
        await using var guest = await Guest.ComeAsync(site.Web, "admin@fpy.example");
        await TypeAsync(guest, "Hosting in May");
        var second = await guest.Page.Context.NewPageAsync();
        await TypeAsync(guest.In(second), "Hosting in June");
        await second.CloseAsync();
        await guest.GoAsync("/billings", "Billings");

        await guest.GoAsync("/billings/new", "New invoice");

        var offers = guest.Page.GetByTestId("kept");
        await Assertions.Expect(offers).ToHaveCountAsync(2);
        await Assertions.Expect(offers.Nth(0)).ToContainTextAsync("Hosting in June");
        await Assertions.Expect(offers.Nth(1)).ToContainTextAsync("Hosting in May");
        (await guest.Page.EvaluateAsync<string>("() => JSON.stringify(Object.values(localStorage))")).Should().NotContain("Hosting");

        await offers.Nth(1).GetByRole(AriaRole.Button, new() { Name = Restore }).ClickAsync();
        await Assertions.Expect(guest.Page.GetByLabel("Invoice Subject")).ToHaveValueAsync("Hosting in May");
        await guest.PressAsync("Discard");
        await Assertions.Expect(offers).ToHaveCountAsync(0);
        await guest.Page.ReloadAsync();
        await Assertions.Expect(offers).ToHaveCountAsync(1);
        await Assertions.Expect(offers).ToContainTextAsync("Hosting in May");
    }

    [ChromiumFact]
    public async Task Another_user_of_the_same_browser_is_offered_nothing()
    {
        await using var guest = await Guest.ComeAsync(site.Web, "admin@fpy.example");
        await TypeAsync(guest, "Of the admin");
        await guest.GoAsync("/billings", "Billings");
        await guest.Page.GetByTestId("user-menu").ClickAsync();
        await guest.ChooseAsync("Sign out");
        await guest.SeesAsync("Sign in");
        await guest.SignInAsync("finance@fpy.example", Support.Web.DemoAccess.Password);

        await guest.GoAsync("/billings/new", "New invoice");

        await guest.Page.GetByLabel("Invoice Subject").PressSequentiallyAsync("Of finance");
        await guest.Page.IsKeptAsync();
        await Assertions.Expect(guest.Page.GetByTestId("kept")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task Restored_in_a_second_tab_and_saved_in_both_it_is_one_invoice()
    {
        await using var guest = await Guest.ComeAsync(site.Web, "admin@fpy.example");
        await TypeAsync(guest, "Saved twice");
        await CustomerAndLineAsync(guest);
        await guest.Page.IsKeptAsync();
        var before = await CountAsync();
        var second = guest.In(await guest.Page.Context.NewPageAsync());
        await second.GoAsync("/billings/new", "New invoice");
        await second.PressAsync(Restore);
        await Assertions.Expect(second.Page.GetByLabel("Line 1: Price")).ToHaveValueAsync("1.000");

        await guest.PressAsync("Save Draft");
        await Assertions.Expect(guest.Page.GetByTestId("saved")).ToContainTextAsync("was saved.");
        await second.PressAsync("Save Draft");
        await Assertions.Expect(second.Page.GetByTestId("saved")).ToContainTextAsync("was saved.");

        var first = await guest.Page.GetByTestId("saved").InnerTextAsync();
        (await second.Page.GetByTestId("saved").InnerTextAsync()).Should().Be(first);
        (await CountAsync()).Should().Be(before + 1);
    }

    private static async Task TypeAsync(Guest guest, string subject)
    {
        await guest.GoAsync("/billings/new", "New invoice");
        await guest.Page.GetByLabel("Invoice Subject").PressSequentiallyAsync(subject);
        await guest.Page.IsKeptAsync();
    }

    private static async Task CustomerAndLineAsync(Guest guest)
    {
        var customer = guest.Page.GetByRole(AriaRole.Combobox, new() { Name = "Customer Name" });
        await customer.FillAsync("media indonusa");
        await Assertions.Expect(guest.Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await customer.PressAsync("Enter");
        await Assertions.Expect(customer).ToHaveValueAsync("PT. Media Indonusa (ASTEL Group)");
        await guest.Page.GetByLabel("Line 1: Item").PressSequentiallyAsync("Hosting");
        await guest.Page.GetByLabel("Line 1: Quantity").FillAsync("1");
        await guest.Page.GetByLabel("Line 1: Price").FillAsync("1000");
        await guest.Page.GetByLabel("Line 1: Price").BlurAsync();
        await Assertions.Expect(guest.Page.GetByLabel("Line 1: Price")).ToHaveValueAsync("1.000");
    }

    private async Task<int> CountAsync()
    {
        await using var db = await site.Web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        return await db.Set<Invoice>().CountAsync();
    }
}

/// <summary>Waits for what the browser keeps.</summary>
internal static class KeptPage
{
    // What is typed is kept within a quarter of a second, and for one and a half it is looked at again. A tab's own form is the one
    // kept since it opened: what another tab kept before says nothing about this one.
    private const string Quiet =
        """
        () => {
          const kept = Object.keys(localStorage).filter(name => name.startsWith("form:"));
          const last = Math.max(0, ...kept.map(name => Number(localStorage.getItem(name).split(" ")[0])));
          return last > performance.timeOrigin && Date.now() - last > 1200;
        }
        """;

    /// <summary>Waits until what was typed last on a page that was opened by its address is kept.</summary>
    public static Task IsKeptAsync(this IPage page) => page.WaitForFunctionAsync(Quiet);
}
