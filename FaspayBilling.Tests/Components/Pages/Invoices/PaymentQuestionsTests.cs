using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>Each question of the payment dialog has its own tick.</summary>
public sealed class PaymentQuestionsTests : PageTest
{
    [Fact]
    public async Task A_payment_before_the_invoice_date_needs_the_box_ticked()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);
        page.ByLabel("Payment date").Change("01/11/2026");

        page.SendForm("payment");
        page.WaitForAssertion(() => page.ErrorAt("Payment date").Should().Contain("before the invoice date, 16/11/2026"));
        (await Db.StoredAsync(invoice)).Payments.Should().BeEmpty();
        page.ByRole("checkbox").Change(true);
        page.SendForm("payment");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("status").TextContent.Should().Be("Paid"));
    }

    [Fact]
    public async Task The_tick_under_one_question_does_not_answer_the_next()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);
        page.ByLabel("Amount").Change("2.000.000");
        page.SendForm("payment");
        page.WaitForAssertion(() => page.ErrorAt("Amount").Should().Contain("more than the outstanding"));
        page.ByRole("checkbox").Change(true);
        page.ByLabel("Payment date").Change("01/11/2026");

        page.SendForm("payment");

        page.WaitForAssertion(() => page.ErrorAt("Payment date").Should().Contain("before the invoice date"));
        page.ByRole("checkbox").HasAttribute("checked").Should().BeFalse();
        (await Db.StoredAsync(invoice)).Payments.Should().BeEmpty();
        page.ByRole("checkbox").Change(true);
        page.SendForm("payment");
        page.Press("OK");
        page.WaitForAssertion(() => page.ByTestId("outstanding").TextContent.Should().Be("-Rp 890.000"));
    }

    [Fact]
    public async Task Half_a_rupiah_is_refused_at_its_field_and_an_odd_rest_is_offered_whole()
    {
        var invoice = await Fpy.InvoiceAsync(also: i => i.With((nameof(Invoice.Outstanding), 610_000.50m)));
        var page = Open(invoice);
        page.ByLabel("Amount").GetAttribute("value").Should().Be("610.001");
        page.ByLabel("Amount").Change("499.999,50");

        page.SendForm("payment");

        page.WaitForAssertion(() => page.ErrorAt("Amount").Should().Contain("whole rupiah"));
    }

    private IRenderedComponent<Screen> Open(Invoice invoice)
    {
        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, invoice.Number));
        page.Choose("Record payment");
        return page;
    }
}
