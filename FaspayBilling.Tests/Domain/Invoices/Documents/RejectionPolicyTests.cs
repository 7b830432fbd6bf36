using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices.Documents;

public sealed class RejectionPolicyTests
{
    private static readonly RejectionRequest Good = new(InvoiceStatus.Unpaid, true, null, Sample.Now, false, "Wrong buyer", Sample.Now);

    [Theory]
    [InlineData(InvoiceStatus.Unpaid)]
    [InlineData(InvoiceStatus.PartiallyPaid)]
    [InlineData(InvoiceStatus.Overdue)]
    [InlineData(InvoiceStatus.Paid)]
    public void A_receiver_may_ask_once_for_what_is_valid(InvoiceStatus status) =>
        RejectionPolicy.WhyNot(Good with { Status = status }).Should().BeEmpty();

    [Fact]
    public void A_cancelled_document_is_not_rejected() =>
        Codes(Good with { Status = InvoiceStatus.Cancelled }).Should().Equal("document.not-rejectable");

    [Fact]
    public void Nobody_but_the_receiver_asks() => Codes(Good with { Receiver = false }).Should().Equal("document.forbidden");

    [Fact]
    public void A_second_request_is_refused() =>
        Codes(Good with { RequestedAt = Sample.Now.AddHours(-1) }).Should().Equal("document.rejection-requested");

    [Fact]
    public void The_end_of_the_window_is_inclusive_to_the_millisecond()
    {
        Codes(Good with { Now = Sample.Now }).Should().BeEmpty();
        Codes(Good with { Now = Sample.Now.AddMilliseconds(1) }).Should().Equal("document.rejection-period-over");
    }

    [Fact]
    public void All_that_applies_is_listed_in_the_order_of_the_guards() =>
        Codes(new(InvoiceStatus.Cancelled, false, Sample.Now, Sample.Now, true, " ", Sample.Now.AddSeconds(1)))
            .Should().Equal(
                "document.forbidden", "document.not-rejectable", "document.rejection-period-over", "invoice.referenced", "cancel.reason");

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" \t\r\n", false)]
    [InlineData("x", true)]
    [InlineData("two\r\nlines\tand a tab", true)]
    [InlineData("a bell \u0007", false)]
    [InlineData("nothing \0", false)]
    public void A_reason_has_letters_and_no_control_characters(string? reason, bool good) =>
        DocumentReason.IsGood(reason).Should().Be(good);

    [Fact]
    public void A_reason_is_counted_in_code_points()
    {
        var face = char.ConvertFromUtf32(0x1F600);

        DocumentReason.IsGood(string.Concat(Enumerable.Repeat(face, 300))).Should().BeTrue();
        DocumentReason.IsGood(string.Concat(Enumerable.Repeat(face, 301))).Should().BeFalse();
        DocumentReason.IsGood("  " + new string('x', 300) + "  ").Should().BeTrue();
    }

    private static IEnumerable<string> Codes(RejectionRequest request) => RejectionPolicy.WhyNot(request).Select(r => r.Code);
}
