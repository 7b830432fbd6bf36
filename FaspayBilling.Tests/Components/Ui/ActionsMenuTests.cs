using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class ActionsMenuTests : UiTest
{
    private const string Name = "Actions for INV-FPY-032300400";
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
    public void Open_it_holds_the_entries_and_the_browser_is_told_to_press_the_button()
    {
        var page = RenderMenu();

        page.MenuOf(Name).Should().Equal("Duplicate", "Cancel");

        page.ByRole("button", Name).GetAttribute("aria-expanded").Should().Be("true");
        JSInterop.VerifyInvoke("ui.press");
    }

    [Fact]
    public void A_chosen_entry_runs_and_the_menu_closes()
    {
        var page = RenderMenu();

        page.Choose("Cancel", Name);

        page.WaitForAssertion(() => chosen.Should().Equal("Cancel"));
        page.WaitForAssertion(() => page.FindByRole("menu").Should().BeNull());
    }

    [Fact]
    public void Closed_by_a_click_elsewhere_it_is_gone()
    {
        var page = RenderMenu();
        page.OpenMenu(Name);

        page.Find(".mud-overlay").Click();

        page.WaitForAssertion(() => page.FindByRole("menu").Should().BeNull());
        chosen.Should().BeEmpty();
    }

    [Fact]
    public void Opened_again_it_asks_again()
    {
        var page = RenderMenu();
        page.OpenMenu(Name);
        asked.Should().Be(1);

        page.ByRole("button", Name).Click();
        page.WaitForAssertion(() => page.FindByRole("menu").Should().BeNull());
        page.ByRole("button", Name).Click();

        page.WaitForAssertion(() => asked.Should().Be(2));
    }

    [Fact]
    public async Task While_it_waits_for_its_entries_it_stays_closed()
    {
        var wait = new TaskCompletionSource<IReadOnlyList<MenuItem>>();
        var page = Show<ActionsMenu>(p => p.Add(m => m.Items, () => wait.Task));
        var opening = page.Find("button").ClickAsync();
        page.FindByRole("menu").Should().BeNull();

        wait.SetResult([]);
        await opening;

        page.MenuOf().Should().Equal("Nothing to do");
    }

    private IRenderedComponent<Screen> RenderMenu() => Show<ActionsMenu>(p => p
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
