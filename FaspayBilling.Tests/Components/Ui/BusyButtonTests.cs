using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class BusyButtonTests : UiTest
{
    private readonly TaskCompletionSource done = new();
    private int runs;

    [Fact]
    public async Task A_double_click_runs_once_and_the_button_is_busy_until_it_is_done()
    {
        var page = RenderButton();

        var first = page.Find("button").ClickAsync();
        page.Find("button").GetAttribute("aria-disabled").Should().Be("true");
        var second = page.Find("button").ClickAsync();
        done.SetResult();
        await first;
        await second;

        runs.Should().Be(1);
        page.Find("button").HasAttribute("aria-busy").Should().BeFalse();
    }

    [Fact]
    public async Task After_an_error_it_can_be_pressed_again()
    {
        var page = RenderButton();
        var first = page.Find("button").ClickAsync();
        done.SetException(new InvalidOperationException("no"));
        await first;

        page.Find("button").HasAttribute("aria-disabled").Should().BeFalse();
    }

    [Fact]
    public async Task Each_run_is_counted_for_the_script_that_holds_clicks_back()
    {
        var page = RenderButton();
        page.Find("button").GetAttribute("data-runs").Should().Be("0");
        var first = page.Find("button").ClickAsync();
        page.Find("button").GetAttribute("data-runs").Should().Be("0");
        done.SetResult();
        await first;

        page.Find("button").GetAttribute("data-runs").Should().Be("1");
    }

    [Fact]
    public void A_button_without_text_has_a_name()
    {
        var page = Show<BusyButton>(p => p.Add(b => b.Icon, MudBlazor.Icons.Material.Outlined.Edit).Add(b => b.Label, "Edit range"));

        page.ByRole("button", "Edit range").Should().NotBeNull();
    }

    private IRenderedComponent<Screen> RenderButton() => Show<BusyButton>(p => p
        .Add(b => b.Text, "Save")
        .Add(b => b.OnClick, () =>
        {
            runs++;
            return done.Task;
        }));
}
