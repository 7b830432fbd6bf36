using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace FaspayBilling.Core.Mail;

/// <summary>Hands mails to an SMTP server by System.Net.Mail: STARTTLS, sign-in by LOGIN.</summary>
internal sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        var signIn = settings.HasUser ? new SmtpSignIn(settings.User!, settings.Password!) : null;
        using var message = MailFormat.Message(mail, settings, bytes => signIn is null ? new MemoryStream(bytes) : new SignedInContent(bytes, signIn));
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Tls == TlsMode.StartTls,
            UseDefaultCredentials = false,
            Credentials = signIn,
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(settings.Timeout);
        try
        {
            await client.SendMailAsync(message, patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new MailRefusedException($"{Server} did not answer within {settings.TimeoutSeconds} seconds.");
        }
        catch (SmtpException refused)
        {
            throw Refused(refused, signIn);
        }
        catch (Exception broken) when (broken is SocketException or IOException or AuthenticationException)
        {
            throw new MailRefusedException($"{Server} cannot be used: {broken.Message}", inner: broken);
        }
    }

    private string Server => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The mail server {settings.Host}:{settings.Port}");

    // The client puts its own sentence in front of what the server said.
    private static string Words(SmtpException refused)
    {
        const string Before = "The server response was: ";
        var at = refused.Message.IndexOf(Before, StringComparison.Ordinal);
        return at < 0 ? refused.Message : refused.Message[(at + Before.Length)..];
    }

    private MailRefusedException Refused(SmtpException refused, SmtpSignIn? signIn)
    {
        var code = (int)refused.StatusCode;
        var innermost = refused.GetBaseException();
        var words = innermost is SmtpSignIn.NotOfferedException || signIn is { Asked: false } && refused.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst ? $"{Server} offers no sign-in that this mail client knows (LOGIN)."
            : signIn is not null && refused.StatusCode == SmtpStatusCode.MustIssueStartTlsFirst ? $"{Server} did not accept the sign-in of {settings.User}: {Words(refused)}"
            : code > 0 ? $"{Server} said: {code} {Words(refused)}"
            : $"{Server} cannot be used: {innermost.Message}";
        return new MailRefusedException(words, refused is SmtpFailedRecipientException && code is >= 550 and <= 553, refused);
    }
}
