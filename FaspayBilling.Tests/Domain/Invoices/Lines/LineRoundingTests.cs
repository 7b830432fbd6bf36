using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Desktop;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Domain.TaxOffice;
using FaspayBilling.Web.Components.Pages.Invoices.Form;

namespace FaspayBilling.Tests.Domain.Invoices.Lines;

/// <summary>
/// Price times quantity is rounded first, then the discount is taken: for the rule, the form, the invoice and the files alike.
/// </summary>
public sealed class LineRoundingTests
{
    private static readonly VatTreatment Taxed = new(Sample.Today, InvoiceTax: true, "04", null);

    public static TheoryData<decimal, decimal, decimal, decimal, decimal> Table => new()
    {
        // price, quantity, discount: price times quantity, tax base
        { 50m, 1.1377m, 56.89m, 56.89m, 0 }, // 56.885 less 56.89 was -0.01
        { 50m, 1.1377m, 56.88m, 56.89m, 0.01m },
        { 0.05m, 0.1m, 0.01m, 0.01m, 0 }, // 0.005
        { 0.05m, 0.1m, 0m, 0.01m, 0.01m },
        { 3.33m, 0.3333m, 1.11m, 1.11m, 0 }, // 1.109889
        { 33_333.33m, 3.3333m, 0.99m, 111_109.99m, 111_109 }, // 111109.988889
        { 1.25m, 0.1m, 0.12m, 0.13m, 0.01m }, // 0.125, half away from zero
        { 1_000m, 2.5m, 0m, 2_500m, 2_500m },
    };

    [Theory, MemberData(nameof(Table))]
    public void Rule_form_invoice_and_file_round_a_line_at_the_same_place(
        decimal price, decimal quantity, decimal discount, decimal gross, decimal taxBase)
    {
        var input = InvoiceLineInput.Empty with { Name = "Gold", Price = price, Quantity = quantity, Discount = discount };
        var line = input.ToLine(1);
        line.Compute(Taxed);
        var draft = LineDraft.Of(input);
        draft.Compute(Taxed);
        var desktop = DesktopFakturs.Of(TaxSample.Invoice(lines: input.ToLine(1)), TaxSample.Customer()).Lines.Single();

        (line.Gross, line.TaxBase).Should().Be((gross, taxBase));
        draft.Line.TaxBase.Should().Be(taxBase);
        (desktop.Total, desktop.Discount).Should().Be((gross, discount));
        InvoiceLineRules.WhyNot(input, 0).Should().BeEmpty();
        InvoiceLineRules.WhyNot(input with { Discount = gross }, 0).Should().BeEmpty("all of it may be taken off");
        InvoiceLineRules.WhyNot(input with { Discount = gross + 0.01m }, 0).Select(r => r.Code).Should().Equal("invoice.line-discount");
    }

    [Fact]
    public void No_line_that_the_rules_accept_has_a_base_below_nothing()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var (price, quantity) = (random.Next(1, 100_000) / 100m, random.Next(1, 100_000) / 10_000m);
            var input = InvoiceLineInput.Empty with
            {
                Name = "Gold",
                Price = price,
                Quantity = quantity,
                Discount = Math.Max(0, decimal.Round(price * quantity, 2, MidpointRounding.ToPositiveInfinity) - (random.Next(2) / 100m)),
            };
            if (!InvoiceLineRules.WhyNot(input, 0).Any())
            {
                var line = input.ToLine(1);
                line.Compute(Taxed);
                line.TaxBase.Should().BeGreaterThanOrEqualTo(0, "{0} x {1} less {2}", price, quantity, input.Discount);
            }
        }
    }
}
