using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>What the detail page offers, and why not more.</summary>
public sealed class BillingDetailMenuTests : PageTest
{
    [Theory]
    [InlineData(InvoiceStatus.Draft, false, new[] { "Edit", "Send as proforma", "Send", "Upload Document", "Duplicate", "Delete" })]
    [InlineData(InvoiceStatus.Proforma, false, new[] { "Edit", "Issue as invoice", "Resend", "Upload Document", "Duplicate", "Delete" })]
    [InlineData(InvoiceStatus.Unpaid, false, new[]
    {
        "Record payment", "Resend", "Generate E-Faktur No", "Credit note", "Debit note", "Cancel", "Upload Document", "Duplicate"
    })]
    [InlineData(
        InvoiceStatus.Unpaid,
        true,
        new[] { "Record payment", "Resend", "Credit note", "Debit note", "Cancel", "Upload Document", "Duplicate" })]
    [InlineData(
        InvoiceStatus.PartiallyPaid,
        true,
        new[] { "Record payment", "Resend", "Credit note", "Debit note", "Cancel", "Upload Document", "Duplicate" })]
    [InlineData(InvoiceStatus.Overdue, false, new[]
    {
        "Record payment", "Resend", "Generate E-Faktur No", "Credit note", "Debit note", "Cancel", "Upload Document", "Duplicate"
    })]
    [InlineData(
        InvoiceStatus.Paid, false, new[] { "Resend", "Generate E-Faktur No", "Credit note", "Debit note", "Upload Document", "Duplicate" })]
    [InlineData(InvoiceStatus.Paid, true, new[] { "Resend", "Credit note", "Debit note", "Upload Document", "Duplicate" })]
    [InlineData(InvoiceStatus.Cancelled, false, new[] { "Upload Document", "Duplicate", "Delete" })]
    [InlineData(InvoiceStatus.Cancelled, true, new[] { "Cancel E-Faktur No", "Upload Document", "Duplicate" })]
    public async Task The_menu_holds_exactly_what_the_status_allows(InvoiceStatus status, bool numbered, string[] items)
    {
        var page = Open(await Fpy.InvoiceAsync(status, taxNumber: numbered ? "000-26.00000001" : null));

        page.MenuOf().Should().Equal(items);
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft)]
    [InlineData(InvoiceStatus.Unpaid)]
    [InlineData(InvoiceStatus.Cancelled)]
    public async Task A_viewer_has_no_menu(InvoiceStatus status)
    {
        SignIn(Fpy.Viewer);
        var page = Open(await Fpy.InvoiceAsync(status));

        page.WaitForAssertion(() => page.ByTestId("status").TextContent.Should().Be(status.Text()));
        page.FindByRole("button", "Actions").Should().BeNull();
    }

    [Fact]
    public async Task The_checklist_shows_which_condition_is_missing()
    {
        var page = Open(await Fpy.InvoiceAsync(taxNumber: "000-22.12345619", date: new DateOnly(2023, 3, 7)));

        page.WaitForAssertion(() => page.ByTestId("tax-number").TextContent.Should().Be("000-22.12345619"));
        Conditions(page)
            .Should().Equal("Invoice status is Cancelled: false", "Invoice Tax is active: true", "No E-Faktur file was uploaded: true");
        page.Markup.Should().Contain("Cancel the invoice first");
    }

    [Fact]
    public async Task With_an_uploaded_file_the_number_stays_and_the_checklist_says_why()
    {
        var invoice = await Fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000001");
        await Db.TaxFileAsync(invoice);

        var page = Open(invoice);

        page.MenuOf().Should().Equal("Upload Document", "Duplicate");
        Conditions(page)
            .Should().Equal("Invoice status is Cancelled: true", "Invoice Tax is active: true", "No E-Faktur file was uploaded: false");
    }

    [Fact]
    public async Task Without_a_number_there_is_no_checklist()
    {
        var page = Open(await Fpy.InvoiceAsync());

        page.WaitForAssertion(() => page.ByTestId("tax-number").TextContent.Should().Be("–"));
        page.FindAll("[data-holds]").Should().BeEmpty();
    }

    [Fact]
    public async Task With_the_module_off_nothing_of_E_Faktur_shows()
    {
        await Db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.EFakturModule, false)));

        var page = Open(await Fpy.InvoiceAsync());

        page.MenuOf().Should().Equal("Record payment", "Resend", "Credit note", "Debit note", "Cancel", "Upload Document", "Duplicate");
        page.Markup.Should().NotContain("E-Faktur");
    }

    [Fact]
    public async Task The_amounts_and_the_payments_of_a_cancelled_invoice_show_what_is_to_refund()
    {
        var invoice = await Fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid, price: 1_000_000m);
        var page = Open(invoice);
        page.WaitForAssertion(() => page.ByTestId("outstanding").TextContent.Should().Be("Rp 832.500"));

        page.Choose("Cancel");
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("to-refund").TextContent.Should().Be("Rp 277.500"));
        page.ByTestId("outstanding").TextContent.Should().Be("Rp 0");
        page.ByTestId("payments").TextContent.Should().Contain("Rp 277.500");
    }

    [Fact]
    public void An_unknown_number_says_so_and_leads_back()
    {
        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, "INV-FPY-112699999"));

        page.WaitForAssertion(() => page.Markup.Should().Contain("There is no such invoice."));
        page.ByRole("link", "All billings").GetAttribute("href").Should().Be("/billings");
        page.FindByRole("button", "Actions").Should().BeNull();
    }

    private static IEnumerable<string> Conditions(IRenderedComponent<Screen> page) =>
        page.FindAll("[data-holds]").Select(c => $"{c.TextContent.Split('(')[0].Trim()}: {c.GetAttribute("data-holds")}");

    private IRenderedComponent<Screen> Open(Invoice invoice) => Show<BillingDetailPage>(p => p.Add(d => d.Number, invoice.Number));
}
