using System.Net;
using FaspayBilling.Core.Data;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>
/// Links that let whoever has them act as somebody: an invitation's for one. A mail is stored without its link, which stands beside it
/// encrypted, is put in when the mail leaves, and is forgotten when it left or was withdrawn. Never called inside a write.
/// </summary>
public sealed class PersonalLinks(SecretProtection protection)
{
    /// <summary>Stands in the stored text and HTML where the link belongs: a mail's texts are made with it instead of the link.</summary>
    public const string Place = "⟦link⟧";

    /// <summary>
    /// A text from outside for such a mail: nobody's name makes a second place for the link, in an address of somebody else.
    /// </summary>
    public static string Without(string text) => string.Concat(text.Where(c => !Place.StartsWith(c) && !Place.EndsWith(c)));

    internal const string Purpose = "FaspayBilling.Mail.PersonalLink";

    /// <summary>What <see cref="OutboxMail.PersonalLink"/> keeps of the link.</summary>
    /// <exception cref="InvalidOperationException">The caller is inside a write.</exception>
    public string Keep(string link) => protection.Protect(Purpose, link);

    /// <summary>The mail as it leaves.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys of the installation are not those that protected
    /// it.</exception>
    public OutgoingMail PutIn(OutgoingMail mail, string? kept)
    {
        if (string.IsNullOrEmpty(kept))
        {
            return mail;
        }

        var link = protection.Unprotect(Purpose, kept);
        return mail with
        {
            Text = mail.Text.Replace(Place, link, StringComparison.Ordinal),
            Html = mail.Html.Replace(Place, WebUtility.HtmlEncode(link), StringComparison.Ordinal),
        };
    }
}
