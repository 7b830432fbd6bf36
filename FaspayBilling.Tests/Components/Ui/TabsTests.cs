using Bunit;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class TabsTests : UiTest
{
    [Theory]
    [InlineData("/settings/billing", "Features")]
    [InlineData("/settings/billing?tab=notifications", "Notifications")]
    public void The_tab_of_the_address_is_the_current_one(string address, string current)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Show<Tabs>(p => p.Add(t => t.Label, "Settings")
            .Add(t => t.Items, [new("Features", "/settings/billing"), new("Notifications", "/settings/billing?tab=notifications")]));

        page.AllByRole("link").Where(l => l.HasAttribute("aria-current")).Select(Roles.NameOf).Should().Equal(current);
    }
}
