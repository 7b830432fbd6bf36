using System.Globalization;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices.Payments;

public sealed class PaymentRulesTests
{
    private const decimal Outstanding = 1_110_000;
    private static readonly PaymentInput Good = new(1_110_000, Sample.Today, "Cash");

    [Fact]
    public void A_payment_of_all_that_is_owed_is_recorded() => Why(Good).Should().BeEmpty();

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.5")]
    [InlineData("499999.50")] // the customer pays whole rupiah
    [InlineData("10000000000000")]
    public void The_amount_is_whole_rupiah_above_zero(string? amount) =>
        Why(
            Good with
            {
                Amount = amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture),
                AboveOutstandingConfirmed = true
            })
            .Should().Equal(("payment.amount", "Amount"));

    [Theory]
    [InlineData("1")]
    [InlineData("5.000")]
    [InlineData("9999999999999")]
    public void An_amount_may_be(string amount) =>
        Why(Good with { Amount = decimal.Parse(amount, CultureInfo.InvariantCulture), AboveOutstandingConfirmed = true })
            .Should().BeEmpty();

    [Fact]
    public void The_date_is_given_and_not_in_the_future()
    {
        Why(Good with { Date = null }).Should().Equal(("payment.date", "Date"));
        Why(Good with { Date = Sample.Today.AddDays(1) }).Should().Equal(("payment.date", "Date"));
        Why(Good with { Date = Sample.Today.AddYears(-1), BeforeInvoiceConfirmed = true }).Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("cash")]
    [InlineData("Barter")]
    public void The_method_is_one_of_the_list(string method) =>
        Why(Good with { Method = method }).Should().Equal(("payment.method", "Method"));

    [Fact]
    public void Every_method_of_the_list_is_accepted() =>
        PaymentRules.Methods.SelectMany(m => Why(Good with { Method = m })).Should().BeEmpty();

    [Fact]
    public void The_note_is_short()
    {
        Why(Good with { Note = new string('x', 300) }).Should().BeEmpty();
        Why(Good with { Note = new string('x', 301) }).Should().Equal(("payment.note", "Note"));
    }

    [Fact]
    public void More_than_is_owed_asks_first_and_is_then_recorded()
    {
        var more = Good with { Amount = Outstanding + 1 };

        var asked = PaymentRules.WhyNot(Invoice(InvoiceStatus.Unpaid), more, Sample.Today).Should().ContainSingle().Subject;
        (asked.Code, asked.Kind, asked.Field).Should().Be(("payment.above-outstanding", RefusalKind.NeedsConfirmation, "Amount"));
        asked.Sentence().Should().Contain("Rp 1.110.001").And.Contain("Rp 1.110.000.");
        Why(more with { AboveOutstandingConfirmed = true }).Should().BeEmpty();
    }

    [Fact]
    public void Every_wrong_field_is_named_and_nothing_is_asked_before_they_are_right() =>
        Why(new PaymentInput(-1, null, "", new string('x', 301))).Select(r => r.Field).Should().Equal("Amount", "Date", "Method", "Note");

    [Theory]
    [InlineData(InvoiceStatus.Unpaid, true)]
    [InlineData(InvoiceStatus.PartiallyPaid, true)]
    [InlineData(InvoiceStatus.Overdue, true)]
    [InlineData(InvoiceStatus.Draft, false)]
    [InlineData(InvoiceStatus.Proforma, false)]
    [InlineData(InvoiceStatus.Paid, false)]
    [InlineData(InvoiceStatus.Cancelled, false)]
    public void Only_an_open_invoice_is_paid(InvoiceStatus status, bool allowed) =>
        PaymentRules.WhyNot(Invoice(status), Good, Sample.Today).Select(r => r.Code)
            .Should().Equal(allowed ? [] : ["payment.not-allowed"]);

    private static IEnumerable<(string Code, string? Field)> Why(PaymentInput input) =>
        PaymentRules.WhyNot(Invoice(InvoiceStatus.Unpaid), input, Sample.Today).Select(r => (r.Code, r.Field)).ToList();

    private static PayableFacts Invoice(InvoiceStatus status) => new(DocumentType.Invoice, status, Sample.Today, Outstanding);
}
