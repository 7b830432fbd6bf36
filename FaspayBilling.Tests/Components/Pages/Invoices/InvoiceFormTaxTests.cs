using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;
using FaspayBilling.Web.Components.Pages.Invoices.Form;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>
/// What the form asks and warns of for the tax office: the effective rate, what the channel cannot take, a missed deadline.
/// </summary>
public sealed class InvoiceFormTaxTests : PageTest
{
    [Fact]
    public void Code_05_asks_for_the_rate_and_taxes_the_price_with_it()
    {
        var page = Taxed();
        page.ByLabel("Line 1: Price").Input("100.000.000");
        Asks(page).Should().BeFalse();

        page.Pick("Transaction code", "05 VAT at a specified amount");
        page.ByLabel("Effective VAT rate, %").Change("1,1");

        page.ByTestId("vat").TextContent.Should().Be("Rp 1.100.000");
        page.ByTestId("form-total").TextContent.Should().Be("Rp 101.100.000");
        page.ByTestId("totals").TextContent.Should().Contain("VAT (PPN) 1,1 %").And.NotContain("Other tax base");
    }

    [Fact]
    public void Code_04_asks_for_it_before_2025_only_and_none_means_the_full_price()
    {
        var page = Taxed();
        page.ByLabel("Line 1: Price").Input("10.000.000");
        page.Pick("Transaction code", "04 DPP other values");
        Asks(page).Should().BeFalse();

        page.ByLabel("Invoice Date").Change("01/06/2023");
        page.Pick("Transaction code", "04 DPP other values");
        page.ByTestId("vat").TextContent.Should().Be("Rp 1.100.000");
        page.ByLabel("Effective VAT rate, %").Change("1,1");

        page.ByTestId("vat").TextContent.Should().Be("Rp 110.000");
        page.ByTestId("other-tax-base").TextContent.Should().Be("Rp 1.000.000");
    }

    [Theory]
    [InlineData("", "Enter the effective VAT rate")]
    [InlineData("13", "at most 12")]
    [InlineData("1.1", "Enter a percentage such as 1,1")] // could be 11 or 1,1: never guessed
    public void A_rate_that_is_none_is_refused_at_its_field_and_stays(string typed, string said)
    {
        var page = Taxed();
        page.Pick("Transaction code", "05 VAT at a specified amount");
        page.ByLabel("Effective VAT rate, %").Change(typed);

        page.Press("Save Draft");

        page.WaitForAssertion(() => page.ErrorAt("Effective VAT rate, %").Should().Contain(said));
        (page.ByLabel("Effective VAT rate, %").GetAttribute("value") ?? "").Should().Be(typed);
    }

    [Fact]
    public async Task A_draft_opens_with_its_rate()
    {
        var page = Open((await UsedCarAsync()).Number);

        page.ByLabel("Effective VAT rate, %").GetAttribute("value").Should().Be("1,1");
        page.ByTestId("vat").TextContent.Should().Be("Rp 11.000");
    }

    [Fact]
    public async Task Billing_Detail_states_the_rate()
    {
        var draft = await UsedCarAsync();

        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, draft.Number));

        page.WaitForAssertion(() => page.ByTestId("effective-rate").TextContent.Should().Be("1,1"));
        page.ByTestId("vat").TextContent.Should().Be("Rp 11.000");
        page.Markup.Should().Contain("VAT (PPN) 1,1 %").And.NotContain("Other tax base");
    }

    [Fact]
    public async Task What_the_channel_cannot_take_is_warned_about_and_refused_at_its_cell_when_it_is_sent()
    {
        await Db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.TaxChannel, TaxChannel.Coretax)));
        await Fpy.CustomerAsync();
        var draft = await Fpy.InvoiceAsync(InvoiceStatus.Draft);
        var page = Open(draft.Number);
        page.Markup.Should().NotContain("more than two decimals");

        page.ByLabel("Line 1: Quantity").Input("1,125");
        page.Markup.Should().Contain("Line 1 has a price or quantity with more than two decimals");
        page.ByLabel("Line 1: Code").Input("999999");
        page.Press("Save & Send");

        page.WaitForAssertion(() => page.Find(".line-errors").TextContent
            .Should().Contain("more than two decimals").And.Contain("has the code 999999"));
        page.ByLabel("Line 1: Quantity").GetAttribute("aria-invalid").Should().Be("true");
        (await Db.StoredAsync(draft)).Status.Should().Be(InvoiceStatus.Draft);
        page.Press("Save Draft");
        page.WaitForAssertion(() => page.Find("[data-testid=saved]").TextContent.Should().Contain("was saved."));
    }

    [Fact]
    public void A_late_tax_invoice_is_warned_about_with_the_date_that_was_missed()
    {
        var page = Taxed();
        page.Markup.Should().NotContain("it will be late");

        page.ByLabel("Invoice Date").Change("09/03/2023");

        page.Markup.Should().Contain("The tax office had to approve a tax invoice of this date by 15/04/2023: it will be late.");
        page.ByLabel("Invoice Tax").Change(false);
        page.Markup.Should().NotContain("it will be late");
    }

    [Fact]
    public async Task Sending_a_late_draft_from_its_page_says_so_first()
    {
        var draft = await Fpy.InvoiceAsync(InvoiceStatus.Draft, date: new(2023, 3, 9));
        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, draft.Number));

        page.Choose("Send");

        page.WaitForAssertion(() => page.ByTestId("invoice-action").TextContent.Should().Contain("by 15/04/2023: it will be late."));
        page.Press("Yes");
        page.WaitForAssertion(() => page.Markup.Should().Contain("The invoice was issued."));
    }

    private Task<Invoice> UsedCarAsync() => Fpy.InvoiceAsync(InvoiceStatus.Draft, also: i =>
    {
        i.With((nameof(Invoice.TransactionCode), "05"), (nameof(Invoice.EffectiveVatRate), 1.1m));
        i.Bill([.. i.Lines]);
    });

    private static bool Asks(IRenderedComponent<Screen> page) =>
        page.FindAll("label").Any(l => l.TextContent.StartsWith("Effective VAT rate", StringComparison.Ordinal));

    private IRenderedComponent<Screen> Taxed()
    {
        var page = Open();
        page.ByLabel("Invoice Tax").Change(true);
        return page;
    }

    private IRenderedComponent<Screen> Open(string? number = null)
    {
        var page = Show<InvoiceFormPage>(p => p.Add(f => f.Number, number));
        page.WaitForAssertion(() => page.FindAll(".invoice-form").Should().HaveCount(1));
        return page;
    }
}
