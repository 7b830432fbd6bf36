using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>What ui.js does by itself, in a bare page: menus by keyboard, whole rows as links, dialogs that only the page closes.</summary>
public sealed class BareScriptTests : IAsyncLifetime
{
    private const string Html = """
        <h1 tabindex="-1">Billings</h1>
        <button id="open">Actions</button>
        <div id="menu" popover="manual" role="menu"><button role="menuitem">Edit</button><button role="menuitem">Duplicate</button><button role="menuitem">Cancel</button></div>
        <table><tr class="linked"><td><a class="row-link" href="#INV-1">INV-1</a></td><td id="cell">Customer</td><td><button id="own">Own</button></td></tr></table>
        <dialog id="dialog"><button id="yes">Yes</button></dialog>
        """;

    private IPlaywright playwright = null!;
    private IBrowser? browser;
    private IPage page = null!;

    [ChromiumFact]
    public async Task Arrows_walk_the_menu_round_and_a_letter_jumps()
    {
        await page.EvaluateAsync("ui.openMenu(open_, menu_)");
        (await FocusedAsync()).Should().Be("Edit");
        await page.Keyboard.PressAsync("ArrowUp");
        (await FocusedAsync()).Should().Be("Cancel");
        await page.Keyboard.PressAsync("ArrowDown");
        (await FocusedAsync()).Should().Be("Edit");
        await page.Keyboard.PressAsync("End");
        (await FocusedAsync()).Should().Be("Cancel");
        await page.Keyboard.PressAsync("d");
        (await FocusedAsync()).Should().Be("Duplicate");
    }

    [ChromiumFact]
    public async Task Escape_and_a_click_elsewhere_say_close_and_Escape_gives_the_focus_back()
    {
        await page.EvaluateAsync("window.closes = 0; menu_.addEventListener('close', () => closes++); ui.openMenu(open_, menu_)");
        await page.Keyboard.PressAsync("Escape");
        (await FocusedAsync()).Should().Be("Actions");
        (await page.EvaluateAsync<int>("closes")).Should().Be(1);

        await page.EvaluateAsync("menu_.hidePopover(); ui.openMenu(open_, menu_)");
        await page.ClickAsync("#cell");
        (await page.EvaluateAsync<int>("closes")).Should().Be(2);
    }

    [ChromiumFact]
    public async Task A_click_anywhere_in_a_row_follows_its_link_but_not_on_a_button_in_it()
    {
        await page.ClickAsync("#own");
        page.Url.Should().NotContain("#INV-1");
        await page.ClickAsync("#cell");
        page.Url.Should().EndWith("#INV-1");
    }

    [ChromiumFact]
    public async Task Escape_twice_does_not_close_a_dialog_behind_the_pages_back_and_the_end_gives_the_focus_back()
    {
        await page.FocusAsync("#open");
        await page.EvaluateAsync("ui.openDialog(dialog_)");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync("dialog_.open");

        await page.EvaluateAsync("dialog_.remove(); ui.dialogClosed()");
        (await FocusedAsync()).Should().Be("Actions");
    }

    public async Task InitializeAsync()
    {
        if (!Browser.IsInstalled)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await Browser.LaunchAsync(playwright);
        page = await browser.NewPageAsync();
        await page.SetContentAsync(Html);
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Sources.Root, "FaspayBilling.Web", "wwwroot", "ui.js") });
        await page.EvaluateAsync("window.open_ = document.getElementById('open'); window.menu_ = document.getElementById('menu'); window.dialog_ = document.getElementById('dialog')");
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private Task<string> FocusedAsync() => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");
}
