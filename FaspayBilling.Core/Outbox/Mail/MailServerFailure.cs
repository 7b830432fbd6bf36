using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Says in one line why a mail server did not take a mail, and whether trying again can help.</summary>
internal sealed class MailServerFailure(MailSettings settings, MailServerClient client)
{
    private string Server => string.Create(CultureInfo.InvariantCulture, $"The mail server {settings.Host}:{settings.Port}");

    public MailRefusedException TooSlow(Exception broken) =>
        Refused(
            $"did not answer within {settings.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds.", broken, away: true);

    public MailRefusedException Refused(Exception broken) => Refused(Words(broken), broken, IsAway(broken), IsNoSuchRecipient(broken));

    private MailRefusedException Refused(string words, Exception broken, bool away, bool forGood = false) =>
        new($"{Server} {MailFormat.OneLine(words)}", forGood, broken, away);

    // There is nobody, no TLS with whoever is there, or the line broke.
    private static bool IsAway(Exception broken) => broken is SocketException or IOException or SslHandshakeException or ProtocolException;

    private string Words(Exception broken) => broken switch
    {
        SmtpCommandException refused => Said(refused),
        AuthenticationException => $"did not accept the sign-in of {settings.User}: {broken.Message}",
        ServiceNotAuthenticatedException => $"takes mail after a sign-in only (Mail:User, Mail:Password): {broken.Message}",
        NotSupportedException when !client.IsEncrypted && settings.EffectiveTls == TlsMode.StartTls =>
            "offers no secure connections by STARTTLS (Mail:Tls).",
        NotSupportedException when settings.HasUser && !client.IsAuthenticated =>
            $"offers no sign-in that this mail client knows ({Offered()}).",
        _ => $"cannot be used: {Reason(broken)}",
    };

    private string Said(SmtpCommandException refused)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{(int)refused.StatusCode} {refused.Message}");
        return refused.ErrorCode != SmtpErrorCode.SenderNotAccepted || (int)refused.StatusCode < 500 ? $"said: {said}"
            : refused.StatusCode == SmtpStatusCode.ExceededStorageAllocation ? $"takes no mail of this size: {said}"
            : $"did not accept the sender {settings.From}: {said}";
    }

    private static bool IsNoSuchRecipient(Exception broken) =>
        broken is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused
        && (int)refused.StatusCode is >= 550 and <= 553;

    private string Offered() =>
        client.AuthenticationMechanisms.Count == 0
            ? "it offers none"
            : string.Join(", ", client.AuthenticationMechanisms.Order(StringComparer.Ordinal));

    private string Reason(Exception broken) => broken switch
    {
        SslHandshakeException when client.CertificateProblem is { } problem => problem,
        SslHandshakeException when settings.EffectiveTls == TlsMode.Implicit =>
            $"it does not speak TLS from the start (Mail:Tls): {broken.GetBaseException().Message}",
        SslHandshakeException => $"TLS could not be agreed on: {broken.GetBaseException().Message}",
        _ when broken.GetBaseException() is SocketException { SocketErrorCode: var code } refused => code switch
        {
            SocketError.HostNotFound or SocketError.NoData => "no machine of that name is known.",
            SocketError.TryAgain => "its name cannot be looked up at the moment.",
            SocketError.ConnectionRefused => "the connection was refused; nothing listens on that port.",
            SocketError.TimedOut => "it does not answer.",
            SocketError.NetworkUnreachable or SocketError.HostUnreachable => "no way leads there.",
            _ => refused.Message,
        },
        _ => broken.Message,
    };
}
