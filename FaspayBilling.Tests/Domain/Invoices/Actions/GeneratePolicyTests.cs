using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices.Actions;

public sealed class GeneratePolicyTests
{
    [Theory]
    [InlineData(InvoiceStatus.Draft, true, false, "tax-number.invoice-not-issued")]
    [InlineData(InvoiceStatus.Proforma, true, false, "tax-number.invoice-not-issued")]
    [InlineData(InvoiceStatus.Cancelled, true, false, "tax-number.invoice-not-issued")]
    [InlineData(InvoiceStatus.Unpaid, true, false, null)]
    [InlineData(InvoiceStatus.PartiallyPaid, true, false, null)]
    [InlineData(InvoiceStatus.Overdue, true, false, null)]
    [InlineData(InvoiceStatus.Paid, true, false, null)]
    [InlineData(InvoiceStatus.Unpaid, true, true, "tax-number.already-has-one")]
    [InlineData(InvoiceStatus.Cancelled, true, true, "tax-number.already-has-one")]
    [InlineData(InvoiceStatus.Unpaid, false, false, "tax-number.tax-inactive")]
    [InlineData(InvoiceStatus.Draft, false, false, "tax-number.tax-inactive")]
    [InlineData(InvoiceStatus.Unpaid, false, true, "tax-number.tax-inactive")]
    public void A_number_is_given_only_to_an_issued_taxed_invoice_without_one(
        InvoiceStatus status, bool taxed, bool hasNumber, string? code) =>
        (GeneratePolicy.WhyNot(Sample.Facts(status) with { InvoiceTax = taxed, HasTaxNumber = hasNumber })?.Code).Should().Be(code);

    [Fact]
    public void An_invoice_that_Coretax_numbered_takes_no_number_of_a_range() =>
        GeneratePolicy.WhyNot(Sample.Facts(InvoiceStatus.Unpaid) with { HasCoretaxNumber = true })!.Code
            .Should().Be("tax-number.already-has-one");
}
