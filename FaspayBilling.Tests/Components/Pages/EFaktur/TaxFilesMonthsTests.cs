using Bunit;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

/// <summary>E-Faktur Files by months, as it is documented: Start Date, End Date, Show.</summary>
public sealed class TaxFilesMonthsTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await FiledAsync("0002600000001", new(2026, 3, 31));
        await FiledAsync("0002600000002", new(2026, 4, 1));
        await FiledAsync("0002600000003", new(2026, 5, 1));
    }

    [Fact]
    public void Nothing_moves_before_Show_and_then_both_months_count_whole()
    {
        var page = Open("/e-faktur/files?q=INV");
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(3));

        page.Pick("Start Date, month", "March");
        page.Pick("Start Date, year", "2026");
        page.Pick("End Date, month", "April");
        page.Pick("End Date, year", "2026");
        page.RowsOf().Should().HaveCount(3);
        Address.Should().EndWith("/e-faktur/files?q=INV");

        page.Find("form.filters").Submit();
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
        Address.Should().EndWith("/e-faktur/files?end=2026-04-01&q=INV&start=2026-03-01");
    }

    [Fact]
    public void The_months_of_an_address_stand_in_the_fields_and_a_search_keeps_them()
    {
        var page = Open("/e-faktur/files?start=2026-04-01&end=2026-05-01");
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
        page.ChosenAt("Start Date, month").Should().Be("April");
        page.ChosenAt("End Date, month").Should().Be("May");

        page.ByTestId("search").Change("000-26.00000003");

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        Address.Should().EndWith("?end=2026-05-01&q=000-26.00000003&start=2026-04-01");
        page.ChosenAt("Start Date, month").Should().Be("April");
    }

    [Fact]
    public void A_month_is_taken_away_again()
    {
        var page = Open("/e-faktur/files?start=2026-04-01&end=2026-05-01");
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));

        page.Pick("Start Date, month", "Month");
        page.ChosenAt("Start Date, year").Should().Be("Year");
        page.Find("form.filters").Submit();

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(3));
        Address.Should().EndWith("/e-faktur/files?end=2026-05-01");
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private async Task FiledAsync(string digits, DateOnly date)
    {
        await Fpy.InvoiceAsync(taxNumber: digits, date: date);
        (await Db.Get<UploadTaxFiles>().HandleAsync(Fpy.Finance, Zip.Of((Zip.Name(digits), Zip.Pdf(digits))), null, default))
            .Value.Should().ContainSingle().Which.InvoiceNumber.Should().NotBeNull();
    }

    private IRenderedComponent<Screen> Open(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<TaxFiles>();
    }
}
