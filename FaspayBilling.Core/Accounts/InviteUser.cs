using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>Whom an Admin invites.</summary>
public sealed record InviteRequest(string Email, string Name, Role Role);

/// <summary>Invites somebody by mail and by a link that is shown once; good for 48 hours and one use.</summary>
public sealed class InviteUser(WriteTransaction writes, PersonalLinks links, SiteSettings site)
{
    /// <summary>How long the link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    /// <summary>
    /// Answers the absolute link; an earlier invitation of the same address stops working, which is warned of while its link was good.
    /// Refuses <c>session.prove</c>, <c>not-allowed</c>, <c>user.name</c>, <c>user.email</c>, <c>user.email-taken</c>.
    /// </summary>
    public Task<Outcome<string>> HandleAsync(Actor actor, InviteRequest asked, CancellationToken stop) =>
        WriteAsync(actor, asked, NewLink.To("invitation", site, links), stop);

    private static AuditedAction Attempt(InviteRequest asked) =>
        AuditedAction.Sensitive(HistorySubject.User, "user.invite", ("email", asked.Email.Trim()));

    private Task<Outcome<string>> WriteAsync(Actor actor, InviteRequest asked, NewLink made, CancellationToken stop) =>
        writes.RunAsync<string>(actor, Attempt(asked), async write =>
        {
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            var wrong = new[] { CreateUser.WhyNotName(asked.Name), CreateUser.WhyNotEmail(asked.Email) }.OfType<Refusal>().ToList();
            if (wrong.Count > 0)
            {
                return Outcome<string>.Refused(wrong);
            }

            var email = asked.Email.Trim();
            var normalized = EmailAddress.Normalized(email);
            if (await write.Db.Set<User>().AnyAsync(u => u.NormalizedEmail == normalized, write.Stop))
            {
                return UserRefusals.UserEmailTaken;
            }

            var open = await write.Db.Set<Invitation>().VisibleTo(actor).Where(i => i.UsedAt == null).ToListAsync(write.Stop);
            var earlier = open.FindAll(i => EmailAddress.Normalized(i.Email) == normalized);
            write.Db.RemoveRange(earlier);
            foreach (var replaced in earlier)
            {
                await write.EndPersonalLinksAsync(MailKind.Invitation, replaced.Email);
            }

            await AddAsync(write, asked with { Email = email, Name = PlainText.Line(asked.Name) }, made);
            return Outcome<string>.With(
                made.Address,
                earlier.Exists(i => i.ExpiresAt > write.Now) ? Message.Of("invitation-warning.replaced", ("email", email)) : null);
        }, stop);

    private async Task AddAsync(WriteContext write, InviteRequest asked, NewLink made)
    {
        var expires = write.Now + Lifetime;
        write.Db.Add(new Invitation
        {
            MerchantId = write.Actor.MerchantId,
            Email = asked.Email,
            Name = asked.Name,
            Role = asked.Role,
            SecretHash = LinkSecret.Hash(made.Secret),
            InvitedBy = write.Actor.Name,
            InvitedById = write.Actor.UserId,
            ExpiresAt = expires,
        });
        var merchant = await write.Db.Set<Merchant>()
            .Where(m => m.Id == write.Actor.MerchantId)
            .Select(m => new { m.Name, m.Language })
            .SingleAsync(write.Stop);
        var notice = new InvitationMail(
            PersonalLinks.Without(merchant.Name),
            PersonalLinks.Without(asked.Name),
            PersonalLinks.Without(write.Actor.Name),
            asked.Role,
            expires,
            PersonalLinks.Place,
            merchant.Language);
        write.Db.Add(new OutboxMail
        {
            MerchantId = write.Actor.MerchantId,
            Kind = MailKind.Invitation,
            To = asked.Email,
            Subject = notice.Subject,
            Text = notice.Text,
            Html = notice.Html,
            PersonalLink = made.Kept,
            LinkUntil = expires,
            MessageId = OutboxMail.NewMessageId(site.Address),
            CreatedAt = write.Now,
            NextTryAt = write.Now,
        });
        write.History(HistorySubject.User, null, "user.invite", ("email", asked.Email), ("role", Value.Term(asked.Role)));
        write.MarkChanged(HistorySubject.Mail);
    }
}
