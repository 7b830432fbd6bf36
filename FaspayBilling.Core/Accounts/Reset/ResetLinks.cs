using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Reset;

/// <summary>How a reset link is made, whoever asks for it.</summary>
public sealed class ResetLinks(SiteSettings site, PersonalLinks links)
{
    /// <summary>A new link; it is good once a write has stored it.</summary>
    public NewLink New() => NewLink.To("reset", site, links);

    /// <summary>Stores the link beside those that the user may have: only its use, or a change of the user, ends the others.</summary>
    public static void Add(WriteContext write, User user, NewLink link) => write.Db.Add(new PasswordReset
    {
        MerchantId = user.MerchantId,
        UserId = user.Id,
        SecretHash = LinkSecret.Hash(link.Secret),
        ExpiresAt = write.Now + PasswordReset.Lifetime,
    });

    /// <summary>The same, and mails it to the user.</summary>
    public async Task MailAsync(WriteContext write, User user, NewLink link)
    {
        Add(write, user, link);
        var merchant = await write.Db.Set<Merchant>().Where(m => m.Id == user.MerchantId).Select(m => m.Name).SingleAsync(write.Stop);
        var expires = write.Now + PasswordReset.Lifetime;
        var notice = new ResetMail(
            PersonalLinks.Without(merchant), PersonalLinks.Without(user.Name), expires, PersonalLinks.Place, user.Language);
        write.Db.Add(new OutboxMail
        {
            MerchantId = user.MerchantId,
            Kind = MailKind.Reset,
            To = user.Email!,
            Subject = notice.Subject,
            Text = notice.Text,
            Html = notice.Html,
            PersonalLink = link.Kept,
            LinkUntil = expires,
            MessageId = OutboxMail.NewMessageId(site.Address),
            CreatedAt = write.Now,
            NextTryAt = write.Now,
        });
        write.MarkChanged(HistorySubject.Mail);
    }
}
