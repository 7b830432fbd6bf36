using Bunit;
using FaspayBilling.Tests.Support.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Outbox;

public sealed class CallbacksSearchTests : PageTest
{
    [Fact]
    public void The_search_stands_in_the_address_beside_the_state_and_says_when_it_finds_nothing()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/mail/callbacks?state=Failed");
        var page = Show<Web.Components.Pages.Outbox.Callbacks>();
        page.WaitForAssertion(() => page.Markup.Should().Contain("No callback is in this state."));

        page.ByTestId("search").Change("1001");

        page.WaitForAssertion(() => page.Markup.Should().Contain("No callback matches this search."));
        navigation.Uri.Should().EndWith("/mail/callbacks?q=1001&state=Failed");
    }
}
