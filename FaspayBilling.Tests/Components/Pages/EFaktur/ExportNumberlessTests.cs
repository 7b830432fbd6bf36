using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

/// <summary>Invoices without a number that are checked for an export are offered one, not only refused.</summary>
public sealed class ExportNumberlessTests : PageTest
{
    private GivenMerchant fpy = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        fpy = await Db.ExporterAsync("EXP", TaxChannel.Desktop);
        SignIn(fpy.Finance);
    }

    [Fact]
    public async Task They_get_their_numbers_from_the_dialog_and_then_the_file_is_made()
    {
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000002");
        await fpy.ExportableAsync("000-26.00000001");
        var bare = await fpy.ExportableAsync();
        var page = Show<ExportCsv>();
        page.WaitForAssertion(() => page.ByLabel("Check all rows on this page").Change(true));

        page.Press("Export CSV");
        page.Press("Generate E-Faktur No for 1 of them");
        page.Press("Yes");
        page.WaitForAssertion(() => page.ByTestId("bulk-done").TextContent.Should().Be("1 invoice got an E-Faktur No."));
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf().Should().Contain(r => r.Contains($"000-26.00000002 | {bare.Number}")));
        page.Markup.Should().Contain("2 checked");
        page.Press("Export CSV");
        page.WaitForAssertion(() => page.ByRole("dialog", "Success").TextContent.Should().Contain("2 invoices were exported."));
    }

    [Fact]
    public async Task Nothing_is_offered_where_a_number_does_not_help()
    {
        var invoice = await fpy.ExportableAsync("000-26.00000001", also: i => i.With((nameof(Invoice.TransactionCode), null)));
        var page = Show<ExportCsv>();
        page.WaitForAssertion(() => page.ByLabel("Check all rows on this page").Change(true));

        page.Press("Export CSV");

        page.WaitForAssertion(() => page.ByTestId("export-problems").TextContent.Should().Contain(invoice.Number));
        page.AllByRole("button").Should().NotContain(b => b.TextContent.Contains("Generate E-Faktur No"));
    }

    [Fact]
    public async Task Only_what_may_take_a_number_is_counted()
    {
        var bare = await fpy.ExportableAsync();
        var gone = await fpy.ExportableAsync(status: InvoiceStatus.Cancelled);
        var credit = await Db.NoteAsync(bare, type: DocumentType.CreditNote, taxed: true);
        var debit = await Db.NoteAsync(bare, type: DocumentType.DebitNote, taxed: true);
        long[] ids = [bare.Id, gone.Id, credit.Id, debit.Id];

        var csv = (await Db.Get<CheckExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, ids, default)).Value;

        csv.Numberless.Should().BeEquivalentTo([bare.Number, debit.Number]);
    }
}
