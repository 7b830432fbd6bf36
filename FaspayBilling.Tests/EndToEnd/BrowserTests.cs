using FaspayBilling.Core.Accounts;
using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

public sealed class BrowserTests
{
    [ChromiumFact]
    public async Task The_first_person_sets_up_the_merchant_is_signed_in_and_signs_out()
    {
        await using var web = new TestWeb();
        var link = await web.Get<OfferSetup>().HandleAsync(CancellationToken.None);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync(web.Address + new Uri(link).PathAndQuery);

        await page.GetByLabel("Merchant name").FillAsync("Toko Baru");
        await page.GetByLabel("Code").FillAsync("tkb");
        await page.GetByLabel("Your name").FillAsync("Budi");
        await page.GetByLabel("Your e-mail").FillAsync("budi@tkb.example");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(DemoUsers.Password);
        await page.GetByLabel("Password again").FillAsync(DemoUsers.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up and sign in" }).ClickAsync();
        await page.GetByLabel("Account of Budi").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }
}
