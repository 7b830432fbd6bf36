using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Reports;

public sealed class InvoiceAgingTests : PageTest
{
    private DateOnly Today => JakartaCalendar.DayOf(Db.Clock.Now());

    [Fact]
    public async Task The_page_shows_what_is_open_today_and_the_sums_of_the_classes()
    {
        await Fpy.InvoiceAsync(taxed: false, price: 1_500_000);
        await Fpy.InvoiceAsync(taxed: false, price: 500_000, date: Today.AddDays(-60), due: JakartaCalendar.EndOf(Today.AddDays(-40)));
        await Fpy.InvoiceAsync(InvoiceStatus.Paid, taxed: false);

        var page = Show<InvoiceAging>();

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
        page.RowsOf()[0].Should().Contain("| 40 | 31–60 days | Rp 500.000");
        page.RowsOf()[1].Should().Contain("| 0 | Current | Rp 1.500.000");
        page.ByTestId("sum-Current").TextContent.Should().Be("Rp 1.500.000");
        page.ByTestId("sum-To60").TextContent.Should().Be("Rp 500.000");
        page.ByTestId("open-total").TextContent.Should().Be("Rp 2.000.000");
    }

    [Fact]
    public async Task Another_day_goes_into_the_address()
    {
        await Fpy.InvoiceAsync();
        var page = Show<InvoiceAging>();
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(1));

        page.ByLabel("As Of").Change("01/02/2026");

        Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith("?asof=2026-02-01");
    }

    [Fact]
    public void Nothing_open_says_so()
    {
        var page = Show<InvoiceAging>();

        page.WaitForAssertion(() => page.Markup.Should().Contain("Nothing was open on this day."));
    }
}
