using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

public sealed class TaxFilesTests : PageTest
{
    private const string Digits = "0002612345601";
    private Invoice invoice = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        invoice = await Fpy.InvoiceAsync(taxNumber: Digits, number: "INV-FPY-112600001");
    }

    [Fact]
    public void Nothing_uploaded_says_so()
    {
        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain("No E-Faktur file was uploaded yet."));
        page.FindByRole("table").Should().BeNull();
    }

    [Fact]
    public async Task A_file_shows_its_number_invoice_customer_and_both_statuses()
    {
        await UploadAsync();
        var page = Open();

        page.WaitForAssertion(
            () => Cells(page).Should().Equal("000-26.12345601", "INV-FPY-112600001", "PT Pelanggan Setia", "Ready to Send", "Normal"));
        page.AllByRole("columnheader").Select(h => h.TextContent.Trim())
            .Should().EndWith(["E-Faktur No", "Invoice No", "Customer Name", "Email Status", "E-Faktur Status", "Actions"]);
        page.ByRole("link", "INV-FPY-112600001").GetAttribute("href").Should().Be("/billings/INV-FPY-112600001");
        page.ByRole("link", "Open the file of 000-26.12345601").GetAttribute("href").Should().Be($"/e-faktur/files/{await FileIdAsync()}");
    }

    [Fact]
    public async Task A_failed_mail_says_why()
    {
        await UploadAsync();
        await using (var db = await Db.Dbs.CreateDbContextAsync())
        {
            await db.Set<TaxFile>()
                .ExecuteUpdateAsync(
                    f => f.SetProperty(r => r.EmailStatus, TaxFileEmailStatus.Failed).SetProperty(r => r.EmailReason, "550 No such user"));
        }

        var page = Open();

        page.WaitForAssertion(() => Cells(page)[3].Should().StartWith("Failed").And.EndWith("550 No such user"));
    }

    [Theory]
    [InlineData("/e-faktur/files?q=INV-FPY-032300400", "No E-Faktur file matches this search.")]
    [InlineData("/e-faktur/files?start=2026-12-01", "No E-Faktur file matches this search.")]
    [InlineData("/e-faktur/files?start=2026-12-01&end=2026-01-01", "The start month lies after the end month.")]
    public async Task A_search_without_result_says_so_and_leads_back(string address, string sentence)
    {
        await UploadAsync();

        var page = Open(address);

        page.WaitForAssertion(() => page.Markup.Should().Contain(sentence));
        page.ByRole("link", "Show all").GetAttribute("href").Should().Be("/e-faktur/files");
    }

    [Fact]
    public void A_viewer_sees_no_upload()
    {
        SignIn(Fpy.Viewer);

        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain("uploaded yet"));
        page.FindByRole("button", "Upload E-Faktur").Should().BeNull();
    }

    [Fact]
    public async Task With_the_module_off_the_page_says_so()
    {
        var off = await Db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        SignIn(off.Finance);

        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain("The E-Faktur Module is not enabled."));
        page.FindByRole("button", "Upload E-Faktur").Should().BeNull();
        page.FindByRole("searchbox").Should().BeNull();
    }

    [Fact]
    public async Task A_file_that_somebody_else_uploads_shows_without_a_reload()
    {
        var page = Open();
        page.WaitForAssertion(() => page.Markup.Should().Contain("uploaded yet"));

        await UploadAsync();

        page.WaitForAssertion(() => Cells(page)[1].Should().Be("INV-FPY-112600001"), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_page_that_is_left_no_longer_listens()
    {
        var page = Open();
        page.WaitForAssertion(() => Db.Live.Listeners.Should().BePositive());

        await DisposeComponentsAsync();

        Db.Live.Listeners.Should().Be(0);
    }

    [Fact]
    public async Task A_file_that_says_nothing_waits_on_the_page_and_gets_its_invoice_by_hand()
    {
        await Db.Get<UploadTaxFiles>()
            .HandleAsync(Fpy.Finance, Zip.Of(("scan.pdf", Zip.Pdf("scan")), ("other.pdf", Zip.Pdf("other"))), null, default);
        var page = Open();
        page.WaitForAssertion(() => page.Markup.Should().Contain("Neither its name nor its text says to which invoice it belongs."));

        page.Press("Dismiss other.pdf");
        page.Press("Yes");
        page.Press("OK");
        page.Press("Choose the invoice of scan.pdf");
        page.ByLabel("Invoice No").Change(invoice.Number);
        page.SendForm("choose-invoice");
        page.Press("OK");

        page.WaitForAssertion(() => page.Markup.Should().NotContain("Files that wait for a choice"));
        page.WaitForAssertion(() => page.ByRole("link", "Open the file of 000-26.12345601").HasAttribute("href").Should().BeTrue());
    }

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<string> Cells(IRenderedComponent<Screen> page) =>
        [.. page.AllByRole("row").Skip(1).Single().QuerySelectorAll("td:not(.narrow)").Select(c => Tidy(c.TextContent))];

    private IRenderedComponent<Screen> Open(string address = "/e-faktur/files")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<TaxFiles>();
    }

    private async Task UploadAsync() =>
        (await Db.Get<UploadTaxFiles>().HandleAsync(Fpy.Finance, Zip.Of((Zip.Name(Digits), Zip.Pdf())), null, default)).Value
            .Single().InvoiceNumber
            .Should().Be(invoice.Number);

    private Task<long> FileIdAsync() => Db.ReadAsync(d => d.Set<TaxFile>().Select(f => f.Id).SingleAsync());
}
