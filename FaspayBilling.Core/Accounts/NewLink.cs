using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Outbox.Mail;

namespace FaspayBilling.Core.Accounts;

/// <summary>A personal link before anything of it is stored; made before a write begins.</summary>
/// <param name="Secret">What opens it; only its hash stays.</param>
/// <param name="Address">The whole link.</param>
/// <param name="Kept">The whole link as its mail keeps it.</param>
public sealed record NewLink(string Secret, string Address, string Kept)
{
    /// <summary>To one of the account pages, such as <c>invitation</c>.</summary>
    internal static NewLink To(string page, SiteSettings site, PersonalLinks links)
    {
        var secret = LinkSecret.New();
        var address = $"{site.Address}/account/{page}?link={secret}";
        return new NewLink(secret, address, links.Keep(address));
    }
}
