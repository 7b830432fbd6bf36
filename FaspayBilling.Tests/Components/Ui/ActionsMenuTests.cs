using Bunit;
using FaspayBilling.Tests.Support;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class ActionsMenuTests : UiTest
{
    private readonly List<string> chosen = [];
    private int asked;

    [Fact]
    public void Closed_it_asks_for_nothing()
    {
        var page = RenderMenu();

        asked.Should().Be(0);
        page.ByRole("button", "Actions for INV-FPY-032300400").GetAttribute("aria-expanded").Should().Be("false");
        page.FindByRole("menu").Should().BeNull();
    }

    [Fact]
    public void Open_it_holds_the_entries_and_the_browser_is_told_to_show_it()
    {
        var page = RenderMenu();
        page.Find("button").Click();

        page.AllByRole("menuitem").Select(Roles.NameOf).Should().Equal("Duplicate", "Cancel");
        page.Find("button").GetAttribute("aria-expanded").Should().Be("true");
        JSInterop.VerifyInvoke("ui.openMenu");
    }

    [Fact]
    public void A_chosen_entry_runs_after_the_menu_closed_and_the_button_has_the_focus_again()
    {
        var page = RenderMenu();
        page.Find("button").Click();
        page.ByRole("menuitem", "Cancel").Click();

        chosen.Should().Equal("Cancel");
        page.FindByRole("menu").Should().BeNull();
        JSInterop.VerifyInvoke("ui.focus");
    }

    [Fact]
    public void Closed_by_Escape_or_a_click_elsewhere_it_is_gone()
    {
        var page = RenderMenu();
        page.Find("button").Click();
        page.ByRole("menu").TriggerEvent("onclose", EventArgs.Empty);

        page.FindByRole("menu").Should().BeNull();
        chosen.Should().BeEmpty();
    }

    [Fact]
    public void Opened_again_it_asks_again()
    {
        var page = RenderMenu();
        page.Find("button").Click();
        page.Find("button").Click();
        page.Find("button").Click();

        asked.Should().Be(2);
    }

    [Fact]
    public async Task An_answer_after_it_was_closed_is_dropped()
    {
        var wait = new TaskCompletionSource<IReadOnlyList<MenuItem>>();
        var page = Render<ActionsMenu>(p => p.Add(m => m.Items, () => wait.Task));
        var opening = page.Find("button").ClickAsync();
        page.ByRole("menu").TextContent.Should().Contain("Loading");
        await page.ByRole("menu").TriggerEventAsync("onclose", EventArgs.Empty);
        wait.SetResult([]);
        await opening;

        page.FindByRole("menu").Should().BeNull();
    }

    private IRenderedComponent<ActionsMenu> RenderMenu() => Render<ActionsMenu>(p => p
        .Add(m => m.Dots, true)
        .Add(m => m.Label, "Actions for INV-FPY-032300400")
        .Add(m => m.Items, () =>
        {
            asked++;
            return Task.FromResult<IReadOnlyList<MenuItem>>([Item("Duplicate"), Item("Cancel") with { Danger = true }]);
        }));

    private MenuItem Item(string text) => new(text, () =>
    {
        chosen.Add(text);
        return Task.CompletedTask;
    });
}
