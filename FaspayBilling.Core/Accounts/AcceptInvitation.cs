using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>What an invitation link is about, as its page shows it.</summary>
public sealed record InvitationRow(string Merchant, string Email, string Name, Role Role, string InvitedBy);

/// <summary>Makes a user of somebody who was invited, once per link.</summary>
public sealed class AcceptInvitation(IDbContextFactory<BillingDb> dbs, WriteTransaction writes, CreateUser users, TimeProvider clock)
{
    /// <summary>Who was invited; refuses <c>user.link</c> when the link was used, is over or was never given.</summary>
    public async Task<Outcome<InvitationRow>> ReadAsync(string link, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var row = await Good(db, link, clock.Now())
            .Select(i => new InvitationRow(db.Set<Merchant>().Single(m => m.Id == i.MerchantId).Name, i.Email, i.Name, i.Role, i.InvitedBy))
            .SingleOrDefaultAsync(stop);
        return row is null ? UserRefusals.LinkInvalid : row;
    }

    /// <summary>Refuses <c>user.link</c>, <c>user.name</c>, <c>user.password</c>, <c>user.email-taken</c>.</summary>
    public async Task<Outcome> HandleAsync(
        string link, string name, string password, Language language, ClientOrigin from, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await Good(db, link, clock.Now()).AsNoTracking().SingleOrDefaultAsync(stop) is not { } found)
        {
            return UserRefusals.LinkInvalid;
        }

        var asked = new NewUser(found.MerchantId, found.Email, PlainText.Line(name), found.Role, password) { Language = language };
        var refusals = await users.WhyNotAsync(asked, stop);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var hash = users.Hash(password);
        var actor = new Actor(found.MerchantId, null, asked.Name, found.Role) { From = from };
        return await writes.RunAsync(
            actor, new AuditedAction(HistorySubject.User, "user.accept-invitation", ("email", found.Email)), async write =>
            {
                if (await Good(write.Db, link, write.Now).SingleOrDefaultAsync(write.Stop) is not { } invitation)
                {
                    return UserRefusals.LinkInvalid;
                }

                invitation.UsedAt = write.Now;
                await write.EndPersonalLinksAsync(MailKind.Invitation, invitation.Email);
                var added = await CreateUser.AddAsync(write, asked, hash);
                if (added.Ok)
                {
                    write.History(
                        HistorySubject.User,
                        added.Value,
                        "user.accept-invitation",
                        ("inviter", found.InvitedBy),
                        ("email", found.Email),
                        ("role", Value.Term(found.Role)));
                }

                return added;
            }, stop);
    }

    private static IQueryable<Invitation> Good(BillingDb db, string link, DateTime now)
    {
        var hash = LinkSecret.Hash(link);
        return db.Set<Invitation>().Where(i => i.SecretHash == hash && i.UsedAt == null && i.ExpiresAt > now);
    }
}
