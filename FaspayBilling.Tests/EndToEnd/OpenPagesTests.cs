using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Pages that stay open while somebody else works.</summary>
public sealed class OpenPagesTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Documented = "INV-FPY-032300400";

    [ChromiumFact]
    public async Task What_one_cancels_shows_in_the_list_and_the_detail_of_others_without_a_reload()
    {
        await using var list = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await using var detail = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await list.GoAsync($"/billings?q={Documented}", "Billings");
        await Assertions.Expect(list.Row(Documented).GetByTestId("status")).ToHaveTextAsync("Unpaid");
        await list.Page.GetByLabel($"Check {Documented}").CheckAsync();
        await detail.GoAsync($"/billings/{Documented}", Documented);
        await Assertions.Expect(detail.Page.GetByTestId("status")).ToHaveTextAsync("Unpaid");
        await MarkAsync(list.Page, detail.Page);

        await site.Admin.GoAsync($"/billings/{Documented}", Documented);
        await site.Admin.ActAsync("Cancel");

        await Assertions.Expect(list.Row(Documented).GetByTestId("status")).ToHaveTextAsync("Cancelled");
        await Assertions.Expect(list.Page.GetByLabel($"Check {Documented}")).ToBeCheckedAsync();
        await Assertions.Expect(detail.Page.GetByTestId("status")).ToHaveTextAsync("Cancelled");
        await Assertions.Expect(detail.Page.GetByText("Cancelled; E-Faktur No 000-22.12345619 stays held")).ToBeVisibleAsync();
        (await AreMarkedAsync(list.Page, detail.Page)).Should().BeTrue("no page was loaded again");
    }

    [ChromiumFact]
    public async Task A_turned_page_keeps_its_rows_in_the_browser_and_no_check_box_of_the_page_before()
    {
        await using var list = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await list.GoAsync("/billings?size=10", "Billings");
        var rows = list.Page.Locator(".paged-table tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(10);
        var first = (await rows.First.Locator("a").InnerTextAsync()).Trim();
        await rows.First.Locator("input").CheckAsync();
        await Assertions.Expect(list.Page.GetByText("1 checked")).ToBeVisibleAsync();
        await rows.First.EvaluateAsync("row => row.stays = true");

        await list.Page.GetByLabel("Next page").ClickAsync();

        await Assertions.Expect(rows.First.Locator("a")).Not.ToHaveTextAsync(first);
        (await rows.First.EvaluateAsync<bool>("row => row.stays === true")).Should().BeTrue("its texts were written anew, not the row");
        await Assertions.Expect(rows.First.Locator("input")).Not.ToBeCheckedAsync();
        (await list.Page.Locator("a.skip").GetAttributeAsync("href")).Should().EndWith("?page=2&size=10#content");
        await list.Page.GetByLabel("Previous page").ClickAsync();
        await Assertions.Expect(rows.First.Locator("a")).ToHaveTextAsync(first);
        await Assertions.Expect(rows.First.Locator("input")).ToBeCheckedAsync();
        await rows.First.Locator("td.cut").HoverAsync();
        (await rows.First.Locator("td.cut").GetAttributeAsync("title")).Should().Be(await rows.First.Locator("td.cut").InnerTextAsync());
    }

    [ChromiumFact]
    public async Task A_lock_ends_an_open_page()
    {
        await using var viewer = await Guest.ComeAsync(site.Web, "viewer@fpy.example");
        await viewer.GoAsync("/billings", "Billings");
        await site.Admin.GoAsync("/settings/users", "Users");
        await site.Admin.PressAsync($"Actions for {DemoContent.Found!.Users.Single(u => u.Email == "viewer@fpy.example").Name}");
        await site.Admin.ChooseAsync("Lock");
        await site.Admin.PressAsync("Yes");
        await site.Admin.PressAsync("OK");

        await EndsAsync(viewer.Page);
        viewer.Page.Url.Should().Contain("/account/sign-in?returnUrl=%2Fbillings");
        await site.Admin.SeesAsync("Users");
    }

    [ChromiumFact]
    public async Task With_Record_payment_open_a_lock_ends_the_page_and_what_is_saved_a_moment_before_is_refused()
    {
        const string Email = "locked@fpy.example";
        var (merchant, id) = await UserAsync(Email, Role.Finance);
        var number = await site.Web.ReadAsync(db => db.Set<Invoice>()
            .Where(i => i.MerchantId == merchant && i.DocumentType == DocumentType.Invoice && i.Number != Documented)
            .Where(i => i.Status == InvoiceStatus.Unpaid)
            .OrderBy(i => i.Id)
            .Select(i => i.Number)
            .FirstAsync());
        await using var finance = await Guest.ComeAsync(site.Web, Email);
        await finance.GoAsync($"/billings/{number}", number);
        await finance.PressAsync("Actions");
        await finance.ChooseAsync("Record payment");
        await finance.Page.GetByLabel("Amount").FillAsync("1000");

        (await site.Web.Get<LockUser>().HandleAsync(Actor.System(merchant), id, default)).Ok.Should().BeTrue();

        try
        {
            var save = finance.Page.Locator("[role=dialog]").GetByRole(AriaRole.Button, new() { Name = "Save" });
            await save.ClickAsync(new() { Timeout = 1_000 });
        }
        catch (Exception gone) when (gone is TimeoutException or PlaywrightException)
        {
            // The page ended before the finger came down.
        }

        await EndsAsync(finance.Page);
        var payments = await site.Web.ReadAsync(
            db => db.Set<Invoice>().Where(i => i.MerchantId == merchant && i.Number == number).SelectMany(i => i.Payments).CountAsync());
        payments.Should().Be(0);
    }

    [ChromiumFact]
    public async Task A_sign_out_in_one_tab_ends_the_other_tabs_of_the_browser_and_no_other_browser()
    {
        await using var guest = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await using var elsewhere = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await elsewhere.GoAsync("/billings", "Billings");
        await guest.GoAsync("/billings", "Billings");
        var tab = guest.In(await guest.Page.Context.NewPageAsync());
        await tab.GoAsync("/customers", "Customers");

        await tab.Page.GetByTestId("user-menu").ClickAsync();
        await tab.ChooseAsync("Sign out");

        await EndsAsync(guest.Page);
        await elsewhere.GoAsync("/billings", "Billings");
    }

    [ChromiumFact]
    public async Task My_sessions_ends_another_device()
    {
        const string Email = "devices@fpy.example";
        await UserAsync(Email, Role.Finance);
        await using var there = await Guest.ComeAsync(site.Web, Email);
        await there.GoAsync("/billings", "Billings");
        await using var here = await Guest.ComeAsync(site.Web, Email);

        await here.Page.GetByTestId("user-menu").ClickAsync();
        await here.ChooseAsync("My account");
        await here.SeesAsync("My account");
        await here.Page.GetByRole(AriaRole.Link, new() { Name = "Show", Exact = true }).ClickAsync();
        await here.SeesAsync("My sessions");
        await here.Page.GetByLabel("Password").FillAsync(DemoAccess.Password);
        await here.PressAsync("Continue");
        await here.PressAsync("End all others");

        await EndsAsync(there.Page);
        await here.GoAsync("/billings", "Billings");
    }

    [ChromiumFact]
    public async Task A_click_in_an_open_page_is_use_of_its_session()
    {
        await using var guest = await Guest.ComeAsync(site.Web, "finance@fpy.example");
        await guest.GoAsync("/billings", "Billings");

        var told = await guest.Page.RunAndWaitForResponseAsync(
            () => guest.Page.GetByTestId("user-menu").ClickAsync(),
            answer => answer.Url.EndsWith("/account/used", StringComparison.Ordinal));

        told.Status.Should().Be(204);
    }

    // How soon the server ends a page says SessionWatchTests; the sign-in that follows loads as fast as the machine can.
    private static Task EndsAsync(IPage page) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();

    private async Task<(long Merchant, long Id)> UserAsync(string email, Role role)
    {
        var merchant = await site.Web.ReadAsync(db => db.Set<Merchant>().Where(m => m.Code == "FPY").Select(m => m.Id).SingleAsync());
        return (merchant, await site.Web.UserAsync(merchant, email, role));
    }

    private static Task MarkAsync(params IPage[] pages) => Task.WhenAll(pages.Select(p => p.EvaluateAsync("window.sameLoad = true")));

    private static async Task<bool> AreMarkedAsync(params IPage[] pages) =>
        (await Task.WhenAll(pages.Select(p => p.EvaluateAsync<bool>("window.sameLoad === true")))).All(same => same);
}
