using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Walk 1 of docs/rules.md 13, step for step in a real browser.</summary>
public sealed class CancellationWalkTests
{
    private const string Invoice = "INV-FPY-032300400";
    private const string Number = "000-22.12345619";

    [ChromiumTheory]
    [InlineData(Language.English)]
    [InlineData(Language.Indonesian)]
    public async Task An_invoice_is_cancelled_its_number_given_back_and_the_next_invoice_of_that_year_gets_it(Language language)
    {
        await using var web = TestWeb.WithDemo();
        await WalkAsync(web.Address, language);
    }

    /// <summary>The walk, wherever a product with the demo is reached.</summary>
    internal static async Task WalkAsync(string address, Language language)
    {
        await using var finance = await Guest.ComeAsync(address, "finance@fpy.example", language: language);
        await WalkAsync(finance);
    }

    /// <summary>The walk of somebody of Finance, however signed in.</summary>
    internal static async Task WalkAsync(Guest finance)
    {
        var page = finance.Page;
        var number = page.GetByTestId("tax-number");
        var available = await AvailableAsync(finance);

        await finance.GoAsync("/e-faktur/files", "E-Faktur Files");
        await SearchAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = finance.Say("Open"), Exact = false })).ToHaveCountAsync(0);

        await finance.GoAsync("/billings", "Billings");
        await SearchAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = Invoice, Exact = true }).ClickAsync();
        await finance.SeesAsync(Invoice);
        await Assertions.Expect(number).ToHaveTextAsync(Number);

        await finance.ActAsync("Cancel");
        await Assertions.Expect(page.GetByTestId("status")).ToHaveTextAsync(finance.Say(InvoiceStatus.Cancelled));
        await Assertions.Expect(number).ToHaveTextAsync(Number);

        await finance.ActAsync("Cancel E-Faktur No");
        await Assertions.Expect(number).Not.ToHaveTextAsync(Number);

        await finance.GoAsync($"/billings?q={Invoice}", "Billings");
        (await finance.CellAsync(Invoice, "E-Faktur No")).Should().NotContain("12345619");
        (await AvailableAsync(finance)).Should().Be(available + 1);

        var next = await NextAsync(finance);
        await finance.GoAsync($"/billings/{next}", next);
        await finance.ActAsync("Generate E-Faktur No");
        await Assertions.Expect(number).ToHaveTextAsync(Number);
    }

    private static async Task SearchAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Searchbox).FillAsync(Invoice);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex($"q={Invoice}"));
    }

    private static async Task<int> AvailableAsync(Guest guest)
    {
        await guest.GoAsync("/e-faktur/numbers", "E-Faktur No");
        return int.Parse(await guest.CellAsync("000-22.", "Available Number"), CultureInfo.InvariantCulture);
    }

    // The demo's second taxed invoice of 2023: issued, without a number.
    private static async Task<string> NextAsync(Guest guest)
    {
        await guest.GoAsync("/billings?from=2023-01-01&to=2023-12-31&status=Unpaid&sort=TaxNumber", "Billings");
        return await guest.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^INV-FPY-") }).First.InnerTextAsync();
    }
}
