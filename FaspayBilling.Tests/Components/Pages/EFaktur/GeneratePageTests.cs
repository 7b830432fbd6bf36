using Bunit;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

public sealed class GeneratePageTests : PageTest
{
    [Fact]
    public void The_page_E_Faktur_No_leads_to_it()
    {
        var page = Show<Numbers>();

        page.WaitForAssertion(
            () => page.ByRole("link", "Generate E-Faktur No").GetAttribute("href").Should().Be("/e-faktur/numbers/generate"));
    }

    [Fact]
    public async Task A_viewer_is_not_led_there_and_checks_nothing()
    {
        SignIn(Fpy.Viewer);
        await Fpy.InvoiceAsync();
        var numbers = Show<Numbers>();
        numbers.WaitForAssertion(() => numbers.FindByRole("meter").Should().NotBeNull());
        numbers.FindByRole("link", "Generate E-Faktur No").Should().BeNull();

        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        page.AllByRole("checkbox").Should().BeEmpty();
    }

    [Fact]
    public async Task The_checked_ones_take_numbers_and_leave_the_list()
    {
        await Fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var young = await Fpy.InvoiceAsync(date: new(2026, 11, 10));
        var old = await Fpy.InvoiceAsync(date: new(2026, 10, 5));
        var older = await Fpy.InvoiceAsync(date: new(2026, 9, 5));
        var page = Open();
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(3));
        page.RowsOf()[0].Should().StartWith($" | {older.Number} | 05/09/2026 | PT Pelanggan Setia");
        page.RowsOf()[2].Should().Contain(young.Number);

        page.CheckRow(young.Number);
        page.CheckRow(old.Number);
        page.Press("Generate E-Faktur No");
        page.Press("Yes");
        page.WaitForAssertion(() => page.ByTestId("bulk-done").TextContent.Should().Be("2 invoices got an E-Faktur No."));
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain(older.Number));
        (await Db.StoredAsync(old)).TaxNumber!.Value.ToString().Should().Be("000-26.00000001");
        (await Db.StoredAsync(young)).TaxNumber!.Value.ToString().Should().Be("000-26.00000002");
        page.FindByRole("button", "Generate E-Faktur No").Should().BeNull("nothing is checked any more");
    }

    [Fact]
    public async Task Too_few_numbers_say_which_invoice_got_none()
    {
        await Fpy.AvailableNumbersAsync(2026, 1);
        await Fpy.InvoiceAsync(date: new(2026, 10, 5));
        var without = await Fpy.InvoiceAsync(date: new(2026, 11, 10));
        var page = Open();
        page.WaitForAssertion(() => page.ByLabel("Check all rows on this page").Change(true));

        page.Press("Generate E-Faktur No");
        page.Press("Yes");

        page.WaitForAssertion(() => page.ByTestId("bulk-refused").TextContent.Should().Contain(without.Number).And.Contain("2026"));
    }

    [Fact]
    public void None_left_says_so()
    {
        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain("Every issued invoice with Invoice Tax has its number."));
    }

    [Fact]
    public async Task With_the_module_off_only_that_is_said()
    {
        var off = await Db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        SignIn(off.Finance);

        var page = Open();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("The E-Faktur Module is not enabled."));
        page.FindByRole("table").Should().BeNull();
    }

    private IRenderedComponent<Screen> Open(string address = "/e-faktur/numbers/generate")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<GeneratePage>();
    }
}
