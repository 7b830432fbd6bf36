using Bunit.TestDoubles;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Layout;

public sealed class UserMenuTests : UiTest
{
    [Fact]
    public void The_role_stands_apart_from_the_name()
    {
        var menu = Show<UserMenu>(p => p.Add(m => m.Name, "Fajar Finance").Add(m => m.Role, "Finance").Add(m => m.Merchant, "Faspay Demo"));

        menu.ByRole("button", "Account of Fajar Finance, Finance").TextContent.Trim().Should().Be("Fajar Finance · Finance");
    }

    [Fact]
    public void My_account_leads_to_its_page_which_the_browser_loads()
    {
        var menu = Show<UserMenu>(p => p.Add(m => m.Name, "Fajar").Add(m => m.Role, "Finance").Add(m => m.Merchant, "Faspay Demo"));

        menu.Choose("My account", "Account of Fajar, Finance");

        var navigation = (BunitNavigationManager)Services.GetRequiredService<NavigationManager>();
        navigation.Uri.Should().EndWith("/account");
        navigation.History.First().Options.ForceLoad.Should().BeTrue();
    }
}
