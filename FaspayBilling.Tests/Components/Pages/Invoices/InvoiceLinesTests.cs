using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices.Form;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>The lines of the invoice form while they are typed.</summary>
public sealed class InvoiceLinesTests : PageTest
{
    [Fact]
    public void The_next_empty_line_is_there_before_it_is_asked_for_and_is_not_saved()
    {
        var page = Open();
        page.FindAll("tr[data-line]").Should().HaveCount(1);

        page.ByLabel("Line 1: Item").Input("A");

        page.ByLabel("Line 2: Item").GetAttribute("value").Should().BeNullOrEmpty();
        page.FindAll("tr[data-line]").Should().HaveCount(2, "one is enough");
    }

    [Fact]
    public void An_amount_that_cannot_be_read_is_marked_as_soon_as_its_cell_is_left()
    {
        var page = Open();
        page.ByLabel("Line 1: Price").Input("1,500,000");
        page.ByLabel("Line 1: Price").Change("1,500,000");

        page.ByLabel("Line 1: Price").GetAttribute("aria-invalid").Should().Be("true");
        page.Find(".line-errors").TextContent.Should().Contain("1.234.567,50");

        page.ByLabel("Line 1: Price").Input("1500000");
        page.ByLabel("Line 1: Price").Change("1500000");
        page.FindAll(".line-errors").Should().BeEmpty();
        page.ByLabel("Line 1: Price").GetAttribute("value").Should().Be("1.500.000");
    }

    private IRenderedComponent<Screen> Open()
    {
        var page = Show<InvoiceFormPage>();
        page.WaitForAssertion(() => page.FindAll(".invoice-form").Should().HaveCount(1));
        return page;
    }
}
