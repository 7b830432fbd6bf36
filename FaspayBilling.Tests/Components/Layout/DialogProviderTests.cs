using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace FaspayBilling.Tests.Components.Layout;

public sealed class DialogProviderTests : UiTest
{
    [Fact]
    public void A_page_turn_renders_nothing_while_there_is_no_dialog()
    {
        var provider = Render<DialogProvider>();
        var before = provider.RenderCount;

        Services.GetRequiredService<NavigationManager>().NavigateTo("/billings?page=2");

        provider.RenderCount.Should().Be(before);
    }

    [Fact]
    public async Task A_dialog_is_shown_also_after_page_turns()
    {
        var provider = Render<DialogProvider>();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/billings?page=2");

        await provider.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<MudSpacer>("Cancel Billing"));

        provider.WaitForAssertion(() => provider.Markup.Should().Contain("Cancel Billing"));
    }
}
