using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.SignIn;

/// <summary>Tells users by mail when the ways to sign in as them change: a stranger who adds one does not go unseen.</summary>
public sealed class SignInNotice(SiteSettings site)
{
    /// <summary>Within the write that changes it; a refusal of that write takes the mail back too.</summary>
    internal async Task AddAsync(WriteContext write, User user, SignInChange done)
    {
        var merchant = await write.Db.Set<Merchant>().Where(m => m.Id == user.MerchantId).Select(m => m.Name).SingleAsync(write.Stop);

        // From where an Admin acts is for Admins.
        var from = write.Actor.UserId is null || write.Actor.UserId == user.Id ? write.From : null;
        var notice = new SignInMail(merchant, user.Name, done, write.Now, from, $"{site.Address}/account", user.Language);
        write.Db.Add(new OutboxMail
        {
            MerchantId = user.MerchantId,
            Kind = MailKind.SignIn,
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
