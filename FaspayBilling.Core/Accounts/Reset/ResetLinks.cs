using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Reset;

/// <summary>How a reset link is made, whoever asks for it.</summary>
internal static class ResetLinks
{
    /// <summary>A new link within a write; links of the user that nobody used before stop working.</summary>
    public static async Task<string> NewResetLinkAsync(this WriteContext write, User user, SiteSettings site)
    {
        write.Db.RemoveRange(
            await write.Db.Set<PasswordReset>().Where(r => r.UserId == user.Id && r.UsedAt == null).ToListAsync(write.Stop));
        var secret = LinkSecret.New();
        write.Db.Add(new PasswordReset
        {
            MerchantId = user.MerchantId,
            UserId = user.Id,
            SecretHash = LinkSecret.Hash(secret),
            ExpiresAt = write.Now + PasswordReset.Lifetime,
        });
        return $"{site.Address}/account/reset?link={secret}";
    }

    /// <summary>The same, by a mail to the user.</summary>
    public static async Task MailResetLinkAsync(this WriteContext write, User user, SiteSettings site)
    {
        var link = await write.NewResetLinkAsync(user, site);
        var merchant = await write.Db.Set<Merchant>().Where(m => m.Id == user.MerchantId).Select(m => m.Name).SingleAsync(write.Stop);
        var notice = new ResetMail(merchant, user.Name, write.Now + PasswordReset.Lifetime, link, user.Language);
        write.Db.Add(new OutboxMail
        {
            MerchantId = user.MerchantId,
            Kind = MailKind.Reset,
            To = user.Email!,
            Subject = notice.Subject,
            Text = notice.Text,
            Html = notice.Html,
            MessageId = OutboxMail.NewMessageId(site.Address),
            CreatedAt = write.Now,
            NextTryAt = write.Now,
        });
        write.MarkChanged(HistorySubject.Mail);
    }
}
