using System.Net;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Texts;

/// <summary>The mail that invites somebody to become a user, as text and as HTML.</summary>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Name">Who is invited.</param>
/// <param name="InvitedBy">The Admin who invites.</param>
/// <param name="Role">The role that waits.</param>
/// <param name="ExpiresAt">Until when the link is good; UTC.</param>
/// <param name="Link">The link that makes the user, or what stands for it; whoever has it can use it once.</param>
/// <param name="Language">The receiver's.</param>
public sealed record InvitationMail(
    string Merchant, string Name, string InvitedBy, Role Role, DateTime ExpiresAt, string Link, Language Language)
{
    public string Subject => Indonesian ? $"Undangan ke dasbor tagihan {OneLine}" : $"Invitation to the billing dashboard of {OneLine}";

    public string Text => $"""
        {Greeting}

        {Sentence}

        {Choose}
        {Link}

        {Until}
        """;

    public string Html => $"""
        <!DOCTYPE html>
        <html lang="{(Indonesian ? "id" : "en")}"><body style="font-family:system-ui,sans-serif;color:#1f2933">
        <p>{WebUtility.HtmlEncode(Greeting)}</p>
        <p>{WebUtility.HtmlEncode(Sentence)}</p>
        <p>{Choose}<br><a href="{WebUtility.HtmlEncode(Link)}">{WebUtility.HtmlEncode(Link)}</a></p>
        <p>{Until}</p>
        </body></html>
        """;

    private bool Indonesian => Language == Language.Indonesian;

    // A line break in a name would end the header that the subject stands in.
    private string OneLine => string.Concat(Merchant.Select(c => char.IsControl(c) ? ' ' : c));

    private string Greeting => Indonesian ? $"Yth. {Name}," : $"Hello {Name},";

    private string Sentence => Indonesian
        ? $"{InvitedBy} mengundang Anda ke dasbor tagihan {Merchant} sebagai {Role}."
        : $"{InvitedBy} invited you to the billing dashboard of {Merchant} as {Role}.";

    private string Choose => Indonesian ? "Pilih kata sandi Anda di sini:" : "Choose your password here:";

    private string Until => Indonesian
        ? $"Tautan ini berlaku satu kali, sampai {JakartaCalendar.Text(ExpiresAt)} WIB. Bila Anda tidak menantikan undangan, abaikan saja."
        : $"The link is good once, until {JakartaCalendar.Text(ExpiresAt)} in Jakarta. If you expected no invitation, do nothing.";
}
