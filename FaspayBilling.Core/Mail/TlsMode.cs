namespace FaspayBilling.Core.Mail;

/// <summary>Whether the way to the mail server is encrypted.</summary>
public enum TlsMode
{
    /// <summary>Required: a server without it gets nothing.</summary>
    StartTls,

    /// <summary>Plain text; never with a user and password.</summary>
    None,
}
