using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>Ends an invitation that nobody accepted: its link stops working.</summary>
public sealed class WithdrawInvitation(WriteTransaction writes)
{
    /// <summary>Refuses <c>session.prove</c>, <c>not-allowed</c>, <c>user.link</c> when it was accepted or withdrawn meanwhile.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long invitationId, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.User, "user.withdraw-invitation"), async write =>
        {
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            if (await write.Db.Set<Invitation>()
                .VisibleTo(actor)
                .SingleOrDefaultAsync(i => i.Id == invitationId && i.UsedAt == null, write.Stop) is not { } invitation)
            {
                return UserRefusals.LinkInvalid;
            }

            write.Db.Remove(invitation);
            await write.EndPersonalLinksAsync(MailKind.Invitation, invitation.Email);
            write.History(HistorySubject.User, null, "user.withdraw-invitation", ("email", invitation.Email));
            return Outcome.Done;
        }, stop);
}
