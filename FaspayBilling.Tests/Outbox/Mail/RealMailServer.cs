using FaspayBilling.Tests.Support.Mail;

namespace FaspayBilling.Tests.Outbox.Mail;

/// <summary>The mail server of <c>.ci/smtp-server.py</c>: aiosmtpd. Other tests use it at the same time.</summary>
internal static class RealMailServer
{
    public const string Plain = "";
    public const string StartTlsPlain = "_STARTTLS_PLAIN";
    public const string StartTlsLogin = "_STARTTLS_LOGIN";
    public const string Implicit = "_IMPLICIT";

    private static string Folder => Variable("_DIR");

    /// <summary>The settings with which Core sends to one of its ports, signed in wherever there is TLS.</summary>
    public static Dictionary<string, string?> Settings(string port)
    {
        var address = Variable(port).Split(':');
        return new()
        {
            ["Mail:Host"] = address[0],
            ["Mail:Port"] = address[1],
            ["Mail:From"] = "billing@faspay.example",
            ["Mail:Tls"] = port switch { Plain => "None", Implicit => "Implicit", _ => null },
            ["Mail:User"] = port == Plain ? null : TestMailServer.User,
            ["Mail:Password"] = port == Plain ? null : TestMailServer.Password,
            ["Mail:CertificateAuthority"] = Variable("_CA"),
            ["Mail:CheckRevocation"] = "false",
        };
    }

    /// <summary>Everything it took since it was started.</summary>
    public static IReadOnlyList<ReceivedMail> Received() => [.. Directory.GetFiles(Folder).Order(StringComparer.Ordinal).Select(Parse)];

    // It notes how it was told in its Received line: ESMTPSA is S for TLS and A for a sign-in.
    private static ReceivedMail Parse(string file)
    {
        var mail = MailFolder.Parse(file);
        return mail.Header("Received") switch
        {
            var way when way.Contains("with ESMTPSA;", StringComparison.Ordinal) => mail with { Encrypted = true, SignedIn = true },
            var way when way.Contains("with ESMTPS;", StringComparison.Ordinal) => mail with { Encrypted = true },
            _ => mail,
        };
    }

    private static string Variable(string ending) =>
        Environment.GetEnvironmentVariable($"FASPAY_TEST_SMTP{ending}")
            ?? throw new InvalidOperationException($"FASPAY_TEST_SMTP{ending} is not set.");
}
