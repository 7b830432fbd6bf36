namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Whether the way to the mail server is encrypted.</summary>
public enum TlsMode
{
    /// <summary>Begins in plain text and must change to TLS before anything is sent: a server without it gets nothing.</summary>
    StartTls,

    /// <summary>TLS from the first byte, as on port 465.</summary>
    Implicit,

    /// <summary>Plain text; never with a user and password.</summary>
    None,
}
