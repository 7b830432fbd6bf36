using System.Net.Sockets;
using MailKit;
using MailKit.Security;
using MimeKit;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Hands mails to an SMTP server, one connection a mail.</summary>
internal sealed class MailKitTransport(MailSettings settings, TimeProvider clock) : IMailTransport
{
    private SecureSocketOptions Security => settings.EffectiveTls switch
    {
        TlsMode.StartTls => SecureSocketOptions.StartTls,
        TlsMode.Implicit => SecureSocketOptions.SslOnConnect,
        TlsMode.None => SecureSocketOptions.None,
    };

    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        using var message = MailFormat.Message(mail, settings, clock.GetUtcNow());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(settings.Timeout);
        using var client = new MailServerClient(settings);
        try
        {
            await DeliverAsync(client, message, patience.Token);
        }
        catch (SslHandshakeException broken) when (stop.IsCancellationRequested)
        {
            // A handshake that was cancelled comes as one that failed.
            throw new OperationCanceledException(broken.Message, broken, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception broken) when (IsOfTheServer(broken))
        {
            var failure = new MailServerFailure(settings, client);
            throw patience.IsCancellationRequested ? failure.TooSlow(broken) : failure.Refused(broken);
        }
    }

    private static bool IsOfTheServer(Exception broken) =>
        broken is OperationCanceledException or SocketException or IOException or NotSupportedException or CommandException
            or ProtocolException or SslHandshakeException or AuthenticationException or ServiceNotAuthenticatedException;

    private async Task DeliverAsync(MailServerClient client, MimeMessage message, CancellationToken stop)
    {
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
        catch (Exception goodbye) when (goodbye is OperationCanceledException or IOException or ProtocolException)
        {
            // The server has said 250: the mail is delivered, however the conversation ends.
        }
    }
}
