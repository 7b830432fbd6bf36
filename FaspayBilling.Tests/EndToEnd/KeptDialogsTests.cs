using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>What was typed into a dialog or a page of settings and not saved, in a real browser.</summary>
public sealed class KeptDialogsTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Restore = "Restore what you typed";

    [ChromiumFact]
    public async Task A_customer_that_was_not_saved_is_offered_again_and_saved_once()
    {
        await using var guest = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await OpenAsync(guest);
        await guest.Page.GetByLabel("Customer Name").PressSequentiallyAsync("PT Setengah Jalan");
        await guest.Page.GetByLabel("Customer Email").PressSequentiallyAsync("ap@setengah.example");
        await ChooseAsync(guest, "Document", "National ID");
        await guest.Page.GetByLabel("Document number").PressSequentiallyAsync("3171012505800001");
        await guest.Page.IsKeptAsync();

        await guest.Page.ReloadAsync();
        await OpenAsync(guest);
        await Assertions.Expect(guest.Page.GetByTestId("kept")).ToContainTextAsync("PT Setengah Jalan");
        await guest.PressAsync(Restore);
        await Assertions.Expect(guest.Page.GetByLabel("Customer Name")).ToHaveValueAsync("PT Setengah Jalan");
        await Assertions.Expect(guest.Page.GetByLabel("Customer Email")).ToHaveValueAsync("ap@setengah.example");
        await Assertions.Expect(guest.Page.GetByLabel("Document number")).ToHaveValueAsync("3171012505800001");
        await guest.PressAsync("Save");
        await guest.PressAsync("OK");

        (await CountAsync("PT Setengah Jalan")).Should().Be(1);
        await OpenAsync(guest);
        await Assertions.Expect(guest.Page.GetByLabel("Customer Name")).ToBeVisibleAsync();
        await guest.Page.GetByLabel("Customer Name").PressSequentiallyAsync("PT Lain");
        await Assertions.Expect(guest.Page.GetByTestId("kept")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task A_dialog_over_an_invoice_keeps_its_own_and_leaves_the_invoices_alone()
    {
        await using var guest = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await guest.GoAsync("/billings/new", "New invoice");
        await guest.Page.GetByLabel("Invoice Subject").PressSequentiallyAsync("Under a dialog");
        await guest.PressAsync("Add New Customer");
        var dialog = guest.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Customer Name").PressSequentiallyAsync("PT Di Atas");

        // At once: whoever leaves a form leaves all of what was typed.
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await guest.Page.IsKeptAsync();
        await guest.Page.ReloadAsync();

        await Assertions.Expect(guest.Page.GetByTestId("kept")).ToContainTextAsync("Under a dialog");
        await OpenAsync(guest);
        await Assertions.Expect(guest.Page.GetByTestId("kept")).ToContainTextAsync("PT Di Atas");
    }

    [ChromiumFact]
    public async Task A_payment_is_offered_at_its_own_invoice_alone()
    {
        await using var guest = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await PayAsync(guest, "INV-FPY-032300400");
        await guest.Page.GetByLabel("Amount").FillAsync("1.250");
        await guest.Page.GetByLabel("Note").PressSequentiallyAsync("First part");
        await guest.Page.IsKeptAsync();

        await guest.Page.ReloadAsync();
        await PayAsync(guest, "INV-FPY-032300400");
        await guest.PressAsync(Restore);

        await Assertions.Expect(guest.Page.GetByLabel("Amount")).ToHaveValueAsync("1.250");
        await Assertions.Expect(guest.Page.GetByLabel("Note")).ToHaveValueAsync("First part");
    }

    private static async Task OpenAsync(Guest guest)
    {
        await guest.GoAsync("/customers", "Customers");
        await guest.PressAsync("+Create");
    }

    private static async Task PayAsync(Guest guest, string number)
    {
        await guest.GoAsync($"/billings/{number}", number);
        await guest.PressAsync("Actions");
        await guest.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Record payment", Exact = true }).ClickAsync();
    }

    private static async Task ChooseAsync(Guest guest, string list, string choice)
    {
        await guest.Page.GetByTestId("document").ClickAsync();
        await guest.Page.GetByRole(AriaRole.Option, new() { NameRegex = new(choice) }).ClickAsync();
    }

    private async Task<int> CountAsync(string name)
    {
        await using var db = await site.Web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        return await db.Set<Customer>().CountAsync(c => c.Name == name);
    }
}
