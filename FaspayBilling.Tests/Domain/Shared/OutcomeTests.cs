using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Shared;

public sealed class OutcomeTests
{
    [Fact]
    public void Done_has_no_refusal() => (Outcome.Done.Ok, Outcome.Done.Refusal, Outcome.Done.Warning).Should().Be((true, null, null));

    [Fact]
    public void The_first_refusal_decides_and_each_field_finds_its_own()
    {
        var outcome = Outcome.Refused([InvoiceRefusals.PaymentAmount, InvoiceRefusals.PaymentNote]);

        outcome.Ok.Should().BeFalse();
        outcome.Refusal.Should().Be(InvoiceRefusals.PaymentAmount);
        outcome.About("Note").Should().Be(InvoiceRefusals.PaymentNote);
        outcome.About("Date").Should().BeNull();
    }

    [Fact]
    public void The_value_of_a_refused_outcome_is_a_bug()
    {
        Outcome<int> refused = InvoiceRefusals.InvoiceNotFound;

        var value = () => refused.Value;

        value.Should().Throw<InvalidOperationException>().WithMessage("*invoice.not-found*");
    }

    [Fact]
    public void A_value_can_come_with_a_warning()
    {
        var outcome = Outcome<int>.With(7, Message.Of("careful"), null);

        (outcome.Ok, outcome.Value, outcome.Warning).Should().Be((true, 7, Message.Of("careful")));
    }

    [Theory]
    [InlineData(Role.Viewer, Role.Viewer, true)]
    [InlineData(Role.Viewer, Role.Finance, false)]
    [InlineData(Role.Viewer, Role.Admin, false)]
    [InlineData(Role.Finance, Role.Viewer, true)]
    [InlineData(Role.Finance, Role.Finance, true)]
    [InlineData(Role.Finance, Role.Admin, false)]
    [InlineData(Role.Admin, Role.Finance, true)]
    [InlineData(Role.Admin, Role.Admin, true)]
    public void Each_role_includes_the_ones_before_it(Role has, Role needed, bool allowed) =>
        (new Actor(1, 2, "Sri", has).WhyNot(needed)?.Code).Should().Be(allowed ? null : "not-allowed");

    [Fact]
    public void The_product_itself_acts_for_one_merchant_and_is_no_user()
    {
        var actor = Actor.System(9);

        (actor.MerchantId, actor.UserId, actor.WhyNot(Role.Admin)).Should().Be((9, null, null));
    }
}
