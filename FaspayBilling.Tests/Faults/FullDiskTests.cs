using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;

namespace FaspayBilling.Tests.Faults;

/// <summary>A disk without room, under the running program.</summary>
public sealed class FullDiskTests
{
    [LinuxFact]
    public async Task A_bill_is_refused_and_made_by_the_same_call_when_there_is_room_and_no_mail_leaves_twice()
    {
        await using var mails = new TestMailServer { OffersTls = false, OffersAuth = null };
        await using var ground = await FaultGround.MakeAsync(mails.Settings);
        var first = await ground.CreateAsync("1001");
        first.ShouldBeDone();
        await ground.AllMailsLeaveAsync();

        // The disk is full at the worst moment: the mail has left, and that is not written down yet.
        var yes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mails.BeforeYes = yes.Task;
        (await ground.CreateAsync("1002")).ShouldBeDone();
        await Until.TrueAsync(() => Task.FromResult(mails.Received.Count == 2), "the server taking the second mail");
        await ground.FillDiskAsync();
        yes.SetResult();

        var refused = await ground.CreateAsync("1003");
        refused.ShouldBeRefused();
        refused.Message.Should().StartWith("The database cannot be written now");
        (await ground.CreateAsync("1003")).ShouldBeRefused();
        (await ground.InquireAsync("1001", first.Bill)).ShouldBeDone();
        (await ground.StoredAsync("1003")).Should().Be(0);
        (await ground.Db.MailsAsync())[1].State.Should().Be(MailState.Waiting);
        await ground.FreeDiskAsync();

        (await ground.CreateAsync("1003")).ShouldBeDone();
        await Until.TrueAsync(
            async () => (await ground.Db.MailsAsync()).TrueForAll(m => m.State == MailState.Sent), "the record of all three mails");
        (await ground.StoredAsync("1003")).Should().Be(1);
        mails.Received.Should().HaveCount(3);
        mails.Received.Select(m => m.MessageId).Should().OnlyHaveUniqueItems();
        await ground.ShouldBeSoundAsync();
    }
}
