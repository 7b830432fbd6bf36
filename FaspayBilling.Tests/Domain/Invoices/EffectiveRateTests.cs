using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Desktop;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Domain.TaxOffice;

namespace FaspayBilling.Tests.Domain.Invoices;

/// <summary>Code 05, and code 04 before 2025, by the effective rate of the price: what is saved, kept, copied and exported.</summary>
public sealed class EffectiveRateTests
{
    private static readonly InvoiceContent UsedCar = InvoiceContent.Empty with
    {
        CustomerId = 7,
        InvoiceDate = Sample.Today,
        DueDate = Sample.Today,
        InvoiceTax = true,
        TransactionCode = "05",
        EffectiveVatRate = 1.1m,
        Lines = [InvoiceLineInput.Empty with { Name = "Used car", Kind = LineKind.Goods, Price = 150_000_000 }],
    };

    public static TheoryData<string, string, decimal?, string?> Rules => new()
    {
        { "05", "2026-11-16", 1.1m, null },
        { "05", "2026-11-16", 12m, null },
        { "05", "2026-11-16", null, "invoice.effective-rate" },
        { "05", "2026-11-16", 0m, "invoice.effective-rate" },
        { "05", "2026-11-16", 12.01m, "invoice.effective-rate" },
        { "05", "2026-11-16", 1.125m, "invoice.effective-rate" },
        { "05", "2024-12-31", 11.5m, "invoice.effective-rate" },
        { "05", "2024-12-31", 11m, null },
        { "04", "2024-12-31", null, null },
        { "04", "2024-12-31", 1.1m, null },
        { "04", "2024-12-31", 0m, "invoice.effective-rate" },
        { "04", "2022-03-31", 10.01m, "invoice.effective-rate" },
        { "04", "2025-01-01", 99m, null }, // nobody asks for it
        { "01", "2024-12-31", 99m, null },
    };

    [Theory, MemberData(nameof(Rules))]
    public void The_rate_is_refused_at_its_field(string code, string day, decimal? rate, string? refused)
    {
        var input = UsedCar with
        {
            TransactionCode = code,
            EffectiveVatRate = rate,
            InvoiceDate = Sample.Day(day),
            DueDate = Sample.Day(day),
        };

        InvoiceRules.WhyNot(input, Sample.Today).Select(r => (r.Code, r.Field))
            .Should().Equal(refused is null ? [] : [(refused, "EffectiveVatRate")]);
        InvoiceRules.WhyNot(input with { InvoiceTax = false }, Sample.Today).Should().BeEmpty();
    }

    [Fact]
    public void The_refusal_names_the_most_of_the_day() =>
        InvoiceRules.WhyNot(UsedCar with { InvoiceDate = new(2022, 3, 1), EffectiveVatRate = 11 }, Sample.Today).Single().Sentence()
            .Should().Contain("at most 10,");

    [Fact]
    public void An_invoice_charges_the_rate_and_keeps_it_for_editing_and_for_its_duplicate()
    {
        var invoice = Written(UsedCar);

        var copy = invoice.Duplicate("INV-FPY-022700001", new DateOnly(2027, 2, 1));

        (invoice.VatAmount, invoice.Total).Should().Be((1_650_000m, 151_650_000m));
        invoice.Content().EffectiveVatRate.Should().Be(1.1m);
        (copy.TransactionCode, copy.EffectiveVatRate, copy.VatAmount).Should().Be(("05", 1.1m, 1_650_000m));
    }

    [Theory]
    [InlineData("01", "2024-06-01")]
    [InlineData("04", "2026-11-16")]
    public void A_rate_that_the_code_does_not_ask_for_is_not_kept(string code, string day) =>
        Written(UsedCar with { TransactionCode = code, InvoiceDate = Sample.Day(day) }).EffectiveVatRate.Should().BeNull();

    [Fact]
    public void Without_Invoice_Tax_no_rate_is_kept() => Written(UsedCar with { InvoiceTax = false }).EffectiveVatRate.Should().BeNull();

    [Fact]
    public void Of_code_04_before_2025_a_duplicate_of_today_has_no_rate()
    {
        var old = Written(UsedCar with { TransactionCode = "04", InvoiceDate = new(2023, 6, 1) });

        var copy = old.Duplicate("INV-FPY-022700001", new DateOnly(2027, 2, 1));

        (old.VatAmount, copy.TransactionCode, copy.EffectiveVatRate, copy.VatAmount).Should().Be((1_650_000m, "04", null, 16_500_000m));
    }

    [Fact]
    public void Desktop_states_the_price_as_base_of_code_05_and_Coretax_the_VAT_by_12_percent()
    {
        var invoice = Issued(UsedCar);

        var csv = DesktopFakturs.Of(invoice, TaxSample.Customer());
        var xml = CoretaxFakturs.Of(TaxSample.Merchant(), invoice, TaxSample.Customer()).Lines.Single();

        (csv.TaxBase, csv.Vat, csv.Lines.Single().TaxBase, csv.Lines.Single().Vat)
            .Should().Be((150_000_000m, 1_650_000m, 150_000_000m, 1_650_000m));
        (xml.TaxBase, xml.OtherTaxBase, xml.VatRate, xml.Vat).Should().Be((150_000_000m, 13_750_000m, 12m, 1_650_000m));
    }

    [Theory]
    [InlineData("2023-06-01", 1.1, 10_000_000, 1_000_000, 110_000)]
    [InlineData("2022-03-01", 1.0, 10_000_000, 1_000_000, 100_000)]
    [InlineData("2023-06-01", null, 10_000_000, 10_000_000, 1_100_000)]
    public void Before_2025_Desktop_states_the_VAT_by_the_days_rate_as_base_of_code_04(
        string day, double? rate, decimal price, decimal taxBase, decimal vat)
    {
        var invoice = Issued(UsedCar with
        {
            TransactionCode = "04",
            InvoiceDate = Sample.Day(day),
            EffectiveVatRate = (decimal?)rate,
            Lines = [InvoiceLineInput.Empty with { Name = "Freight", Price = price }],
        });

        var csv = DesktopFakturs.Of(invoice, TaxSample.Customer());

        (csv.TaxBase, csv.Vat).Should().Be((taxBase, vat));
    }

    private static Invoice Written(InvoiceContent content)
    {
        var invoice = new Invoice { MerchantId = 1, Number = "INV-FPY-112600001" };
        invoice.Write(content, "PT Maju", "026015362054000");
        return invoice;
    }

    private static Invoice Issued(InvoiceContent content)
    {
        var invoice = Written(content);
        invoice.Issue(Sample.Now, Sample.DocumentId, windowHours: null, documentWindowHours: 72);
        invoice.Give(Sample.Number(TaxSample.Number));
        return invoice;
    }
}
