using Bunit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

public sealed class ExportCsvTests : PageTest
{
    private GivenMerchant fpy = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        fpy = await Db.ExporterAsync("EXP", TaxChannel.Desktop);
        SignIn(fpy.Finance);
    }

    [Fact]
    public async Task A_month_shows_the_documented_columns()
    {
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        await fpy.ExportableAsync(date: new(2026, 10, 5));
        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should()
            .Be(
                $" | 000-26.00000001 | {invoice.Number} | 16/12/2026 | PT Pelanggan Setia | PT PELANGGAN SETIA | "
                    + "026015362054000 | Unpaid | Not Exported"));
        page.AllByRole("columnheader").Select(h => h.TextContent.Trim()).Should()
            .Equal("", "E-Faktur No", "Invoice No", "Due Date", "Customer Name", "NPWP Name", "NPWP", "Invoice Status", "Export Status");
    }

    [Fact]
    public async Task Another_month_is_chosen_and_shown()
    {
        await fpy.ExportableAsync(date: new(2026, 10, 5));
        var page = Open();
        page.WaitForAssertion(() => page.Markup.Should().Contain("No issued invoice with Invoice Tax is dated in November 2026."));

        page.Pick("Period, month", "October");
        page.Find("form.filters").Submit();

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith("month=2026-10-01");
    }

    [Fact]
    public async Task Checked_invoices_are_exported_after_OK_comes_the_file()
    {
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        var page = Open();
        CheckAll(page);

        page.Press("Export CSV");
        page.WaitForAssertion(() => page.ByRole("dialog", "Success").TextContent
            .Should().Contain("1 invoice was exported. OK brings the file e-faktur-EXP-2026-11-20261116-090000.csv."));
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf()[0].Should().EndWith("| Exported"));
        page.WaitForAssertion(() => JSInterop.Invocations["ui.download"].Should().ContainSingle());
        var made = (await Db.Get<ListExports>().HandleAsync(fpy.Finance, 10, default)).Value.Single();
        JSInterop.Invocations["ui.download"].Single().Arguments.Should().Equal($"/e-faktur/exports/{made.Id}");
        page.ByRole("link", made.FileName).GetAttribute("href").Should().Be($"/e-faktur/exports/{made.Id}");
        (await Db.StoredAsync(invoice)).ExportedBy.Should().Be(fpy.Finance.Name);
    }

    [Fact]
    public async Task A_second_click_exports_nothing_more()
    {
        await fpy.ExportableAsync("000-26.00000001");
        var page = Open();
        CheckAll(page);

        page.Press("Export CSV");
        page.WaitForAssertion(() => page.ByRole("dialog", "Success"));
        page.Press("Export CSV");
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf()[0].Should().EndWith("| Exported"));
        page.Markup.Should().NotContain("was exported before");
        (await Db.Get<ListExports>().HandleAsync(fpy.Finance, 10, default)).Value.Should().ContainSingle();
    }

    [Fact]
    public async Task Problems_are_listed_with_links_and_their_invoices_can_be_unchecked()
    {
        var good = await fpy.ExportableAsync("000-26.00000001");
        var bare = await fpy.ExportableAsync();
        var page = Open();
        CheckAll(page);

        page.Press("Export CSV");
        page.WaitForAssertion(
            () => page.ByTestId("export-problems").TextContent.Should().Contain("1 of 2 checked invoices cannot be exported"));
        page.ByRole("link", "Open the invoice").GetAttribute("href").Should().Be($"/billings/{bare.Number}");
        page.Press("Uncheck 1 invoice");
        page.Press("Export CSV");
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf().Select(r => r.Contains("| Not Exported", StringComparison.Ordinal))
            .Should().BeEquivalentTo([true, false]));
        (await Db.StoredAsync(good)).ExportedAt.Should().NotBeNull();
        (await Db.StoredAsync(bare)).ExportedAt.Should().BeNull();
    }

    [Fact]
    public async Task A_problem_of_the_customer_links_to_the_customer()
    {
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        await Db.ChangeAsync<Customer>(c => c.Id == invoice.CustomerId, c => c.Npwp = "");
        var page = Open();
        CheckAll(page);

        page.Press("Export CSV");

        page.WaitForAssertion(() => page.ByRole("link", "Open PT Pelanggan Setia").GetAttribute("href")
            .Should().Be($"/customers/{invoice.CustomerId}"));
    }

    [Fact]
    public async Task Exporting_again_asks_first()
    {
        await fpy.ExportableAsync("000-26.00000001", also: i => i.With((nameof(Invoice.ExportedAt), Db.Clock.GetUtcNow().UtcDateTime)));
        var page = Open();
        CheckAll(page);

        page.Press("Export CSV");
        page.WaitForAssertion(
            () => page.ByTestId("export-again").TextContent.Should().Contain("1 of 1 invoice was exported before. Export anyway?"));
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.AllByRole("link").Should().Contain(l => l.TextContent.EndsWith(".csv")));
    }

    [Fact]
    public async Task All_of_a_long_month_are_checked_at_once()
    {
        for (var i = 0; i < 12; i++)
        {
            await fpy.ExportableAsync();
        }

        var page = Open("/e-faktur/export?size=10");

        page.Press("Check all 12 of the month");

        page.WaitForAssertion(() => page.Markup.Should().Contain("12 checked"));
        page.FindByRole("button", "Check all 12 of the month").Should().BeNull();
    }

    [Theory]
    [InlineData(TaxChannel.Desktop, true, false)]
    [InlineData(TaxChannel.Coretax, false, true)]
    [InlineData(TaxChannel.Both, true, true)]
    public async Task The_channel_decides_which_files_are_offered(TaxChannel channel, bool csv, bool xml)
    {
        await Db.ChangeAsync<BillingSettings>(s => s.MerchantId == fpy.Id, s => s.TaxChannel = channel);
        await fpy.ExportableAsync();
        var page = Open();
        CheckAll(page);

        (page.FindByRole("button", "Export CSV") is not null, page.FindByRole("button", "Export Coretax XML") is not null)
            .Should().Be((csv, xml));
    }

    [Fact]
    public async Task A_Viewer_looks_and_checks_nothing()
    {
        SignIn(fpy.Viewer);
        await fpy.ExportableAsync(status: InvoiceStatus.Paid);
        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        page.AllByRole("checkbox").Should().BeEmpty();
    }

    private static void CheckAll(IRenderedComponent<Screen> page) =>
        page.WaitForAssertion(() => page.ByLabel("Check all rows on this page").Change(true));

    private IRenderedComponent<Screen> Open(string address = "/e-faktur/export")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<ExportCsv>();
    }
}
