using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace FaspayBilling.Core.Mail;

/// <summary>Turns a mail into System.Net.Mail's message: text and HTML as alternatives, our Message-Id; the client adds the date.</summary>
internal static class MailFormat
{
    private const int LongestName = 120;

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
        foreach (var file in mail.Files)
        {
            message.Attachments.Add(Attached(file, content));
        }

        return message;
    }

    /// <summary>A name that is only a name, whatever somebody called the file: no path, no line break, no quote, not too long.</summary>
    public static string FileName(string name)
    {
        var clean = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) || "/\\:*?\"<>|;".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        var ending = Path.GetExtension(clean);
        return clean.Length == 0 ? "file" : clean.Length <= LongestName ? clean : $"{clean[..(LongestName - ending.Length)]}{ending}";
    }

    /// <summary>A header holds one line: nothing a merchant typed may start another header.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static Attachment Attached(OutgoingFile file, Func<byte[], Stream> content)
    {
        var attachment = new Attachment(content(file.Bytes), new ContentType(file.ContentType))
        {
            Name = FileName(file.Name), NameEncoding = Encoding.UTF8, TransferEncoding = TransferEncoding.Base64,
        };
        attachment.ContentDisposition!.Inline = false;
        attachment.ContentDisposition.FileName = attachment.Name;
        return attachment;
    }

    private static AlternateView View(string body, string type, Func<byte[], Stream> content) =>
        new(content(Encoding.UTF8.GetBytes(body)), new ContentType(type) { CharSet = "utf-8" }) { TransferEncoding = TransferEncoding.Base64 };
}
