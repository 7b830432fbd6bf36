using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices;

public sealed class InvoiceStatusesTests
{
    [Theory]
    [InlineData(100, 0, -1, InvoiceStatus.Unpaid)]
    [InlineData(100, 0, 0, InvoiceStatus.Unpaid)] // the due moment itself is in time
    [InlineData(100, 0, 1, InvoiceStatus.Overdue)]
    [InlineData(60, 40, -1, InvoiceStatus.PartiallyPaid)]
    [InlineData(60, 40, 0, InvoiceStatus.PartiallyPaid)]
    [InlineData(60, 40, 1, InvoiceStatus.Overdue)] // wins over Partially Paid
    [InlineData(0.01, 99.99, -1, InvoiceStatus.PartiallyPaid)]
    [InlineData(0.01, 99.99, 1, InvoiceStatus.Overdue)]
    [InlineData(0, 100, -1, InvoiceStatus.Paid)]
    [InlineData(0, 100, 1, InvoiceStatus.Paid)]
    [InlineData(-400_800, 500, 1, InvoiceStatus.Paid)]
    [InlineData(0, 0, 1, InvoiceStatus.Paid)]
    public void The_status_of_an_issued_invoice_is_one_function_of_the_facts(
        decimal outstanding, decimal paid, int millisecondsPastDue, InvoiceStatus status) =>
        InvoiceStatuses.OfIssued(outstanding, paid, Sample.Now, Sample.Now.AddMilliseconds(millisecondsPastDue)).Should().Be(status);

    [Theory]
    [InlineData(InvoiceStatus.Draft, 0, "Draft", false, false)]
    [InlineData(InvoiceStatus.Proforma, 7, "Proforma", false, false)]
    [InlineData(InvoiceStatus.Unpaid, 1, "Unpaid", true, true)]
    [InlineData(InvoiceStatus.PartiallyPaid, 5, "Partially Paid", true, true)]
    [InlineData(InvoiceStatus.Overdue, 4, "Overdue", true, true)]
    [InlineData(InvoiceStatus.Paid, 2, "Paid", true, false)]
    [InlineData(InvoiceStatus.Cancelled, 3, "Cancelled", false, false)]
    public void Each_status_has_its_number_its_name_and_its_meaning(InvoiceStatus status, int number, string text, bool issued, bool open)
    {
        ((int)status).Should().Be(number);
        status.Text().Should().Be(text);
        status.IsIssued().Should().Be(issued);
        status.IsOpen().Should().Be(open);
    }

    [Fact]
    public void Screens_list_every_status_once() =>
        InvoiceStatuses.All.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Enum.GetValues<InvoiceStatus>());

    [Fact]
    public void Six_is_not_a_status() => Enum.IsDefined((InvoiceStatus)6).Should().BeFalse();
}
