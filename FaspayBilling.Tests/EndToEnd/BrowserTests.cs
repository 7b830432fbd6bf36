using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

public sealed class BrowserTests
{
    [ChromiumFact]
    public async Task A_click_in_a_real_browser_counts()
    {
        await using var web = new TestWeb();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(web.Address);

        await page.GetByRole(AriaRole.Button, new() { Name = "Count" }).ClickAsync();

        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync("1");
    }
}
