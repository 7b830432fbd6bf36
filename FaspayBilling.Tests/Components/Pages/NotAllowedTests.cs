using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages;
using FaspayBilling.Web.Components.Pages.Customers;
using FaspayBilling.Web.Components.Pages.Settings;

namespace FaspayBilling.Tests.Components.Pages;

public sealed class NotAllowedTests : UiTest
{
    [Theory]
    [InlineData(typeof(CustomerImportPage), "Finance")]
    [InlineData(typeof(UsersPage), "Admin")]
    [InlineData(typeof(MerchantPage), "Admin")]
    public void The_least_role_that_may_open_the_page_is_named_and_a_way_on_is_offered(Type page, string role)
    {
        var refused = Show<NotAllowed>(p => p.Add(n => n.Page, page));

        refused.ByRole("status").TextContent.Should().Contain($"Ask a user with the role {role}.");
        refused.ByRole("link", "To the billings").GetAttribute("href").Should().Be("/billings");
    }
}
