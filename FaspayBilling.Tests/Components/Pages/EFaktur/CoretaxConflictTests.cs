using System.Globalization;
using Bunit;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using FaspayBilling.Web.Components.Pages.Invoices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

/// <summary>What contradicts, on Coretax List: seen first, decided by a person, undone as a whole.</summary>
public sealed class CoretaxConflictTests : PageTest
{
    private const string Number = "04002600000000001";
    private GivenMerchant fpy = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        fpy = await Db.ExporterAsync("EXP");
        SignIn(fpy.Finance);
    }

    [Fact]
    public async Task Conflicts_come_first_in_the_preview_with_why()
    {
        var fine = await fpy.ExportableAsync();
        var twice = await fpy.ExportableAsync();
        var page = Open();
        Choose(
            page,
            CoretaxFile.Row("04002600000000009", "APPROVED", fine.Number),
            CoretaxFile.Row(Number, "APPROVED", twice.Number),
            CoretaxFile.Row("04002600000000002", "APPROVED", twice.Number));

        page.Press("Preview");

        page.WaitForAssertion(() => page.ByTestId("coretax-sum").TextContent.Should().Be("3 rows: 2 conflict, 1 new."));
        var rows = page.FindAll("table")[0].QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        rows[0].Should().Contain(Number).And.Contain("Conflict").And
            .Contain($"{twice.Number} has another tax invoice that stands: 04002600000000002.");
        rows[2].Should().Contain("04002600000000009").And.Contain("New");
    }

    [Fact]
    public async Task A_conflict_is_decided_with_its_invoice_offered_and_its_contradiction_confirmed()
    {
        var invoice = await fpy.ExportableAsync();
        await Db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number, npwp: "0914728365072000", buyer: "PT Lain"));
        var page = Open();
        page.WaitForAssertion(() => page.Markup.Should()
            .Contain("Another buyer: PT Lain (0914728365072000) there, PT Pelanggan Setia here."));

        page.Press($"Choose the invoice of {Number}");
        page.WaitForAssertion(() => page.ByLabel("Invoice No").GetAttribute("value").Should().Be(invoice.Number));
        page.SendForm("choose-invoice");
        page.WaitForAssertion(() => page.Markup.Should().Contain("This row contradicts the invoice. Take it all the same?"));
        page.ByLabel("I understand and want to continue.").Change(true);
        page.SendForm("choose-invoice");
        page.Press("OK");

        page.WaitForAssertion(() => page.Markup.Should().Contain("No row waits"));
        (await Db.StoredAsync(invoice)).CoretaxNumber.Should().Be(Number);
    }

    [Fact]
    public async Task Checked_rows_are_dismissed_together()
    {
        await Db.ReadBackAsync(
            fpy, CoretaxFile.Row(Number, "APPROVED", "elsewhere"), CoretaxFile.Row("04002600000000002", "APPROVED", "elsewhere"));
        var page = Open();
        page.WaitForAssertion(() => page.ByLabel("Check all rows on this page").Change(true));

        page.Press("Dismiss");
        page.WaitForAssertion(() => page.ByTestId("dismiss-rows").TextContent.Should().Contain("Dismiss 2 rows?"));
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.Markup.Should().Contain("No row waits"));
        (await Db.WaitingAsync(fpy)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_list_is_undone_and_stays_listed()
    {
        var invoice = await fpy.ExportableAsync();
        await Db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));
        var page = Open();

        page.Press("Undo list.xlsx of 16/11/2026 09:00");
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.Markup.Should().Contain("Undone 16/11/2026 09:00 by Fina Finance"));
        (await Db.StoredAsync(invoice)).CoretaxNumber.Should().BeNull();
    }

    [Fact]
    public async Task A_viewer_sees_what_waits_and_decides_nothing()
    {
        SignIn(fpy.Viewer);
        await Db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", "elsewhere"));
        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain(Number));
        page.AllByRole("button").Select(b => b.TextContent.Trim()).Should().NotContain(["Choose invoice", "Undo this list", "Preview"]);
        page.AllByRole("checkbox").Should().BeEmpty();
    }

    [Fact]
    public async Task The_page_speaks_Indonesian()
    {
        var invoice = await fpy.ExportableAsync();
        await Db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number, vat: "109000"));
        using var indonesian = new UseCulture(CultureInfo.GetCultureInfo("id-ID"));
        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain("PPN berbeda: Rp 109.000 di sana, Rp 110.000 di sini."));
        page.Markup.Should().Contain("Baris yang menunggu keputusan").And.Contain("Bertentangan").And.Contain("Batalkan daftar ini");
    }

    [Fact]
    public async Task Billing_Detail_says_that_Coretax_contradicts_it()
    {
        var invoice = await fpy.ExportableAsync();
        await Db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number, vat: "109000"));

        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, invoice.Number));

        page.WaitForAssertion(() => page.ByTestId("coretax-contested").TextContent
            .Should().Contain("Coretax's list contradicts this invoice."));
    }

    [Fact]
    public async Task An_export_of_approved_invoices_asks_first()
    {
        var invoice = await fpy.ExportableAsync("000-26.00000007");
        await Db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", "APPROVED", invoice.Number));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/e-faktur/export");
        var page = Show<ExportCsv>();
        page.WaitForAssertion(() => page.ByLabel("Check all rows on this page").Change(true));

        page.Press("Export CSV");

        page.WaitForAssertion(() => page.ByTestId("export-again").TextContent.Should().Contain(
            "The tax office has approved 1 of 1 invoice already: sent again, it becomes a second tax invoice. Export anyway?"));
        page.Press("Yes");
        page.WaitForAssertion(() => page.Markup.Should().Contain("1 invoice was exported."));
    }

    private static void Choose(IRenderedComponent<Screen> page, params string[][] rows) =>
        page.WaitForAssertion(() => page.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary(CoretaxFile.Xlsx(rows).ToArray(), "list.xlsx")));

    private IRenderedComponent<Screen> Open()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/e-faktur/coretax");
        return Show<CoretaxListPage>();
    }
}
