using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Layout;

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

    private IEnumerable<string> Entries(bool admin, bool eFaktur) =>
        Show<NavMenu>(p => p.Add(m => m.IsAdmin, admin).Add(m => m.EFaktur, eFaktur)).AllByRole("link").Select(Roles.NameOf);
}
