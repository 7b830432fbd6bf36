using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>The invoice form in a real browser: without a mouse, and over a reload.</summary>
public sealed class InvoiceFormTests(DemoSite site) : IClassFixture<DemoSite>
{
    private IPage Page => site.Admin.Page;

    private ILocator Customer => Page.GetByRole(AriaRole.Combobox, new() { Name = "Customer Name" });

    [ChromiumFact]
    public async Task A_new_invoice_with_three_lines_is_written_and_sent_with_the_keyboard_alone()
    {
        await site.Admin.GoAsync("/billings", "Billings");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await TabToAsync(Page.GetByRole(AriaRole.Link, new() { Name = "+ Single Billing" }));
        await Page.Keyboard.PressAsync("Enter");
        await site.Admin.SeesAsync("New invoice");

        await TabToAsync(Customer);
        await Page.Keyboard.TypeAsync("media indonusa");
        await Assertions.Expect(Page.GetByRole(AriaRole.Option, new() { Name = "PT. Media Indonusa (ASTEL Group)" })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Customer).ToHaveValueAsync("PT. Media Indonusa (ASTEL Group)");

        await TabToAsync(Page.GetByLabel("Line 1: Item"));
        await LineAsync(1, "Hosting", "2,5", "400000");
        await LineAsync(2, "Support", "1", "100000");
        await LineAsync(3, "Domain", "1", "50000", last: true);
        await Assertions.Expect(Page.GetByTestId("tax-base")).ToHaveTextAsync("Rp 1.150.000");

        await Page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(Page.GetByLabel("Line 2: Item")).ToHaveValueAsync("Domain");
        await Page.Keyboard.PressAsync("Control+ArrowDown");
        await Assertions.Expect(Page.GetByLabel("Line 3: Discount")).ToBeFocusedAsync();

        await TabToAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Save & Send" }));
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByTestId("saved")).ToContainTextAsync("was issued.");
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "OK", Exact = true })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Page.GetByTestId("status")).ToHaveTextAsync("Unpaid");
        await Assertions.Expect(Page.GetByTestId("customer")).ToHaveTextAsync("PT. Media Indonusa (ASTEL Group)");
    }

    [ChromiumFact]
    public async Task What_was_typed_outlives_a_reload_until_it_is_saved()
    {
        await site.Admin.GoAsync("/billings/new", "New invoice");
        await Page.GetByLabel("Invoice Subject").PressSequentiallyAsync("Not yet saved");
        await Page.GetByLabel("Line 1: Item").PressSequentiallyAsync("Typed");
        await Page.GetByLabel("Line 1: Price").PressSequentiallyAsync("750000");
        await site.Admin.PressAsync("Add line");
        await Page.GetByLabel("Line 2: Item").PressSequentiallyAsync("Half a wo");
        // At once: Enter on a list that was found for fewer letters chooses nobody.
        await Customer.FillAsync("media indonusa");
        await Assertions.Expect(Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await Customer.PressAsync("Enter");
        await Assertions.Expect(Customer).ToHaveValueAsync("PT. Media Indonusa (ASTEL Group)");
        await Page.IsKeptAsync();

        await Page.ReloadAsync();
        await site.Admin.PressAsync("Restore what you typed");

        await Assertions.Expect(Page.GetByLabel("Invoice Subject")).ToHaveValueAsync("Not yet saved");
        await Assertions.Expect(Page.GetByLabel("Line 1: Price")).ToHaveValueAsync("750.000");
        await Assertions.Expect(Page.GetByLabel("Line 2: Item")).ToHaveValueAsync("Half a wo");

        await Assertions.Expect(Customer).ToHaveValueAsync("PT. Media Indonusa (ASTEL Group)");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Line 2: delete" }).ClickAsync();
        await site.Admin.PressAsync("Save Draft");
        await site.Admin.PressAsync("OK");
        await Assertions.Expect(Page.GetByTestId("status")).ToHaveTextAsync("Draft");

        await site.Admin.GoAsync("/billings/new", "New invoice");
        await Assertions.Expect(Page.GetByLabel("Line 1: Item")).ToHaveValueAsync("");
        await Assertions.Expect(Page.GetByTestId("kept")).ToHaveCountAsync(0);
    }

    // Enter leads from cell to cell and, after the last, to a new line.
    private async Task LineAsync(int line, string item, string quantity, string price, bool last = false)
    {
        await Assertions.Expect(Page.GetByLabel($"Line {line}: Item")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync(item);
        await EnterToAsync($"Line {line}: Quantity");
        await Page.Keyboard.TypeAsync(quantity);
        await EnterToAsync($"Line {line}: Price");
        await Page.Keyboard.TypeAsync(price);
        await EnterToAsync($"Line {line}: Discount");
        if (!last)
        {
            await Assertions.Expect(Page.GetByLabel($"Line {line + 1}: Item")).ToBeVisibleAsync();
            await EnterToAsync($"Line {line + 1}: Item");
        }
    }

    private async Task EnterToAsync(string label)
    {
        var target = Page.GetByLabel(label);
        for (var stops = 0; stops < 8
            && !(await target.CountAsync() == 1 && await target.EvaluateAsync<bool>("e => e === document.activeElement")); stops++)
        {
            await Page.Keyboard.PressAsync("Enter");
            await Page.WaitForTimeoutAsync(50);
        }

        await Assertions.Expect(target).ToBeFocusedAsync();
    }

    private async Task TabToAsync(ILocator target)
    {
        for (var stops = 0; stops < 80 && !await target.EvaluateAsync<bool>("e => e === document.activeElement"); stops++)
        {
            await Page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(target).ToBeFocusedAsync();
    }
}
