using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>What ui.js does by itself, in a bare page: keys of menus, whole rows as links, filters, the way back of the focus.</summary>
public sealed class BareScriptTests : IAsyncLifetime
{
    private const string Html = """
        <h1 tabindex="-1">Billings</h1>
        <button id="open">Actions</button>
        <div role="menu">
          <div role="menuitem" tabindex="0" id="first">Edit</div>
          <div role="menuitem" tabindex="0">Duplicate</div>
          <div role="menuitem" tabindex="0">Cancel</div>
        </div>
        <table>
          <tr class="linked" data-key="7">
            <td><a class="row-link" href="#INV-1">INV-1</a></td>
            <td id="cell">Customer</td>
            <td><button id="own" class="row-menu">Own</button></td>
          </tr>
        </table>
        <form><input data-searches id="search" class="mud-input-root"></form>
        """;

    private IPlaywright playwright = null!;
    private IBrowser? browser;
    private IPage page = null!;

    [ChromiumFact]
    public async Task In_a_menu_End_and_Home_jump_and_so_does_a_letter()
    {
        await page.FocusAsync("#first");
        await page.Keyboard.PressAsync("End");
        (await FocusedAsync()).Should().Be("Cancel");
        await page.Keyboard.PressAsync("d");
        (await FocusedAsync()).Should().Be("Duplicate");
        await page.Keyboard.PressAsync("Home");
        (await FocusedAsync()).Should().Be("Edit");
    }

    [ChromiumFact]
    public async Task A_rows_menu_button_tells_the_table_which_row_it_was()
    {
        await page.EvaluateAsync("addEventListener('rowmenu', e => window.asked = e.detail.key)");
        await page.ClickAsync("#own");
        (await page.EvaluateAsync<string>("asked")).Should().Be("7");
    }

    [ChromiumFact]
    public async Task A_search_is_told_once_after_a_pause_in_the_typing_and_not_when_it_is_left()
    {
        await page.EvaluateAsync(
            "window.told = []; window.keys = 0; addEventListener('change', e => told.push(e.target.value)); "
                + "addEventListener('keydown', () => keys++)");
        var start = new DateTime(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
        await page.Clock.InstallAsync(new() { TimeDate = start });
        await page.Clock.PauseAtAsync(start.AddHours(1));
        await page.FocusAsync("#search");
        foreach (var letter in "abadi")
        {
            await page.Keyboard.PressAsync($"{letter}");
            await page.Clock.RunForAsync(40);
        }

        await page.ClickAsync("h1");
        (await page.EvaluateAsync<string[]>("told")).Should().BeEmpty("leaving the field moves no list under the click");

        await page.Clock.RunForAsync(1000);
        (await page.EvaluateAsync<string[]>("told")).Should().Equal("abadi");
        (await page.EvaluateAsync<int>("keys")).Should().Be(0, "no key is a message");
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
    public async Task The_end_of_a_dialog_gives_the_focus_back_to_what_opened_it()
    {
        await page.FocusAsync("#open");
        await page.EvaluateAsync("""
            document.body.insertAdjacentHTML('beforeend', '<div role="dialog"><button id="yes">Yes</button></div>');
            document.getElementById('yes').focus();
            """);
        await page.EvaluateAsync("document.querySelector('[role=dialog]').remove()");
        await page.WaitForFunctionAsync("document.activeElement.id === 'open'");
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
