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

public sealed class CoretaxListPageTests : PageTest
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
    public async Task A_list_is_previewed_and_saved_and_a_row_of_nobody_gets_its_invoice()
    {
        var invoice = await fpy.ExportableAsync();
        var other = await fpy.ExportableAsync();
        var page = Open();
        page.WaitForAssertion(() => page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(
            CoretaxFile
                .Xlsx([CoretaxFile.Row(Number, "APPROVED", invoice.Number), CoretaxFile.Row("04002600000000002", "APPROVED", "PO 4711")])
                .ToArray(),
            "list.xlsx")));

        page.Press("Preview");
        page.WaitForAssertion(() => page.ByTestId("coretax-sum").TextContent.Should().Be("2 rows: 1 without invoice, 1 new."));
        (await Db.StoredAsync(invoice)).CoretaxNumber.Should().BeNull();
        page.Press("Save");
        page.WaitForAssertion(() => page.ByTestId("coretax-done").TextContent
            .Should().Contain("1 invoice has a new number or state. 1 row waits for your decision."));
        page.Press("OK");
        page.Press("Choose the invoice of 04002600000000002");
        page.ByLabel("Invoice No").Change("INV-NOBODY");
        page.SendForm("choose-invoice");
        page.WaitForAssertion(() => page.ErrorAt("Invoice No").Should().Be("No taxed invoice has this number."));
        page.ByLabel("Invoice No").Change(other.Number);
        page.SendForm("choose-invoice");
        page.Press("OK");

        page.WaitForAssertion(() => page.Markup.Should().Contain("No row waits: every tax invoice that was read back is settled."));
        (await Db.StoredAsync(invoice)).CoretaxNumber.Should().Be(Number);
        (await Db.StoredAsync(other)).CoretaxNumber.Should().Be("04002600000000002");
    }

    [Fact]
    public void What_is_no_list_is_refused_at_the_field()
    {
        var page = Open();
        page.WaitForAssertion(() => page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("a,b\n1,2", "x.csv")));

        page.Press("Preview");

        page.WaitForAssertion(() => page.Markup.Should().Contain("is a heading: it has a column “Nomor Faktur Pajak”."));
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task A_list_that_changed_after_it_was_chosen_is_asked_for_again(Type gone)
    {
        var page = Open();
        await new GoneFile("list.xlsx", gone).ChooseAsync(page);

        page.Press("Preview");

        page.WaitForAssertion(() => page.Find(".field-error").TextContent.Should().Contain("The file could not be read. Choose it again."));
        page.FindByRole("button", "Preview").Should().NotBeNull("nothing was read that could be saved");
    }

    [Fact]
    public async Task Billing_Detail_shows_both_kinds_of_number_and_the_state()
    {
        var invoice = await fpy.ExportableAsync("000-26.00000007");
        await Db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", "APPROVED", invoice.Number));

        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, invoice.Number));

        page.WaitForAssertion(() => page.ByTestId("tax-number").TextContent.Should().Be("000-26.00000007"));
        page.ByTestId("coretax-number").TextContent.Should().Be("04009002600000007");
        page.ByTestId("coretax-state").TextContent.Should().Be("APPROVED, read 16/11/2026 09:00");
    }

    [Fact]
    public async Task The_year_shows_its_leftovers_and_the_pages_their_deadline()
    {
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var bare = await fpy.ExportableAsync(date: new(2026, 10, 5));
        var page = Show<YearEndPage>();

        page.WaitForAssertion(() => page.ByTestId("left").TextContent.Should().StartWith("5 numbers are left. Invoices dated in 2026"));
        page.ByTestId("without-number").TextContent.Should().Be("1 of 1 tax invoice.");
        page.ByRole("link", bare.Number).GetAttribute("href").Should().Be($"/billings/{bare.Number}");
        page.ByTestId("without-file").TextContent.Should().Be("Every number of the year has its E-Faktur file.");
        page.WaitForAssertion(() => page.ByTestId("upload-deadline").TextContent
            .Should().Contain("Tax invoices of October 2026 must be approved by 20/11/2026, in 4 days: 1 is not exported yet."));
    }

    private IRenderedComponent<Screen> Open()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/e-faktur/coretax");
        return Show<CoretaxListPage>();
    }
}
