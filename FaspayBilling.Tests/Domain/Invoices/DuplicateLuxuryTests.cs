using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Domain.TaxOffice;

namespace FaspayBilling.Tests.Domain.Invoices;

/// <summary>A duplicate has the transaction code that is right for its own date and its goods.</summary>
public sealed class DuplicateLuxuryTests
{
    [Theory]
    [InlineData("2024-05-05", "01", "026015362054000", "2026-11-16", "01", 14_400_000)] // it became 04
    [InlineData("2024-05-05", "01", "", "2025-01-15", "04", 13_200_000)] // an end consumer in January 2025
    [InlineData("2025-01-15", "04", "", "2026-11-16", "01", 14_400_000)]
    [InlineData("2026-05-05", "01", "026015362054000", "2026-11-16", "01", 14_400_000)]
    [InlineData("2024-05-05", "02", "026015362054000", "2026-11-16", "02", 14_400_000)] // not the usual one: it was meant
    public void Of_luxury_goods(string day, string code, string npwp, string today, string copied, decimal vat)
    {
        var old = Invoice(day, code, npwp, luxury: true);

        var copy = old.Duplicate("INV-FPY-112600009", Sample.Day(today));

        (copy.TransactionCode, copy.VatAmount).Should().Be((copied, vat));
    }

    [Fact]
    public void Of_luxury_goods_with_others_it_is_the_everyday_code_and_the_form_warns()
    {
        var old = Invoice("2024-05-05", "01", "026015362054000", luxury: true, TaxSample.Line(position: 2));

        old.Duplicate("INV-FPY-112600009", Sample.Today).TransactionCode.Should().Be("04");
    }

    private static Invoice Invoice(string day, string code, string npwp, bool luxury, params InvoiceLine[] more)
    {
        var invoice = new Invoice { MerchantId = 1, Number = "INV-FPY-112600001" };
        invoice.Write(
            InvoiceContent.Empty with
            {
                CustomerId = 7,
                InvoiceDate = Sample.Day(day),
                DueDate = Sample.Day(day),
                InvoiceTax = true,
                TransactionCode = code,
                Lines =
                [
                    InvoiceLineInput.Empty with { Name = "Yacht", Price = 120_000_000, Luxury = luxury },
                    .. more.Select(InvoiceLineInput.Of),
                ],
            },
            "PT Maju",
            npwp);
        return invoice;
    }
}
