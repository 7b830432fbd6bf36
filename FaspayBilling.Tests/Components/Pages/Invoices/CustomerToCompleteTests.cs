using Bunit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;
using FaspayBilling.Web.Components.Pages.Invoices.Form;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>A tax invoice to a customer whom it cannot name: the form says what is missing and leads there.</summary>
public sealed class CustomerToCompleteTests : PageTest
{
    [Fact]
    public async Task The_form_names_what_is_missing_and_opens_the_customer_beside_what_was_typed()
    {
        var draft = await Fpy.InvoiceAsync(InvoiceStatus.Draft);
        await Db.ChangeAsync<Customer>(c => true, c => c.Npwp = "");
        var page = Show<InvoiceFormPage>(p => p.Add(f => f.Number, draft.Number));
        page.WaitForAssertion(() => page.ByLabel("Line 1: Price").GetAttribute("value").Should().Be("1.000.000"));
        page.ByLabel("Line 1: Price").Input("2.000.000");
        page.FindByRole("button", "Complete the customer").Should().BeNull();

        page.Press("Save & Send");

        page.WaitForAssertion(() => page.ErrorAt("Customer Name").Should().Contain("missing: NPWP."));
        page.Press("Complete the customer");
        page.WaitForAssertion(() => page.ByLabel("NPWP").GetAttribute("value").Should().BeNullOrEmpty());
        page.ByLabel("NPWP").Change("02.601.536.2-054.000");
        page.SendForm("customer");
        page.WaitForAssertion(() => page.Markup.Should().Contain("The customer was saved."));
        page.Press("OK");
        page.Press("Save & Send");

        page.WaitForAssertion(() => page.Find("[data-testid=saved]").TextContent.Should().Contain("was issued."));
        (await Db.StoredAsync(draft)).TaxBase.Should().Be(2_000_000m);
    }

    [Fact]
    public async Task The_detail_page_leads_to_the_customer()
    {
        var invoice = await Fpy.InvoiceAsync();

        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, invoice.Number));

        page.WaitForAssertion(
            () => page.ByTestId("customer").QuerySelector("a")!.GetAttribute("href").Should().Be($"/customers/{invoice.CustomerId}"));
    }
}
