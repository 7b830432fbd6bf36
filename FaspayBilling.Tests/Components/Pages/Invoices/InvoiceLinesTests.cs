using System.Globalization;
using Bunit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices.Form;
using Microsoft.EntityFrameworkCore;

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

    [Fact]
    public void A_percentage_of_luxury_tax_that_cannot_be_read_is_marked_as_soon_as_its_cell_is_left()
    {
        const string Rate = "Line 1: PPnBM in percent";
        var page = Open();
        page.ByLabel("Invoice Tax").Change(true);
        page.ByLabel("Line 1: Luxury goods").Change(true);

        Type("1.5"); // could be 15 or 1,5: never guessed
        page.ByLabel(Rate).GetAttribute("aria-invalid").Should().Be("true");
        page.Find(".line-errors").TextContent.Should().Contain("PPnBM: enter a percentage such as 10 or 12,5.");
        page.ByLabel(Rate).GetAttribute("value").Should().Be("1.5");

        page.ByLabel("Line 1: Luxury goods").Change(false);
        page.FindAll(".line-errors").Should().BeEmpty("of other goods it is not asked");
        page.ByLabel("Line 1: Luxury goods").Change(true);
        page.FindAll(".line-errors").Should().ContainSingle();

        Type("1,50");
        page.FindAll(".line-errors").Should().BeEmpty();
        page.ByLabel(Rate).GetAttribute("value").Should().Be("1,5");

        void Type(string text)
        {
            page.ByLabel(Rate).Input(text);
            page.ByLabel(Rate).Change(text);
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task What_is_wrong_with_a_line_stands_under_all_of_its_columns(bool module, bool taxed)
    {
        await Db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.EFakturModule, module)));
        var page = Open();
        if (taxed)
        {
            page.ByLabel("Invoice Tax").Change(true);
        }

        page.ByLabel("Line 1: Price").Input("1,500,000");
        page.ByLabel("Line 1: Price").Change("1,500,000");

        var columns = page.FindAll("tr[data-line='0'] > td").Count;
        page.FindAll("table.lines > thead th").Should().HaveCount(columns);
        page.Find(".line-errors > td").GetAttribute("colspan").Should().Be(columns.ToString(CultureInfo.InvariantCulture));
    }

    private IRenderedComponent<Screen> Open()
    {
        var page = Show<InvoiceFormPage>();
        page.WaitForAssertion(() => page.FindAll(".invoice-form").Should().HaveCount(1));
        return page;
    }
}
