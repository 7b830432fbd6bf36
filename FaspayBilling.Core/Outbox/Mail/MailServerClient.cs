using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>MailKit's client, trusting whom the settings trust and keeping why it did not.</summary>
internal sealed class MailServerClient : SmtpClient
{
    private const X509ChainStatusFlags Untrusted = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
    private const X509ChainStatusFlags Unasked = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    private readonly MailSettings settings;

    public MailServerClient(MailSettings settings)
    {
        this.settings = settings;
        CheckCertificateRevocation = settings.CheckRevocation;
        ServerCertificateValidationCallback = IsTrusted;
    }

    /// <summary>What is wrong with the server's certificate; null when nothing is or none was seen.</summary>
    public string? CertificateProblem { get; private set; }

    protected override SslClientAuthenticationOptions GetSslClientAuthenticationOptions(
        string host, RemoteCertificateValidationCallback remoteCertificateValidationCallback)
    {
        var options = base.GetSslClientAuthenticationOptions(host, remoteCertificateValidationCallback);
        if (settings.Authorities is { } authorities)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = options.CertificateRevocationCheckMode,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        return options;
    }

    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        CertificateProblem = errors == SslPolicyErrors.None ? null
            : certificate is not X509Certificate2 shown ? "it shows no certificate."
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                ? $"its certificate is for {NamesOf(shown)}, not for {settings.Host}."
            : WrongInChain(shown, chain?.ChainStatus ?? []);
        return CertificateProblem is null;
    }

    private static string WrongInChain(X509Certificate2 shown, X509ChainStatus[] statuses)
    {
        var wrong = statuses.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        return wrong.HasFlag(X509ChainStatusFlags.Revoked) ? "its certificate was revoked."
            : wrong.HasFlag(X509ChainStatusFlags.NotTimeValid)
                ? $"its certificate is valid from {Day(shown.NotBefore)} to {Day(shown.NotAfter)}."
            : (wrong & Untrusted) != X509ChainStatusFlags.NoError
                ? $"its certificate is signed by {IssuerOf(shown)}, which is not trusted (Mail:CertificateAuthority)."
            : (wrong & Unasked) != X509ChainStatusFlags.NoError
                ? "nobody can be asked whether its certificate was revoked (Mail:CheckRevocation)."
            : $"its certificate is not valid: {string.Join(' ', statuses.Select(status => status.StatusInformation))}";
    }

    private static string Day(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string IssuerOf(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true);

    private static string NamesOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(all => all.EnumerateDnsNames().Concat(all.EnumerateIPAddresses().Select(address => address.ToString()))).ToList();
        return names.Count == 0 ? certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) : string.Join(", ", names);
    }
}
