using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace FaspayBilling.Core.Mail;

/// <summary>Turns a mail into System.Net.Mail's message: text and HTML as alternatives, our Message-Id; the client adds the date.</summary>
internal static class MailFormat
{
    /// <exception cref="MailRefusedException">The recipient is not an address.</exception>
    public static MailMessage Message(OutgoingMail mail, MailSettings settings, Func<byte[], Stream> content)
    {
        if (!MailAddress.TryCreate(mail.To, out var to))
        {
            throw new MailRefusedException($"“{mail.To}” is not an e-mail address.", forGood: true);
        }

        var message = new MailMessage(new MailAddress(settings.From!, settings.FromName, Encoding.UTF8), to)
        {
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers["Message-ID"] = mail.MessageId;
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain, content));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html, content));
        return message;
    }

    /// <summary>A header holds one line: nothing a merchant typed may start another header.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static AlternateView View(string body, string type, Func<byte[], Stream> content) =>
        new(content(Encoding.UTF8.GetBytes(body)), new ContentType(type) { CharSet = "utf-8" }) { TransferEncoding = TransferEncoding.Base64 };
}
