using Bunit;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Settings;

public sealed class BillingSettingsPageTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Fpy.Admin);
    }

    [Fact]
    public async Task A_switched_off_module_is_saved_and_OK_shows_the_new_state()
    {
        var page = Open("features");

        page.ByLabel("E-Faktur Module").Change(false);
        page.ByRole("button", "Save").Click();
        page.WaitForAssertion(() => page.Markup.Should().Contain("The features were saved."));
        page.ByRole("button", "OK").Click();

        page.WaitForAssertion(() => page.FindByRole("button", "OK").Should().BeNull());
        page.ByLabel("E-Faktur Module").HasAttribute("checked").Should().BeFalse();
        (await ReadAsync()).EFakturModule.Should().BeFalse();
    }

    [Fact]
    public async Task A_wrong_address_is_named_at_the_field_and_what_was_typed_stays()
    {
        var page = Open("notifications");
        page.Markup.Should().Contain("No address is set");

        page.ByLabel("E-mail addresses").Change("a@fpy.example\nnobody");
        page.ByRole("button", "Save").Click();

        page.WaitForAssertion(() => page.ErrorAt("E-mail addresses").Should().Contain("“nobody”"));
        page.ByLabel("E-mail addresses").GetAttribute("value").Should().Be("a@fpy.example\nnobody");
        page.ByLabel("E-mail addresses").GetAttribute("aria-invalid").Should().Be("true");
        (await ReadAsync()).Addresses.Should().BeEmpty();
    }

    [Fact]
    public async Task How_to_pay_is_saved_and_shown_again()
    {
        var page = Open("payment");

        page.ByLabel("How to pay").Change("BCA 123");
        page.ByRole("button", "Save").Click();
        page.WaitForAssertion(() => page.Markup.Should().Contain("The payment instructions were saved."));
        page.ByRole("button", "OK").Click();

        page.WaitForAssertion(() => page.ByLabel("How to pay").GetAttribute("value").Should().Be("BCA 123"));
        (await ReadAsync()).PaymentInstructions.Should().Be("BCA 123");
    }

    [Fact]
    public async Task A_window_is_saved_and_shown_again()
    {
        var page = Open("cancellation");

        page.ByLabel("Cancellation window (hours)").Change("72");
        page.ByRole("button", "Save").Click();
        page.WaitForAssertion(() => page.ByRole("button", "OK"));
        page.ByRole("button", "OK").Click();

        page.WaitForAssertion(() => page.ByLabel("Cancellation window (hours)").GetAttribute("value").Should().Be("72"));
        (await ReadAsync()).WindowHours.Should().Be(72);
    }

    [Fact]
    public async Task A_window_that_cannot_be_read_is_marked_when_the_field_is_left_and_one_with_a_dot_is_read()
    {
        const string Hours = "Cancellation window (hours)";
        var page = Open("cancellation");

        page.ByLabel(Hours).Change("1.5");
        page.WaitForAssertion(() => page.ErrorAt(Hours).Should().Contain("1 to 8.760 hours"));

        page.ByLabel(Hours).Change("8.760");
        page.WaitForAssertion(() => page.ErrorAt(Hours).Should().BeEmpty());
        page.Press("Save");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByLabel(Hours).GetAttribute("value").Should().Be("8.760"));
        (await ReadAsync()).WindowHours.Should().Be(8_760);
    }

    [Fact]
    public async Task A_change_elsewhere_is_said_keeps_what_was_typed_and_is_refused_when_saved_over()
    {
        var page = Open("cancellation");
        page.ByLabel("Cancellation window (hours)").Change("72");

        await Db.Get<SaveCancellationWindow>().HandleAsync(Fpy.Admin, "24", 0, default);
        page.WaitForAssertion(() => page.Markup.Should().Contain("This page changed elsewhere."));
        page.ByRole("button", "Save").Click();

        page.WaitForAssertion(() => page.Markup.Should().Contain(
            "This changed after you opened it, in another window or by somebody else. "
            + "What you typed is still here; open it again to see it as it is now."));
        page.ByLabel("Cancellation window (hours)").GetAttribute("value").Should().Be("72");
        page.ByRole("button", "Refresh").Click();
        page.WaitForAssertion(() => page.ByLabel("Cancellation window (hours)").GetAttribute("value").Should().Be("24"));
    }

    [Fact]
    public void Without_a_tab_the_address_gets_the_first_one()
    {
        Open(null);

        Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith("/settings/billing?tab=features");
    }

    [Fact]
    public async Task A_page_that_is_left_listens_no_more()
    {
        Open("features");
        Db.Live.Listeners.Should().Be(1);

        await DisposeComponentsAsync();

        Db.Live.Listeners.Should().Be(0);
    }

    private IRenderedComponent<Screen> Open(string? tab)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(tab is null ? "/settings/billing" : $"/settings/billing?tab={tab}");
        var page = Show<BillingSettingsPage>();
        page.WaitForAssertion(() => page.ByRole("button", "Save"));
        return page;
    }

    private async Task<BillingSettingsView> ReadAsync() => (await Db.Get<ReadBillingSettings>().HandleAsync(Fpy.Admin, default)).Value;
}
