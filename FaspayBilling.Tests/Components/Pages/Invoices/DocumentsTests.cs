using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Features.Attachments;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>Upload Documents, and the documents on Billing Detail.</summary>
public sealed class DocumentsTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.WithholdingTax, true)));
    }

    [Fact]
    public async Task A_withholding_slip_is_uploaded_and_what_is_owed_falls()
    {
        var page = Upload(await Fpy.InvoiceAsync());
        Choose(page, "slip.pdf", SampleFiles.Pdf());
        page.ByLabel("Withholding Tax").Click();
        page.ByLabel("WHT No").Change("BP-23-0001");
        page.ByLabel("WHT Amount").Change("20.000");
        page.ByLabel("WHT Date").Change("16/11/2026");
        page.ByLabel("Deduct Amount Due").Change(true);
        page.ByLabel("Description").Change("November");
        page.ByLabel("Show to the customer").Change(true);

        page.SendForm("document");
        page.WaitForAssertion(() => page.Markup.Should().Contain("The billing document was uploaded."));
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("outstanding").TextContent.Should().Be("Rp 1.090.000"));
        page.ByTestId("deducted").TextContent.Should().Be("Rp 20.000");
        var card = page.ByTestId("documents").TextContent;
        card.Should().Contain("slip.pdf").And
            .Contain("Withholding Tax BP-23-0001, Rp 20.000 of 16/11/2026").And
            .Contain("November").And
            .Contain("Deducted");
        page.Find("[data-testid^=show-]").HasAttribute("checked").Should().BeTrue();
    }

    [Fact]
    public async Task It_is_seen_downloaded_and_deleted_and_what_was_deducted_is_owed_again()
    {
        var invoice = await Fpy.InvoiceAsync();
        var id = (await Db.UploadAsync(Fpy.Finance, invoice, input: GivenUpload.Withheld)).Value;
        var page = Open(invoice);
        page.WaitForAssertion(() => page.ByRole("link", "slip.pdf").GetAttribute("href").Should().Be($"/billings/documents/{id}"));
        page.ByRole("link", "Download slip.pdf").GetAttribute("href").Should().Be($"/billings/documents/{id}/download");

        page.Press("Delete slip.pdf");
        page.WaitForAssertion(
            () => page.ByTestId("document-delete").TextContent.Should().Contain("Rp 20.000 were deducted and are owed again."));
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("documents").TextContent.Should().Contain("No document was uploaded yet."));
        page.WaitForAssertion(() => page.ByTestId("outstanding").TextContent.Should().Be("Rp 1.110.000"));
    }

    [Fact]
    public async Task It_is_shown_to_the_customer_and_hidden_again()
    {
        var invoice = await Fpy.InvoiceAsync();
        var id = (await Db.UploadAsync(Fpy.Finance, invoice)).Value;
        var page = Open(invoice);

        page.WaitForAssertion(() => page.ByTestId($"show-{id}").Change(true));
        page.WaitForAssertion(() => page.ByTestId($"show-{id}").HasAttribute("checked").Should().BeTrue());
        (await Db.DocumentsAsync()).Single().ForCustomer.Should().BeTrue();
        page.ByTestId($"show-{id}").Change(false);

        page.WaitForAssertion(() => page.ByTestId($"show-{id}").HasAttribute("checked").Should().BeFalse());
        (await Db.HistoryAsync(Fpy)).TakeLast(2)
            .Should().Equal("Document slip.pdf shown to the customer", "Document slip.pdf hidden from the customer");
    }

    [Fact]
    public async Task Refused_it_marks_every_field_and_keeps_what_was_typed()
    {
        var page = Upload(await Fpy.InvoiceAsync());
        page.ByLabel("Withholding Tax").Click();
        page.ByLabel("WHT No").Change("BP-1");
        page.ByLabel("WHT Amount").Change("a lot");

        page.SendForm("document");

        page.WaitForAssertion(() => page.ErrorAt("Document").Should().Contain("not empty"));
        page.ErrorAt("WHT Amount").Should().NotBeEmpty();
        page.ErrorAt("WHT Date").Should().Contain("WHT Date");
        page.ByLabel("WHT No").GetAttribute("value").Should().Be("BP-1");
        page.ByLabel("WHT Amount").GetAttribute("value").Should().Be("a lot");
    }

    [Fact]
    public async Task More_than_is_owed_is_asked_for_and_done_after_the_box_is_ticked()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Upload(invoice);
        Choose(page, "slip.pdf", SampleFiles.Pdf());
        page.ByLabel("Withholding Tax").Click();
        page.ByLabel("WHT No").Change("BP-1");
        page.ByLabel("WHT Amount").Change("2.000.000");
        page.ByLabel("WHT Date").Change("16/11/2026");
        page.ByLabel("Deduct Amount Due").Change(true);

        page.SendForm("document");
        page.WaitForAssertion(() => page.ByLabel("I understand and want to continue.").Change(true));
        page.SendForm("document");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("outstanding").TextContent.Should().Be("-Rp 890.000"));
    }

    [Fact]
    public async Task What_is_no_document_and_what_is_too_large_is_refused_at_the_file()
    {
        var page = Upload(await Fpy.InvoiceAsync());
        Choose(page, "page.pdf", "<html>"u8.ToArray());
        page.SendForm("document");
        page.WaitForAssertion(() => page.ErrorAt("Document").Should().Contain("Only JPG, PNG and PDF"));

        Choose(page, "big.pdf", new byte[2 * 1024 * 1024 + 1]);
        page.SendForm("document");

        page.WaitForAssertion(() => page.ErrorAt("Document").Should().Contain("at most 2 MB"));
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task A_document_that_changed_after_it_was_chosen_is_asked_for_again(Type gone)
    {
        var page = Upload(await Fpy.InvoiceAsync());
        await new GoneFile("slip.pdf", gone).ChooseAsync(page);

        page.SendForm("document");

        page.WaitForAssertion(() => page.ErrorAt("Document").Should().Contain("The file could not be read. Choose it again."));
        (await Db.DocumentsAsync()).Should().BeEmpty();
        Choose(page, "again.pdf", SampleFiles.Pdf());
        page.SendForm("document");
        page.WaitForAssertion(() => page.Markup.Should().Contain("The billing document was uploaded."));
    }

    [Fact]
    public async Task While_withholding_tax_is_off_there_is_nothing_to_choose()
    {
        await Db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.WithholdingTax, false)));

        var page = Upload(await Fpy.InvoiceAsync());

        page.FindAll("input[type=radio]").Should().BeEmpty();
        page.ByTestId("document").TextContent.Should().NotContain("WHT");
    }

    [Fact]
    public async Task From_the_three_dots_of_the_list_it_is_the_same_dialog()
    {
        var invoice = await Fpy.InvoiceAsync(InvoiceStatus.Cancelled);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/billings");
        var page = Show<BillingList>();
        page.Choose("Upload Document", $"Actions for {invoice.Number}");
        page.WaitForAssertion(() => page.ByTestId("document"));
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(SampleFiles.Png, "photo.png"));

        page.SendForm("document");
        page.Press("OK");

        (await Db.DocumentsAsync()).Should().ContainSingle().Which.InvoiceId.Should().Be(invoice.Id);
    }

    [Fact]
    public async Task A_viewer_sees_documents_and_changes_none()
    {
        var invoice = await Fpy.InvoiceAsync();
        await Db.UploadAsync(Fpy.Finance, invoice, input: new() { ForCustomer = true });
        SignIn(Fpy.Viewer);

        var page = Open(invoice);

        page.WaitForAssertion(() => page.ByRole("link", "Download slip.pdf"));
        page.FindByRole("button", "Upload Document").Should().BeNull();
        page.FindByRole("button", "Delete slip.pdf").Should().BeNull();
        page.FindAll("[data-testid^=show-]").Should().BeEmpty();
        page.ByTestId("documents").TextContent.Should().Contain("Shown to the customer");
    }

    private static void Choose(IRenderedComponent<Screen> page, string name, byte[] bytes)
    {
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(bytes, name));
        page.WaitForAssertion(() => page.ByTestId("document").TextContent.Should().Contain(name));
    }

    private IRenderedComponent<Screen> Open(Invoice invoice) => Show<BillingDetailPage>(p => p.Add(d => d.Number, invoice.Number));

    private IRenderedComponent<Screen> Upload(Invoice invoice)
    {
        var page = Open(invoice);
        page.Choose("Upload Document");
        page.WaitForAssertion(() => page.ByTestId("document"));
        return page;
    }
}
