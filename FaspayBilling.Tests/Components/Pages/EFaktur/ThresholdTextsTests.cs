using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Components.Pages.EFaktur;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

public sealed class ThresholdTextsTests
{
    private const string NotActive = "The threshold is not active: no mail goes out.";
    private const string AtThirty = "A mail goes out when 30 or fewer are left.";
    private const string More = " One more goes out when none is left.";
    private const string Undelivered = "A mail could not be delivered; the Mail outbox says why.";
    private const string Went = "A mail went out on 16/11/2026 09:00.";

    [Theory]
    [InlineData(31, false, ThresholdNotified.None, true, null, NotActive)]
    [InlineData(3, false, ThresholdNotified.None, true, null, NotActive)]
    [InlineData(0, false, ThresholdNotified.None, true, null, NotActive)]
    [InlineData(31, true, ThresholdNotified.None, true, null, AtThirty)]
    [InlineData(31, true, ThresholdNotified.None, false, null, AtThirty)]
    [InlineData(30, true, ThresholdNotified.None, false, null, "No mail could go out.")]
    [InlineData(30, true, ThresholdNotified.None, true, null, "A mail goes out with the next number that is taken.")]
    [InlineData(30, true, ThresholdNotified.Limit, true, MailState.Sent, Went + More)]
    [InlineData(30, true, ThresholdNotified.Limit, true, MailState.Waiting, "A mail is on its way." + More)]
    [InlineData(30, true, ThresholdNotified.Limit, true, MailState.Failed, Undelivered + More)]
    [InlineData(30, true, ThresholdNotified.Limit, true, null, "A mail went out." + More)]
    [InlineData(0, true, ThresholdNotified.Zero, true, MailState.Sent, Went)]
    [InlineData(2, true, ThresholdNotified.Zero, true, MailState.Sent, Went)]
    public void It_says_what_will_happen_or_what_did(
        long available, bool active, ThresholdNotified notified, bool addressed, MailState? mail, string sentence) =>
        ThresholdTexts.Mail(new ThresholdView(30, active, 1, 2026, available, addressed ? ["tax@fpy.example"] : [])
        {
            Notified = notified, LastMail = mail is { } state ? new(state, Given.Clock().GetUtcNow().UtcDateTime) : null,
        }).Should().Be(sentence);

    [Theory]
    [InlineData(0, false, 1000, 100)]
    [InlineData(30, false, 1000, 100)]
    [InlineData(300, false, 1000, 300)]
    [InlineData(30, true, 1000, 30)]
    [InlineData(0, true, 1000, 0)]
    [InlineData(0, false, 0, 0)]
    public void Few_is_the_limit_and_a_tenth_where_none_is_active(int limit, bool active, long total, long few) =>
        new ThresholdView(limit, active, 1, 2026, 5, []).FewAt(total).Should().Be(few);
}
