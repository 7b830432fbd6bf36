using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>What the Billing List shows, and what its address remembers.</summary>
public sealed class BillingListTests : PageTest
{
    [Fact]
    public async Task The_newest_invoice_date_comes_first_and_the_heading_says_so()
    {
        await Fpy.InvoiceAsync();

        var page = Open();

        page.WaitForAssertion(() => page.AllByRole("columnheader")
            .Single(h => h.TextContent.Trim() == "Invoice Date")
            .GetAttribute("aria-sort")
            .Should().Be("descending"));
    }

    [Fact]
    public async Task A_row_shows_what_the_rules_name_and_leads_to_the_detail()
    {
        await Fpy.InvoiceAsync(
            taxNumber: "000-22.12345619",
            number: "INV-FPY-032300400",
            date: new DateOnly(2023, 3, 7),
            due: JakartaCalendar.EndOf(new DateOnly(2027, 3, 7)),
            price: 1_000_000m);

        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        page.RowsOf()[0]
            .Should().ContainAll(
                "INV-FPY-032300400", "000-22.12345619", "PT Pelanggan Setia", "07/03/2023", "07/03/2027", "Rp 1.110.000", "Unpaid");
        page.ByRole("link", "INV-FPY-032300400").GetAttribute("href").Should().Be("/billings/INV-FPY-032300400");
    }

    [Fact]
    public async Task A_viewer_sees_neither_menus_nor_check_boxes()
    {
        await Fpy.InvoiceAsync();
        SignIn(Fpy.Viewer);

        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        page.AllByRole("checkbox").Should().BeEmpty();
        page.AllByRole("button").Where(b => b.HasAttribute("aria-haspopup")).Should().BeEmpty();
    }

    [Fact]
    public async Task The_address_says_all_that_is_shown()
    {
        for (var day = 1; day <= 12; day++)
        {
            await Fpy.InvoiceAsync(InvoiceStatus.Paid, number: $"MARCH-{day:D2}", date: new DateOnly(2026, 3, day));
        }

        await Fpy.InvoiceAsync(InvoiceStatus.Unpaid, number: "MARCH-UNPAID", date: new DateOnly(2026, 3, 5));
        await Fpy.InvoiceAsync(InvoiceStatus.Paid, number: "MARCH-APRIL", date: new DateOnly(2026, 4, 1));
        await Fpy.InvoiceAsync(InvoiceStatus.Paid, number: "OTHER", date: new DateOnly(2026, 3, 5));

        var page = Open("/billings?q=MARCH&status=Paid&from=2026-03-01&to=2026-03-31&sort=InvoiceNo&dir=desc&size=10&page=2");

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
        page.RowsOf().Select(r => r.Contains("MARCH-02", StringComparison.Ordinal) || r.Contains("MARCH-01", StringComparison.Ordinal))
            .Should().Equal(true, true);
        page.ByTestId("search").GetAttribute("value").Should().Be("MARCH");
        page.ChosenAt("Status").Should().Be("Paid");
        page.ByLabel("Invoice date from").GetAttribute("value").Should().Be("01/03/2026");
        page.ByLabel("Invoice date to").GetAttribute("value").Should().Be("31/03/2026");
        page.ByTestId("total").TextContent.Should().Be("11–12 of 12 invoices");
    }

    [Fact]
    public async Task Each_filter_changes_the_address_and_keeps_the_others()
    {
        await Fpy.InvoiceAsync();
        var page = Open("/billings?sort=Total&dir=desc&size=50&page=1");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());

        page.ChosenAt("Status").Should().Be("All statuses");
        page.ByTestId("search").Change("setia");
        Address.Should().EndWith("/billings?dir=desc&q=setia&size=50&sort=Total");
        page.Pick("Status", "Unpaid");
        Address.Should().EndWith("/billings?dir=desc&q=setia&size=50&sort=Total&status=Unpaid");
        page.ByLabel("Invoice date from").Change("01/11/2026");
        Address.Should().EndWith("/billings?dir=desc&from=2026-11-01&q=setia&size=50&sort=Total&status=Unpaid");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());

        page.Pick("Status", "Paid");
        page.WaitForAssertion(() => page.Markup.Should().Contain("No invoice matches this search."));
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_as_good_as_nothing()
    {
        await Fpy.InvoiceAsync();

        var page = Open("/billings?status=6&sort=Secret&from=yesterday&page=-3&size=1000000");

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
    }

    [Fact]
    public async Task A_page_that_no_longer_exists_becomes_the_last_one_in_the_address_too()
    {
        for (var n = 0; n < 12; n++)
        {
            await Fpy.InvoiceAsync();
        }

        var page = Open("/billings?page=99&size=10");

        page.WaitForAssertion(() => page.ByTestId("total").TextContent.Should().Be("11–12 of 12 invoices"));
        page.RowsOf().Should().HaveCount(2);
        Address.Should().EndWith("/billings?page=2&size=10");
    }

    [Fact]
    public void Without_any_invoice_it_says_so()
    {
        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain("There are no invoices yet."));
        page.FindByRole("link", "Show all").Should().BeNull();
    }

    [Fact]
    public async Task A_search_without_a_result_leads_back_to_all()
    {
        await Fpy.InvoiceAsync();

        var page = Open("/billings?q=nobody");

        page.WaitForAssertion(() => page.Markup.Should().Contain("No invoice matches this search."));
        page.ByRole("link", "Show all").GetAttribute("href").Should().Be("/billings");
    }

    [Fact]
    public async Task With_the_module_off_there_is_no_E_Faktur_column_and_no_such_action()
    {
        var invoice = await Fpy.InvoiceAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/billings");

        var page = Show<BillingList>(p => p.AddCascadingValue(new MerchantContext("PT FPY Indonesia", null, false)));

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        page.AllByRole("columnheader").Select(h => h.TextContent.Trim()).Should().NotContain("E-Faktur No").And.Contain("Customer");
        page.CheckRow(invoice.Number);
        page.FindByRole("button", "Cancel Billing").Should().NotBeNull();
        page.FindByRole("button", "Generate E-Faktur No").Should().BeNull();
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private IRenderedComponent<Screen> Open(string address = "/billings")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<BillingList>();
    }
}
