using Bunit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Reports;

/// <summary>Invoice Aging leaves the screen: as a workbook, and on paper.</summary>
public sealed class InvoiceAgingPrintTests : PageTest
{
    private DateOnly Today => JakartaCalendar.DayOf(Db.Clock.Now());

    [Fact]
    public async Task The_report_leads_to_its_print_view_of_the_same_day_and_search()
    {
        await Fpy.InvoiceAsync();
        var page = Open<InvoiceAging>("/reports/aging?asof=2026-11-16&q=setia");

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());

        page.ByRole("link", "Print view").GetAttribute("href").Should().Be("/reports/aging/print?asof=2026-11-16&q=setia");
    }

    [Fact]
    public async Task The_print_view_holds_all_rows_and_the_sums()
    {
        for (var i = 0; i < 26; i++) await Fpy.InvoiceAsync(taxed: false, price: 1_000);
        await Fpy.InvoiceAsync(taxed: false, price: 500_000, date: Today.AddDays(-60), due: JakartaCalendar.EndOf(Today.AddDays(-40)));

        var page = Open<InvoiceAgingPrint>("/reports/aging/print");

        page.WaitForAssertion(() => page.FindAll(".plain-table tbody tr").Should().HaveCount(27));
        page.FindAll(".plain-table tbody tr")[0].TextContent.Should().Contain("31–60 days").And.Contain("Rp 500.000");
        page.ByTestId("open-total").TextContent.Should().Be("Rp 526.000");
        page.ByRole("button", "Print").HasAttribute("data-prints").Should().BeTrue();
        page.Markup.Should().NotContain("are shown; the workbook holds all");
    }

    [Fact]
    public async Task The_print_view_says_what_was_searched()
    {
        await Fpy.InvoiceAsync();

        var page = Open<InvoiceAgingPrint>("/reports/aging/print?q=setia");

        page.WaitForAssertion(() => page.ByTestId("printed-for").TextContent.Should().Be("Search: setia"));
    }

    [Fact]
    public async Task The_report_is_downloaded_as_a_workbook()
    {
        await Fpy.InvoiceAsync();
        var page = Open<InvoiceAging>("/reports/aging");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());

        page.Press("Download XLSX");

        page.WaitForAssertion(() => page.ByRole("link", "Download").GetAttribute("download").Should().Be("Invoice Aging.xlsx"));
    }

    [Fact]
    public async Task Open_over_midnight_it_shows_the_new_day()
    {
        await Fpy.InvoiceAsync(taxed: false, due: JakartaCalendar.EndOf(Today));
        var page = Open<InvoiceAging>("/reports/aging");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain("| 0 | Current |"));

        Clock.Advance(TimeSpan.FromHours(15));

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain("| 1 | 1–30 days |"));
    }

    private IRenderedComponent<Screen> Open<T>(string address)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<T>();
    }
}
