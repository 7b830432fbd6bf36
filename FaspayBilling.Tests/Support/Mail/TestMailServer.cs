using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Support.Mail;

/// <summary>A small real SMTP server on a free local port. Ready as it is; refuses, hangs or drops the line when told to.</summary>
public sealed class TestMailServer : IAsyncDisposable
{
    public const string User = "faspay";
    public const string Password = "s3cret";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<ReceivedMail> received = new();
    private readonly ConcurrentDictionary<string, string> answers = new();
    private readonly Task accepting;

    public TestMailServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Offers STARTTLS, with a certificate made for the test.</summary>
    public bool OffersTls { get; init; } = true;

    /// <summary>Speaks TLS from the first byte, as on port 465.</summary>
    public bool SpeaksTls { get; init; }

    /// <summary>What it shows as its own.</summary>
    public X509Certificate2 Certificate { get; init; } = TestCertificate.Localhost;

    /// <summary>The sign-in it offers, e.g. LOGIN or PLAIN; null for none.</summary>
    public string? OffersAuth { get; init; } = "LOGIN";

    /// <summary>Takes mail only after a sign-in.</summary>
    public bool DemandsAuth { get; init; }

    /// <summary>What it waits for between taking a mail and saying so.</summary>
    public Task BeforeYes { get; set; } = Task.CompletedTask;

    public IReadOnlyCollection<ReceivedMail> Received => received;

    /// <summary>The settings with which Core sends to it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Host"] = "localhost",
        ["Mail:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:From"] = "billing@faspay.example",
        ["Mail:Tls"] = SpeaksTls ? "Implicit" : OffersTls ? "StartTls" : "None",
        ["Mail:User"] = OffersTls && OffersAuth is not null ? User : null,
        ["Mail:Password"] = OffersTls && OffersAuth is not null ? Password : null,
        ["Mail:TimeoutSeconds"] = "20",
        ["Mail:CertificateAuthority"] = TestCertificate.AuthorityFile,
        ["Mail:CheckRevocation"] = "false",
    };

    /// <summary>Answers a command (CONNECT, EHLO, MAIL, RCPT, DATA, QUIT, or BODY for the mail itself) with these words instead.</summary>
    public void Answer(string command, string words) => answers[command] = words;

    /// <summary>Never answers that command, or TLS: the handshake.</summary>
    public void HangAt(string command) => Answer(command, MailConversation.Hang);

    /// <summary>Closes the connection at that command.</summary>
    public void DropAt(string command) => Answer(command, MailConversation.Drop);

    /// <summary>Takes everything again.</summary>
    public void Recover() => answers.Clear();

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        closing.Dispose();
    }

    internal string? WordsFor(string command) => answers.GetValueOrDefault(command);

    internal void Take(ReceivedMail mail) => received.Enqueue(mail);

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                conversations.Add(TalkAsync(client));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new MailConversation(this, client.GetStream(), closing.Token).RunAsync();
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or AuthenticationException)
            {
                // The client left, or the test is over.
            }
        }
    }
}
