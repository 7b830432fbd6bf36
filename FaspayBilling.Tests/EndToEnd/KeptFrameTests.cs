using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Where a page says no, the way on is still there: the frame with its menu.</summary>
public sealed class KeptFrameTests(DemoSite site) : IClassFixture<DemoSite>
{
    [ChromiumTheory]
    [InlineData("/settings/users", "Not allowed", "Ask a user with the role Admin.")]
    [InlineData("/customers/import", "Not allowed", "Ask a user with the role Finance.")]
    [InlineData("/nowhere", "Not found", "There is no page at this address.")]
    public async Task What_is_refused_keeps_the_menu(string path, string heading, string sentence)
    {
        await using var viewer = await Guest.ComeAsync(site.Web, "viewer@fpy.example");

        await viewer.GoAsync(path, heading);

        await Assertions.Expect(viewer.Page.GetByText(sentence)).ToBeVisibleAsync();
        var menu = viewer.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        await menu.GetByRole(AriaRole.Link, new() { Name = "Customers" }).ClickAsync();
        await viewer.SeesAsync("Customers");
    }
}
