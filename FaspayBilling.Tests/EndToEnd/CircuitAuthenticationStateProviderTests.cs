using FaspayBilling.Tests.Support;
using FaspayBilling.Web.Demo;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Pages that stay open while somebody else works.</summary>
public sealed class CircuitAuthenticationStateProviderTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Invoice = "INV-FPY-032300400";

    [ChromiumFact]
    public async Task What_one_cancels_shows_in_the_list_and_the_detail_of_others_without_a_reload()
    {
        await using var list = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await using var detail = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await list.GoAsync($"/billings?q={Invoice}", "Billings");
        await Assertions.Expect(list.Row(Invoice).GetByTestId("status")).ToHaveTextAsync("Unpaid");
        await list.Page.GetByLabel($"Check {Invoice}").CheckAsync();
        await detail.GoAsync($"/billings/{Invoice}", Invoice);
        await Assertions.Expect(detail.Page.GetByTestId("status")).ToHaveTextAsync("Unpaid");
        await MarkAsync(list.Page, detail.Page);

        await site.Admin.GoAsync($"/billings/{Invoice}", Invoice);
        await site.Admin.ActAsync("Cancel");

        await Assertions.Expect(list.Row(Invoice).GetByTestId("status")).ToHaveTextAsync("Cancelled");
        await Assertions.Expect(list.Page.GetByLabel($"Check {Invoice}")).ToBeCheckedAsync();
        await Assertions.Expect(detail.Page.GetByTestId("status")).ToHaveTextAsync("Cancelled");
        await Assertions.Expect(detail.Page.GetByText("Cancelled; E-Faktur No 000-22.12345619 stays held")).ToBeVisibleAsync();
        (await AreMarkedAsync(list.Page, detail.Page)).Should().BeTrue("no page was loaded again");
    }

    [ChromiumFact]
    public async Task A_lock_ends_an_open_page_within_a_minute()
    {
        await using var viewer = await Guest.ComeAsync(site.Web, "viewer@fpy.example");
        await viewer.GoAsync("/billings", "Billings");
        await site.Admin.GoAsync("/settings/users", "Users");
        await site.Admin.PressAsync($"Actions for {DemoContent.Found!.Users.Single(u => u.Email == "viewer@fpy.example").Name}");
        await site.Admin.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Lock", Exact = true }).ClickAsync();
        await site.Admin.PressAsync("Yes");
        await site.Admin.PressAsync("OK");

        await Assertions.Expect(
            viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        viewer.Page.Url.Should().Contain("/account/sign-in?returnUrl=%2Fbillings");
        await site.Admin.SeesAsync("Users");
    }

    private static Task MarkAsync(params IPage[] pages) => Task.WhenAll(pages.Select(p => p.EvaluateAsync("window.sameLoad = true")));

    private static async Task<bool> AreMarkedAsync(params IPage[] pages) =>
        (await Task.WhenAll(pages.Select(p => p.EvaluateAsync<bool>("window.sameLoad === true")))).All(same => same);
}
