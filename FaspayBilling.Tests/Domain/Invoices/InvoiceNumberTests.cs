using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Domain.Invoices;

public sealed class InvoiceNumberTests
{
    [Theory]
    [InlineData("FPY", "2023-03-07", 400, "INV-FPY-032300400")]
    [InlineData("T8V", "2023-02-23", 5, "INV-T8V-022300005")]
    [InlineData("FPY", "2026-12-31", 1, "INV-FPY-122600001")]
    [InlineData("FPY", "2026-01-01", 99_999, "INV-FPY-012699999")]
    [InlineData("FPY", "2026-01-01", 100_000, "INV-FPY-0126100000")] // grows past five digits
    [InlineData("FPY", "2109-01-01", 1_234_567, "INV-FPY-01091234567")]
    public void The_number_has_merchant_month_and_sequence(string code, string day, int sequence, string number) =>
        InvoiceNumber.Of(code, Sample.Day(day), sequence).Should().Be(number);

    [Theory]
    [InlineData("ar-SA")] // another calendar and other digits
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    public void The_machines_culture_changes_nothing(string culture)
    {
        using var _ = new UseCulture(culture);

        InvoiceNumber.Of("FPY", new DateOnly(2023, 3, 7), 400).Should().Be("INV-FPY-032300400");
    }

    [Theory]
    [InlineData("2023-03-31", 202303)]
    [InlineData("2023-12-01", 202312)]
    public void The_sequence_is_counted_by_month_of_the_invoice_date(string day, int month) =>
        InvoiceCounter.MonthOf(Sample.Day(day)).Should().Be(month);
}
