using System.Diagnostics.CodeAnalysis;
using System.Text;
using FaspayBilling.Core.Domain.Shared;
using MimeKit;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Makes the one form of a mail that every way out takes: text and HTML as alternatives, files, our Message-Id.</summary>
internal static class MailFormat
{
    private const int LongestName = 120;
    private const int LongestEnding = 20;
    private const string NeverInAName = "/\\:*?\"<>|;";

    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict, AllowAddressesWithoutDomain = false, AllowUnquotedCommasInAddresses = false,
    };

    /// <exception cref="MailRefusedException">The recipient is not an address.</exception>
    public static MimeMessage Message(OutgoingMail mail, MailSettings settings, DateTimeOffset date)
    {
        if (!TryAddress(mail.To, out var to))
        {
            throw new MailRefusedException($"“{mail.To}” is not an e-mail address.", forGood: true);
        }

        var message = new MimeMessage
        {
            Date = date,
            Subject = Header(mail.Subject),
            MessageId = mail.MessageId.Trim('<', '>'),
            Body = Body(mail),
        };
        message.From.Add(new MailboxAddress(Header(settings.FromName), settings.From!));
        message.To.Add(to);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>True for one address with a domain and nothing around it.</summary>
    public static bool IsAddress(string text) => TryAddress(text, out _);

    /// <summary>A header and a refusal hold one line: nothing that somebody typed or a server said may start another.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    // The encoder breaks a line within letters that look like the beginning of its own encoding, and what follows becomes a header.
    private static string Header(string text) => PlainText.Line(text).Replace("=?", "= ?", StringComparison.Ordinal);

    // The parser takes some of what nobody sees as a part of a domain.
    private static bool TryAddress(string text, [NotNullWhen(true)] out MailboxAddress? address) =>
        MailboxAddress.TryParse(Strict, text, out address)
        && !text.EnumerateRunes().Any(r => Rune.IsControl(r) || PlainText.IsHidden(r))
        && (address.Address == text || address.GetAddress(idnEncode: true) == text);

    // Alternatives and files as BodyBuilder would set them up, but every file in base64: it turns the line ends of text files.
    private static MimeEntity Body(OutgoingMail mail)
    {
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var file in mail.Files)
        {
            body.Attachments.Add(Attached(file));
        }

        return body.ToMessageBody();
    }

    private static MimePart Attached(OutgoingFile file) =>
        new(ContentType.TryParse(file.ContentType, out var type) ? type : new ContentType("application", "octet-stream"))
        {
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            Content = new MimeContent(new MemoryStream(file.Bytes, writable: false)),
            FileName = FileName(file.Name),
        };

    // A name that is only a name, whatever somebody called the file: no path, no line break, no quote, not too long.
    private static string FileName(string name)
    {
        var clean = string.Concat(PlainText.Line(name).Select(c => MayBeInAName(c) ? c : '_')).Trim(' ', '.');

        // What follows a dot and is longer names no kind of file.
        var ending = Path.GetExtension(clean) is { Length: <= LongestEnding } kind ? kind : "";
        return clean.Length == 0 ? "file"
            : clean.Length <= LongestName ? clean
            : $"{PlainText.Cut(clean, LongestName - ending.Length)}{ending}";
    }

    private static bool MayBeInAName(char c) => !char.IsControl(c) && !char.IsSurrogate(c) && !NeverInAName.Contains(c);
}
