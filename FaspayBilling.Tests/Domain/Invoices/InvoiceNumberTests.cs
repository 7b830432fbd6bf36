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
    [InlineData("FPY", "INV-FPY-032300400", 202303, 400)]
    [InlineData("FPY", "INV-FPY-0126100000", 202601, 100_000)]
    [InlineData("A-B", "INV-A-B-122600001", 202612, 1)]
    public void What_was_made_is_read_again(string code, string number, int month, int sequence)
    {
        InvoiceNumber.TryRead(code, number, out var read, out var which).Should().BeTrue();

        (read, which).Should().Be((month, sequence));
    }

    [Theory]
    [InlineData("INV-T8V-032300400")] // another merchant's
    [InlineData("INV-FPY-132300400")] // no such month
    [InlineData("INV-FPY-0323004")] // too short
    [InlineData("INV-FPY-0323004x0")]
    [InlineData("INV-FPY-032399999999999")] // more than any counter counts
    [InlineData("KWT/2023/17")]
    [InlineData("")]
    public void A_number_of_another_form_is_not_read(string number) =>
        InvoiceNumber.TryRead("FPY", number, out _, out _).Should().BeFalse();

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
