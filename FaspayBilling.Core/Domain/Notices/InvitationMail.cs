using System.Net;
using FaspayBilling.Core.Domain.Time;

namespace FaspayBilling.Core.Domain.Notices;

/// <summary>The mail that invites somebody to become a user, as text and as HTML.</summary>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Name">Who is invited.</param>
/// <param name="InvitedBy">The Admin who invites.</param>
/// <param name="Role">The role that waits.</param>
/// <param name="ExpiresAt">Until when the link is good; UTC.</param>
/// <param name="Link">The link that makes the user; whoever has it can use it once.</param>
public sealed record InvitationMail(string Merchant, string Name, string InvitedBy, Role Role, DateTime ExpiresAt, string Link)
{
    // A line break in a name would end the header that the subject stands in.
    public string Subject => $"Invitation to the billing dashboard of {string.Concat(Merchant.Select(c => char.IsControl(c) ? ' ' : c))}";

    public string Text => $"""
        Hello {Name},

        {Sentence}

        Choose your password here:
        {Link}

        {Until}
        """;

    public string Html => $"""
        <!DOCTYPE html>
        <html lang="en"><body style="font-family:system-ui,sans-serif;color:#1f2933">
        <p>Hello {WebUtility.HtmlEncode(Name)},</p>
        <p>{WebUtility.HtmlEncode(Sentence)}</p>
        <p>Choose your password here:<br><a href="{WebUtility.HtmlEncode(Link)}">{WebUtility.HtmlEncode(Link)}</a></p>
        <p>{Until}</p>
        </body></html>
        """;

    private string Sentence => $"{InvitedBy} invited you to the billing dashboard of {Merchant} as {Role}.";

    private string Until => $"The link is good once, until {JakartaCalendar.Text(ExpiresAt)} in Jakarta. If you expected no invitation, do nothing.";
}
