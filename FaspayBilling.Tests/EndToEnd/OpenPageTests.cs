using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain;
using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

public sealed class OpenPageTests
{
    [ChromiumFact]
    public async Task A_lock_ends_an_open_page_within_a_minute()
    {
        await using var web = new TestWeb();
        var link = await web.Get<OfferSetup>().HandleAsync(default);
        await web.Get<CompleteSetup>().HandleAsync(new SetupRequest(link.Split("link=")[1], "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoUsers.Password), default);
        var vera = await web.UserAsync(1, "vera@fpy.example", Role.Viewer);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{web.Address}/account/sign-in?returnUrl=/billings");
        await page.GetByLabel("E-mail").FillAsync("vera@fpy.example");
        await page.GetByLabel("Password").FillAsync(DemoUsers.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Billings" })).ToBeVisibleAsync();

        await web.Get<LockUser>().HandleAsync(new Actor(1, null, "Ada", Role.Admin), vera, default);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        page.Url.Should().Contain("/account/sign-in?returnUrl=%2Fbillings");
    }
}
