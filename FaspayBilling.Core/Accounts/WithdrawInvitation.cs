using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>Ends an invitation that nobody accepted: its link stops working.</summary>
public sealed class WithdrawInvitation(WriteTransaction writes)
{
    /// <remarks>Refusals: <c>not-allowed</c>, <c>user.link</c> when it was accepted or withdrawn meanwhile.</remarks>
    public Task<Outcome> HandleAsync(Actor actor, long invitationId, CancellationToken stop) =>
        writes.RunAsync(actor, new Attempt(HistorySubject.User, "Withdraw an invitation"), async write =>
        {
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            if (await write.Db.Set<Invitation>().VisibleTo(actor).SingleOrDefaultAsync(i => i.Id == invitationId && i.UsedAt == null, write.Stop) is not { } invitation)
            {
                return Refusals.LinkInvalid;
            }

            write.Db.Remove(invitation);
            write.History(HistorySubject.User, null, $"Withdrew the invitation of {invitation.Email}");
            return Outcome.Done;
        }, stop);
}
