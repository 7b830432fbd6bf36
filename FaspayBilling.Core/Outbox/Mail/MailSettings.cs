using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>How mail leaves; settings section <c>Mail</c>. Without a host it goes into a folder.</summary>
public sealed class MailSettings
{
    /// <summary>The mail server; empty for the folder.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    /// <summary>From the environment (<c>Mail__Password</c>) or a secret store, never from a file of the repository.</summary>
    public string? Password { get; set; }

    /// <summary>The address that mails come from; needed with a host.</summary>
    public string? From { get; set; }

    public string FromName { get; set; } = "Faspay Billing";

    /// <summary>Unset: by the port.</summary>
    public TlsMode? Tls { get; set; }

    /// <summary>Ask the authority's list whether the server's certificate was revoked; a network that cannot reach it sets false.</summary>
    public bool CheckRevocation { get; set; } = true;

    /// <summary>
    /// A PEM file of the authorities that may have signed the server's certificate, instead of those that the machine trusts.
    /// </summary>
    public string? CertificateAuthority { get; set; }

    /// <summary>Where mails go as .eml files without a host; a relative path counts from the folder of <c>appsettings.json</c>.</summary>
    public string Folder { get; set; } = "data/mail";

    /// <summary>Seconds that one send may take; well below the lease of two minutes.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public bool HasHost => !string.IsNullOrWhiteSpace(Host);

    public bool HasUser => !string.IsNullOrEmpty(User);

    /// <summary>What <see cref="Tls"/> says, else implicit TLS on port 465 and STARTTLS on any other.</summary>
    public TlsMode EffectiveTls => Tls ?? (Port == 465 ? TlsMode.Implicit : TlsMode.StartTls);

    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    /// <summary>The certificates of <see cref="CertificateAuthority"/>; null for those that the machine trusts.</summary>
    internal X509Certificate2Collection? Authorities { get; private set; }

    /// <summary>Reads and checks the section; what is wrong, the reader knows.</summary>
    public static MailSettings Read(SettingsReader read)
    {
        var settings = new MailSettings
        {
            Host = read.Text("Mail:Host"),
            Port = read.Whole("Mail:Port", usual: 587, least: 1, most: 65535),
            User = read.Text("Mail:User"),
            Password = read.Text("Mail:Password"),
            From = read.Text("Mail:From"),
            FromName = read.Text("Mail:FromName") ?? "Faspay Billing",
            Tls = read.Choice<TlsMode>("Mail:Tls"),
            CheckRevocation = read.Flag("Mail:CheckRevocation", usual: true),
            CertificateAuthority = read.FullPath("Mail:CertificateAuthority"),
            Folder = read.FullPath("Mail:Folder", "data/mail"),
            TimeoutSeconds = read.Whole("Mail:TimeoutSeconds", usual: 30, least: 1, most: 60),
        };
        settings.Authorities = settings.CertificateAuthority is { } file ? Certificates(read, file) : null;
        if (settings.HasHost)
        {
            settings.CheckServer(read);
        }
        else if (PrivateFiles.WhyNotWritable(settings.Folder) is { } why)
        {
            read.Wrong("Mail:Folder", why);
        }

        if (settings.From is not null && !MailFormat.IsAddress(settings.From))
        {
            read.Wrong("Mail:From", $"\"{settings.From}\" is no e-mail address");
        }

        settings.From ??= "noreply@localhost";
        return settings;
    }

    private static X509Certificate2Collection Certificates(SettingsReader read, string file)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
            if (certificates.Count == 0)
            {
                read.Wrong("Mail:CertificateAuthority", $"{file} is no PEM file with a certificate");
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            read.Wrong("Mail:CertificateAuthority", $"it cannot be read ({unreadable.Message.TrimEnd('.')})");
        }

        return certificates;
    }

    private void CheckServer(SettingsReader read)
    {
        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown)
        {
            read.Wrong("Mail:Host", $"\"{Host}\" is no name or address alone; a port goes into Mail:Port");
        }

        if (From is null)
        {
            read.Wrong("Mail:From", "it is missing; with Mail:Host set, mails need the address that they come from");
        }

        if (HasUser && Password is null)
        {
            read.Wrong("Mail:Password", "it is missing, but Mail:User is set; give it in the environment as Mail__Password");
        }

        if (!HasUser && Password is not null)
        {
            read.Wrong("Mail:User", "it is missing, but Mail:Password is set");
        }

        if (HasUser && EffectiveTls == TlsMode.None)
        {
            read.Wrong(
                "Mail:Tls",
                "it is None, but a user and password are only sent over TLS; set StartTls or Implicit, or remove Mail:User and "
                    + "Mail:Password");
        }
    }
}
