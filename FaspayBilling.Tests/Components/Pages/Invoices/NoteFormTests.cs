using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices.Form;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>The form of a note begins with the whole of its invoice and says what of it is not credited yet.</summary>
public sealed class NoteFormTests : PageTest
{
    [Fact]
    public async Task Sent_as_it_is_offered_it_brings_the_outstanding_amount_to_0()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);
        page.ByLabel("Invoice Tax").HasAttribute("checked").Should().BeTrue();
        page.ChosenAt("Transaction code").Should().StartWith("04");
        page.ByTestId("form-total").TextContent.Should().Be("Rp 1.110.000");
        page.ByTestId("not-credited").TextContent.Should().Be($"Rp 1.110.000 of Rp 1.110.000 of {invoice.Number} is not credited yet.");
        page.FindAll("[data-testid=credits-more]").Should().BeEmpty();
        page.Markup.Should().NotContain("Since 2025 code 01", "a credit note is no tax invoice");

        page.Press("Save & Send");
        page.WaitForAssertion(() => page.Find("[data-testid=saved]").TextContent.Should().Contain("was issued."));

        (await Db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Paid, Outstanding = 0m });
    }

    [Fact]
    public async Task The_note_after_a_whole_one_says_that_all_is_credited_already()
    {
        var invoice = await Fpy.InvoiceAsync();
        var note = new NoteRequest(DocumentType.CreditNote, invoice.Number);
        var whole = (await Db.Get<ReadInvoiceForm>().HandleAsync(Fpy.Finance, note, default)).Value.Input;
        (await Db.Get<SaveInvoice>().HandleAsync(Fpy.Finance, whole, AfterSave.Issue, note, default)).Ok.Should().BeTrue();

        var page = Open(invoice);

        page.ByTestId("not-credited").TextContent.Should().Be($"All of Rp 1.110.000 of {invoice.Number} is credited already.");
        page.ByTestId("credits-more").TextContent.Should().Contain("Rp 1.110.000 more than the Rp 0");
    }

    [Fact]
    public async Task More_than_is_left_is_told_while_it_is_typed()
    {
        var page = Open(await Fpy.InvoiceAsync());

        page.ByLabel("Line 1: Price").Input("1.100.000");

        page.ByTestId("credits-more").TextContent.Should().Contain("This is Rp 111.000 more than the Rp 1.110.000");
        page.ByLabel("Line 1: Price").Input("900.000");
        page.FindAll("[data-testid=credits-more]").Should().BeEmpty();
    }

    [Fact]
    public async Task The_VAT_of_the_invoices_day_stays_whatever_date_the_note_gets()
    {
        var page = Open(await Fpy.InvoiceAsync(date: new(2022, 3, 31)));
        page.ByTestId("form-total").TextContent.Should().Be("Rp 1.100.000");

        page.ByLabel("Invoice Date").Change("01/11/2026");

        page.ByTestId("form-total").TextContent.Should().Be("Rp 1.100.000");
        page.ChosenAt("Transaction code").Should().StartWith("01");
        page.Find("[data-testid=totals]").TextContent.Should().Contain("VAT (PPN) 10 %");
    }

    [Fact]
    public async Task A_debit_note_says_nothing_of_what_is_credited()
    {
        var page = Open(await Fpy.InvoiceAsync(), "debit");

        page.ByLabel("Invoice Tax").HasAttribute("checked").Should().BeTrue();
        page.FindAll("[data-testid=not-credited], [data-testid=credits-more]").Should().BeEmpty();
    }

    [Fact]
    public async Task Base_and_VAT_that_differ_from_the_total_are_explained_by_a_rounding_line()
    {
        await Fpy.CustomerAsync();
        var page = Show<InvoiceFormPage>();
        page.WaitForAssertion(() => page.FindAll(".invoice-form").Should().HaveCount(1));
        page.ByLabel("Line 1: Price").Input("1.000,21");

        page.ByTestId("rounding").TextContent.Should().Be("-Rp 0,21");
        page.ByTestId("form-total").TextContent.Should().Be("Rp 1.000");
        page.ByLabel("Line 1: Price").Input("1.000");
        page.FindAll("[data-testid=rounding]").Should().BeEmpty();
    }

    [Theory]
    [InlineData("31/12/9999")]
    [InlineData("01/01/0001")]
    public void A_date_that_nobody_means_is_marked_and_the_page_lives_on(string typed)
    {
        var page = Show<InvoiceFormPage>();
        page.WaitForAssertion(() => page.FindAll(".invoice-form").Should().HaveCount(1));

        page.ByLabel("Invoice Date").Change(typed);

        page.ErrorAt("Invoice Date").Should().Contain("Enter a date from 01/01/1900 to 31/12/2199.");
        page.ByLabel("Line 1: Price").Input("5");
        page.ByTestId("form-total").TextContent.Should().Be("Rp 5");
    }

    private IRenderedComponent<Screen> Open(Invoice invoice, string note = "credit")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/billings/new?note={note}&for={invoice.Number}");
        var page = Show<InvoiceFormPage>();
        page.WaitForAssertion(() => page.FindAll(".invoice-form").Should().HaveCount(1));
        return page;
    }
}
