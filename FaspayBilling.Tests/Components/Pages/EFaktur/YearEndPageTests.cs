using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

public sealed class YearEndPageTests : PageTest
{
    private static readonly DateOnly LastDay = new(2026, 12, 31);

    [Fact]
    public async Task On_the_last_day_the_numbers_of_this_year_and_the_next_are_still_to_be_used()
    {
        At(LastDay);
        await Fpy.AvailableNumbersAsync(2026, 3);
        await Fpy.AvailableNumbersAsync(2027, 1);

        var page = Open();
        page.WaitForAssertion(
            () => page.ByTestId("left").TextContent.Should().Be("3 numbers are left. Invoices dated in 2026 take them until 31/12/2026."));

        page.Pick("Year", "2027");
        page.WaitForAssertion(
            () => page.ByTestId("left").TextContent.Should().Be("1 number is left. Invoices dated in 2027 take them until 31/12/2027."));
        page.Markup.Should().NotContain("delete");
    }

    [Fact]
    public async Task In_January_the_page_opens_on_the_last_year_and_counts_what_is_issued_late()
    {
        At(LastDay);
        await Fpy.AvailableNumbersAsync(2026, 3);
        await Fpy.InvoiceAsync();
        var late = await Fpy.InvoiceAsync(InvoiceStatus.Draft, date: new(2026, 12, 30));
        await Fpy.InvoiceAsync(InvoiceStatus.Proforma, date: new(2026, 12, 30));
        At(new(2027, 1, 4));
        (await Db.Get<IssueInvoice>().HandleAsync(Fpy.Finance, late.Number, default)).Ok.Should().BeTrue();

        var page = Open();

        page.WaitForAssertion(() => page.ByTestId("left").TextContent.Should().Be(
            "2 numbers are left. An invoice dated in 2026 that is issued now still takes a number; "
            + "its tax invoice must be approved by 20/01/2027."));
        page.ChosenAt("Year").Should().Be("2026");
        page.ByTestId("late").TextContent.Should().Be("1 tax invoice of the year was issued after its end.");
        page.ByTestId("waiting").TextContent.Should().Be("1 draft or proforma dated in the year takes a number when it is issued.");
        page.ByTestId("without-number").TextContent.Should().Be("1 of 2 tax invoices.");
    }

    [Fact]
    public async Task From_February_on_what_is_left_of_the_last_year_is_to_be_deleted()
    {
        await Fpy.AvailableNumbersAsync(2026, 3);
        At(new(2027, 2, 1));

        var page = Open("/e-faktur/year?year=2026");

        page.WaitForAssertion(() => page.ByTestId("left").TextContent.Should().Be(
            "3 numbers are left. What is left ended with 2026: delete it in the tax office's application, nothing is reported."));
    }

    [Fact]
    public async Task A_page_that_stays_open_over_midnight_follows_and_its_deadline_line_too()
    {
        At(new(2027, 1, 31));
        await Fpy.AvailableNumbersAsync(2026, 3);
        await Fpy.AvailableNumbersAsync(2027, 5);
        var page = Open();
        page.WaitForAssertion(() => page.ByTestId("left").TextContent.Should().StartWith("3 numbers are left."));
        page.WaitForAssertion(() => page.ByTestId("upload-deadline").TextContent.Should().Contain("January 2027"));

        Clock.Advance(TimeSpan.FromHours(15));

        page.WaitForAssertion(() => page.ByTestId("left").TextContent.Should().StartWith("5 numbers are left."));
        page.ChosenAt("Year").Should().Be("2027");

        Clock.Advance(TimeSpan.FromDays(20));
        page.WaitForAssertion(() => page.ByTestId("upload-deadline").TextContent.Should().Contain("February 2027"));
    }

    private void At(DateOnly day) => Clock.SetUtcNow(new DateTimeOffset(JakartaCalendar.At(day, new TimeOnly(9, 0))));

    private IRenderedComponent<Screen> Open(string address = "/e-faktur/year")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<YearEndPage>();
    }
}
