using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FaspayBilling.Core.Mail;

/// <summary>Hands mails to an SMTP server by MailKit: STARTTLS or implicit TLS, every sign-in it knows. Compiled with <c>-p:UseMailKit=true</c>.</summary>
internal sealed class MailKitTransport(MailSettings settings) : IMailTransport
{
    private string Server => string.Create(CultureInfo.InvariantCulture, $"The mail server {settings.Host}:{settings.Port}");

    private SecureSocketOptions Security =>
        settings.Port == 465 ? SecureSocketOptions.SslOnConnect
        : settings.Tls == TlsMode.StartTls ? SecureSocketOptions.StartTls
        : SecureSocketOptions.None;

    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        using var message = Message(mail);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(settings.Timeout);
        try
        {
            await DeliverAsync(message, patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new MailRefusedException(string.Create(CultureInfo.InvariantCulture, $"{Server} did not answer within {settings.TimeoutSeconds} seconds."));
        }
        catch (SmtpCommandException refused)
        {
            var code = (int)refused.StatusCode;
            var forGood = refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && code is >= 550 and <= 553;
            throw new MailRefusedException(string.Create(CultureInfo.InvariantCulture, $"{Server} said: {code} {refused.Message}"), forGood, refused);
        }
        catch (AuthenticationException refused)
        {
            throw new MailRefusedException($"{Server} did not accept the sign-in of {settings.User}: {refused.Message}", inner: refused);
        }
        catch (Exception broken) when (broken is SocketException or IOException or ProtocolException or SslHandshakeException or NotSupportedException)
        {
            throw new MailRefusedException($"{Server} cannot be used: {broken.Message}", inner: broken);
        }
    }

    private async Task DeliverAsync(MimeMessage message, CancellationToken stop)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.Host!, settings.Port, Security, stop);
        if (settings.HasUser)
        {
            await client.AuthenticateAsync(settings.User!, settings.Password!, stop);
        }

        await client.SendAsync(message, stop);
        try
        {
            await client.DisconnectAsync(quit: true, stop);
        }
        catch (Exception goodbye) when (goodbye is OperationCanceledException or IOException or ProtocolException or SocketException)
        {
            // The server has said 250: the mail is delivered, however the conversation ends.
        }
    }

    private MimeMessage Message(OutgoingMail mail)
    {
        if (!MailboxAddress.TryParse(mail.To, out var to))
        {
            throw new MailRefusedException($"“{mail.To}” is not an e-mail address.", forGood: true);
        }

        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var file in mail.Files)
        {
            body.Attachments.Add(MailFormat.FileName(file.Name), file.Bytes, ContentType.Parse(file.ContentType));
        }

        var message = new MimeMessage
        {
            Subject = MailFormat.OneLine(mail.Subject),
            MessageId = mail.MessageId.Trim('<', '>'),
            Body = body.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(settings.FromName, settings.From));
        message.To.Add(to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
