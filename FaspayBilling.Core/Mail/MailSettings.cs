using System.Net.Mail;
using FaspayBilling.Core.Data;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Core.Mail;

/// <summary>How mail leaves; settings section <c>Mail</c>. Without a host it goes into a folder.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    /// <summary>The mail server; empty for the folder.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    /// <summary>From the environment (<c>Mail__Password</c>) or a secret store, never from a file of the repository.</summary>
    public string? Password { get; set; }

    /// <summary>The address that mails come from; needed with a host.</summary>
    public string? From { get; set; }

    public string FromName { get; set; } = "Faspay Billing";

    public TlsMode Tls { get; set; } = TlsMode.StartTls;

    /// <summary>Where mails go as .eml files without a host; a relative path counts from the folder of <c>appsettings.json</c>.</summary>
    public string Folder { get; set; } = "data/mail";

    /// <summary>Seconds that one send may take; well below the lease of two minutes.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public bool HasHost => !string.IsNullOrWhiteSpace(Host);

    public bool HasUser => !string.IsNullOrEmpty(User);

    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    /// <summary>Reads and checks the section; every refusal names its key.</summary>
    /// <exception cref="StartRefusedException">A value is missing or wrong.</exception>
    public static MailSettings Read(IConfiguration configuration, string folder)
    {
        var settings = new MailSettings();
        try
        {
            configuration.GetSection(Section).Bind(settings);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new StartRefusedException($"A setting under Mail cannot be read: {unreadable.Message}", unreadable);
        }

        if (settings.WhyNot() is { } wrong)
        {
            throw new StartRefusedException(wrong);
        }

        settings.From ??= "noreply@localhost";
        settings.Folder = Path.GetFullPath(settings.Folder, folder);
        return settings;
    }

    private string? WhyNot() =>
        Port == 465 && !MailTransports.KnowsImplicitTls ? "Setting Mail:Port is 465, but this mail client knows no implicit TLS. Use 587 with STARTTLS."
        : Port is < 1 or > 65535 ? "Setting Mail:Port must be from 1 to 65535, usually 587."
        : !Enum.IsDefined(Tls) ? "Setting Mail:Tls must be StartTls or None."
        : TimeoutSeconds is < 1 or > 60 ? "Setting Mail:TimeoutSeconds must be from 1 to 60."
        : From is not null && !MailAddress.TryCreate(From, out _) ? $"Setting Mail:From is \"{From}\"; it must be an e-mail address."
        : !HasHost ? null
        : From is null ? "Setting Mail:From is missing; with Mail:Host set, mails need the address that they come from."
        : HasUser && string.IsNullOrEmpty(Password) ? "Setting Mail:Password is missing; Mail:User is set. Give it in the environment as Mail__Password."
        : !HasUser && !string.IsNullOrEmpty(Password) ? "Setting Mail:User is missing; Mail:Password is set."
        : HasUser && Tls == TlsMode.None ? "Setting Mail:Tls is None, but a user and password are only sent over TLS. Set it to StartTls, or remove Mail:User and Mail:Password."
        : null;
}
