using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

public sealed class PaymentDialogTests : PageTest
{
    [Fact]
    public async Task It_starts_with_what_is_owed_and_today_and_leads_to_Paid()
    {
        var invoice = await Fpy.InvoiceAsync(price: 1_000_000m);
        var page = Open(invoice);

        page.ByLabel("Amount").GetAttribute("value").Should().Be("1.110.000");
        page.ByLabel("Payment date").GetAttribute("value").Should().Be("16/11/2026");
        page.SendForm("payment");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("status").TextContent.Should().Be("Paid"));
        page.ByTestId("outstanding").TextContent.Should().Be("Rp 0");
    }

    [Fact]
    public async Task Refused_it_marks_the_fields_and_keeps_what_was_typed()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);
        page.ByLabel("Amount").Change("0");
        page.ByLabel("Payment date").Change("17/11/2026");
        page.ByLabel("Note").Change("first part");

        page.SendForm("payment");

        page.WaitForAssertion(() => page.ErrorAt("Amount").Should().Contain("from Rp 1 to"));
        page.ErrorAt("Payment date").Should().Contain("from 16/11/2016 to today, 16/11/2026");
        page.ByLabel("Amount").GetAttribute("value").Should().Be("0");
        page.ByLabel("Payment date").GetAttribute("value").Should().Be("17/11/2026");
        page.ByLabel("Note").GetAttribute("value").Should().Be("first part");
        (await Db.StoredAsync(invoice)).Payments.Should().BeEmpty();
    }

    [Fact]
    public async Task Text_that_is_no_amount_stays_and_is_refused()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);
        page.ByLabel("Amount").Change("a million");

        page.SendForm("payment");

        page.WaitForAssertion(() => page.ErrorAt("Amount").Should().NotBeEmpty());
        page.ByLabel("Amount").GetAttribute("value").Should().Be("a million");
        (await Db.StoredAsync(invoice)).Payments.Should().BeEmpty();
    }

    [Fact]
    public async Task More_than_is_owed_needs_the_box_ticked()
    {
        var invoice = await Fpy.InvoiceAsync(price: 1_000_000m);
        var page = Open(invoice);
        page.ByLabel("Amount").Change("1.510.800");

        page.SendForm("payment");
        page.WaitForAssertion(() => page.ErrorAt("Amount").Should().Contain("more than the outstanding Rp 1.110.000"));
        page.ByRole("button", "Save").HasAttribute("disabled").Should().BeTrue();
        page.ByRole("checkbox").Change(true);
        page.SendForm("payment");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("outstanding").TextContent.Should().Be("-Rp 400.800"));
        page.ByTestId("status").TextContent.Should().Be("Paid");
    }

    [Fact]
    public async Task Opened_again_it_starts_anew()
    {
        var page = Open(await Fpy.InvoiceAsync(price: 1_000_000m));
        page.ByLabel("Amount").Change("5");
        page.ByLabel("Note").Change("typed before");
        page.Pick("Method", "Cash");
        page.Press("Cancel");

        page.Choose("Record payment");

        page.ByLabel("Amount").GetAttribute("value").Should().Be("1.110.000");
        page.ByLabel("Note").GetAttribute("value").Should().BeNullOrEmpty();
        page.ByLabel("Method").GetAttribute("value").Should().Be("Bank transfer");
    }

    private IRenderedComponent<Screen> Open(Invoice invoice)
    {
        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, invoice.Number));
        page.Choose("Record payment");
        return page;
    }
}
