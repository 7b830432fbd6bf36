using System.Text;
using MimeKit;

namespace FaspayBilling.Tests.Support.Mail;

/// <summary>A mail that a test server or a folder holds, as it came over the wire.</summary>
/// <param name="To">The envelope's recipient.</param>
/// <param name="Raw">Headers and body, a character a byte.</param>
/// <param name="Encrypted">It came over TLS.</param>
/// <param name="SignedIn">After a sign-in.</param>
public sealed record ReceivedMail(string To, string Raw, bool Encrypted, bool SignedIn)
{
    /// <summary>The mail as a mail program reads it.</summary>
    public MimeMessage Message { get; } = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(Raw)));

    public string MessageId => $"<{Message.MessageId}>";

    public string Subject => Message.Subject!;

    public string Text => Message.TextBody!.ReplaceLineEndings("\r\n");

    public string Html => Message.HtmlBody!.ReplaceLineEndings("\r\n");

    /// <summary>Names and bytes of what goes along.</summary>
    public IReadOnlyList<(string Name, string ContentType, byte[] Bytes)> Attachments =>
        [.. Message.Attachments.Cast<MimePart>().Select(part => (part.FileName!, part.ContentType.MimeType, Bytes(part)))];

    /// <summary>The value of a header that is there once, with its folded lines joined.</summary>
    public string Header(string name) => Message.Headers.Single(h => h.Field.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static byte[] Bytes(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }
}
