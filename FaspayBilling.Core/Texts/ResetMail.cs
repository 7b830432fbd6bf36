using System.Net;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Texts;

/// <summary>The mail with the link to choose a new password, as text and as HTML.</summary>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Name">The user's name.</param>
/// <param name="ExpiresAt">Until when the link is good; UTC.</param>
/// <param name="Link">Whoever has it can set the user's password once.</param>
/// <param name="Language">The user's.</param>
public sealed record ResetMail(string Merchant, string Name, DateTime ExpiresAt, string Link, Language Language)
{
    public string Subject => Indonesian ? "Kata sandi baru untuk dasbor tagihan" : "New password for the billing dashboard";

    public string Text => $"""
        {Greeting}

        {Sentence}
        {Link}

        {Until}
        """;

    public string Html => $"""
        <!DOCTYPE html>
        <html lang="{(Indonesian ? "id" : "en")}"><body style="font-family:system-ui,sans-serif;color:#1f2933">
        <p>{WebUtility.HtmlEncode(Greeting)}</p>
        <p>{WebUtility.HtmlEncode(Sentence)}<br><a href="{WebUtility.HtmlEncode(Link)}">{WebUtility.HtmlEncode(Link)}</a></p>
        <p>{Until}</p>
        </body></html>
        """;

    private bool Indonesian => Language == Language.Indonesian;

    private string Greeting => Indonesian ? $"Yth. {Name}," : $"Hello {Name},";

    private string Sentence => Indonesian
        ? $"Pilih kata sandi baru untuk dasbor tagihan {Merchant} di sini:"
        : $"Choose a new password for the billing dashboard of {Merchant} here:";

    private string Until => Indonesian
        ? $"Tautan ini berlaku satu kali, sampai {JakartaCalendar.Text(ExpiresAt)} WIB. Bila Anda tidak memintanya, abaikan saja: kata "
            + "sandi Anda tidak berubah."
        : $"The link is good once, until {JakartaCalendar.Text(ExpiresAt)} in Jakarta. If you did not ask for it, do nothing: your "
            + "password stays as it is.";
}
