using System.Net;

namespace FaspayBilling.Core.Mail;

/// <summary>
/// User and password for System.Net.Mail, and whether it asked for them: with a server that offers no sign-in it knows, it does
/// not ask and goes on unauthenticated.
/// </summary>
internal sealed class SmtpSignIn(string user, string password) : ICredentialsByHost
{
    public bool Asked { get; private set; }

    public NetworkCredential GetCredential(string host, int port, string authenticationType)
    {
        Asked = true;
        return new NetworkCredential(user, password);
    }

    /// <summary>The mail stops here rather than going out unauthenticated.</summary>
    internal sealed class NotOfferedException() : IOException("The server offers no sign-in that this mail client knows.");
}
