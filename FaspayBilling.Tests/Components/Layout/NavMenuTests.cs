using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Layout;

public sealed class NavMenuTests : UiTest
{
    [Fact]
    public void An_admin_sees_every_entry() =>
        Entries(admin: true, eFaktur: true).Should().Equal("Billings", "E-Faktur", "Customers", "Reports", "Mail outbox", "Settings");

    [Fact]
    public void Settings_are_for_admins() =>
        Entries(admin: false, eFaktur: true).Should().Equal("Billings", "E-Faktur", "Customers", "Reports", "Mail outbox");

    [Fact]
    public void Without_the_module_there_is_no_E_Faktur() =>
        Entries(admin: true, eFaktur: false).Should().Equal("Billings", "Customers", "Reports", "Mail outbox", "Settings");

    [Theory]
    [InlineData("/billings?page=2", "Billings")]
    [InlineData("/billings/INV-1", "Billings")]
    [InlineData("/e-faktur/numbers", "E-Faktur")]
    [InlineData("/mailing", null)]
    public void The_entry_above_the_page_is_marked(string address, string? entry)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/customers");
        var menu = Show<NavMenu>(p => p.Add(m => m.IsAdmin, true).Add(m => m.EFaktur, true));

        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        menu.AllByRole("link").Where(l => l.GetAttribute("aria-current") == "page" && l.ClassList.Contains("active"))
            .Select(Roles.NameOf).Should().Equal(entry is null ? [] : [entry]);
    }

    private IEnumerable<string> Entries(bool admin, bool eFaktur) =>
        Show<NavMenu>(p => p.Add(m => m.IsAdmin, admin).Add(m => m.EFaktur, eFaktur)).AllByRole("link").Select(Roles.NameOf);
}
