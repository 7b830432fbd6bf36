using System.Text.RegularExpressions;
using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>The cancellation of walk 1 by somebody who has no mouse.</summary>
public sealed class KeyboardTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Invoice = "INV-FPY-032300400";

    private IPage Page => site.Admin.Page;

    private ILocator Actions => Page.GetByRole(AriaRole.Button, new() { Name = "Actions", Exact = true });

    private ILocator Menu => Page.GetByRole(AriaRole.Menu);

    private ILocator Dialog => Page.Locator("[role=dialog]");

    [ChromiumFact]
    public async Task An_invoice_is_found_cancelled_and_its_number_given_back_with_the_keyboard_alone()
    {
        await site.Admin.GoAsync("/billings", "Billings");

        // A new page gives its heading the focus; keys pressed before that would go astray.
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await TabToAsync(Page.GetByRole(AriaRole.Searchbox));
        await Page.Keyboard.TypeAsync(Invoice);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync(new Regex($"q={Invoice}"));
        await Assertions.Expect(Page.Locator("a.row-link")).ToHaveCountAsync(1);
        await TabToAsync(Page.Locator("a.row-link"));
        await Page.Keyboard.PressAsync("Enter");
        await site.Admin.SeesAsync(Invoice);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        await TabToAsync(Actions);
        await EscapeLeavesTheMenuAsync();
        await EscapeLeavesTheDialogAsync();

        await ActAsync("Cancel");
        await Assertions.Expect(Page.GetByTestId("status")).ToHaveTextAsync("Cancelled");
        await Assertions.Expect(Actions).ToBeFocusedAsync();

        await ActAsync("Cancel E-Faktur No");
        await Assertions.Expect(Page.GetByTestId("tax-number")).Not.ToHaveTextAsync("000-22.12345619");
        await Assertions.Expect(Actions).ToBeFocusedAsync();
    }

    private async Task EscapeLeavesTheMenuAsync()
    {
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Menu.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("End");
        await Assertions.Expect(Menu.GetByRole(AriaRole.Menuitem).Last).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Menu).ToHaveCountAsync(0);
        await Assertions.Expect(Actions).ToBeFocusedAsync();
    }

    private async Task EscapeLeavesTheDialogAsync()
    {
        await ChooseAsync("Cancel", key: "c");
        await Assertions.Expect(Dialog.GetByRole(AriaRole.Heading, new() { Name = "Cancel" })).ToBeVisibleAsync();

        // The dialog hears keys once it has the focus.
        await Assertions.Expect(Dialog.Locator(":focus")).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
        await Assertions.Expect(Actions).ToBeFocusedAsync();
        await Assertions.Expect(Page.GetByTestId("status")).ToHaveTextAsync("Unpaid");
    }

    private async Task ActAsync(string action)
    {
        await ChooseAsync(action);
        await PressInDialogAsync("Yes");
        await PressInDialogAsync("OK");
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    // From the Actions button, which has the focus.
    private async Task ChooseAsync(string action, string key = "ArrowDown")
    {
        var item = Menu.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true });
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Menu.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        for (var left = await Menu.GetByRole(AriaRole.Menuitem).CountAsync(); left > 0 && !await IsFocusedAsync(item); left--)
        {
            await Page.Keyboard.PressAsync(key);
        }

        await ShowsFocusOnAsync(item);
        await Page.Keyboard.PressAsync("Enter");
    }

    private async Task PressInDialogAsync(string button)
    {
        var dialog = Dialog.Filter(new() { Has = Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }) });
        await Assertions.Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);
        await TabToAsync(Dialog.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
        await Page.Keyboard.PressAsync("Enter");
    }

    private async Task TabToAsync(ILocator target)
    {
        for (var stops = 0; stops < 60 && !await IsFocusedAsync(target); stops++)
        {
            await Page.Keyboard.PressAsync("Tab");
            await ShowsFocusAsync();
        }

        await ShowsFocusOnAsync(target);
    }

    private async Task ShowsFocusOnAsync(ILocator target)
    {
        await Assertions.Expect(target).ToBeFocusedAsync();
        await ShowsFocusAsync();
    }

    // An outline of at least two pixels, or the frame of the library's field as thick, and nothing of it outside the window.
    private async Task ShowsFocusAsync() =>
        (await Page.EvaluateAsync<string>("""
            () => {
                const focused = document.activeElement, style = getComputedStyle(focused), box = focused.getBoundingClientRect();
                if (focused === document.body) return 'nothing';
                const frame = focused.closest('.mud-input-outlined')?.querySelector('.mud-input-outlined-border');
                const framed = frame && parseFloat(getComputedStyle(frame).borderTopWidth) >= 2;
                const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                if (!framed && !outlined) return 'no outline: ' + focused.outerHTML.slice(0, 200);
                return box.bottom <= 0 || box.top >= innerHeight ? 'out of sight: ' + focused.outerHTML.slice(0, 200) : 'seen';
            }
            """)).Should().Be("seen");

    private static Task<bool> IsFocusedAsync(ILocator target) => target.EvaluateAsync<bool>("e => e === document.activeElement");
}
