using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts;

/// <summary>Links by which somebody becomes a user.</summary>
internal static class GivenLink
{
    /// <summary>The Admin invites that address as Finance; answers the whole link.</summary>
    public static async Task<string> InviteAsync(this TestDb db, GivenMerchant merchant, string email = "fajar@fpy.example") =>
        (await db.Get<InviteUser>().HandleAsync(merchant.Admin, new InviteRequest(email, "Fajar", Role.Finance), default)).Value;

    /// <summary>The part of a link that opens it.</summary>
    public static string SecretOf(string link) => link.Split("link=")[1];

    /// <summary>The same of the link that a mail carries when it leaves.</summary>
    public static string SecretOf(this TestDb db, OutboxMail mail) =>
        SecretOf(db.Get<PersonalLinks>()
            .PutIn(new OutgoingMail(mail.To, mail.Subject, mail.Text, mail.Html, mail.MessageId), mail.PersonalLink)
            .Text)
            .Split('\n')[0]
            .Trim();
}
