using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Layout;

namespace FaspayBilling.Tests.Components.Layout;

public sealed class UserMenuTests : UiTest
{
    [Fact]
    public void The_role_stands_apart_from_the_name()
    {
        var menu = Show<UserMenu>(p => p.Add(m => m.Name, "Fajar Finance").Add(m => m.Role, "Finance").Add(m => m.Merchant, "Faspay Demo"));

        menu.ByRole("button", "Account of Fajar Finance, Finance").TextContent.Trim().Should().Be("Fajar Finance · Finance");
    }
}
