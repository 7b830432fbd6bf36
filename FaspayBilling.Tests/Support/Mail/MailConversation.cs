using System.Net.Security;
using System.Text;

namespace FaspayBilling.Tests.Support.Mail;

/// <summary>One client's talk with the test mail server.</summary>
internal sealed class MailConversation(TestMailServer server, Stream line, CancellationToken stop)
{
    public const string Hang = "hang";
    public const string Drop = "drop";

    private Stream stream = line;
    private bool encrypted;
    private bool signedIn;
    private string recipient = "";

    public async Task RunAsync()
    {
        if (server.SpeaksTls)
        {
            await EncryptAsync();
        }

        var goesOn = await AnswerAsync("CONNECT", "220 test ready");
        while (goesOn && await ReadLineAsync() is { } command)
        {
            goesOn = await TakeAsync(command);
        }
    }

    private async Task<bool> TakeAsync(string command)
    {
        switch (command.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO":
                return await AnswerAsync("EHLO", Offers());
            case "STARTTLS":
                await WriteAsync("220 go ahead");
                await EncryptAsync();
                return true;
            case "AUTH":
                return await SignInAsync(command);
            case "MAIL":
                return await AnswerAsync("MAIL", server.DemandsAuth && !signedIn ? "530 5.7.0 Authentication required" : "250 ok");
            case "RCPT":
                recipient = command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)];
                return await AnswerAsync("RCPT", "250 ok");
            case "DATA":
                return await AnswerAsync("DATA", "354 go ahead") && (server.WordsFor("DATA") is not null || await ReceiveAsync());
            case "QUIT":
                await AnswerAsync("QUIT", "221 bye");
                return false;
            default:
                await WriteAsync("250 ok");
                return true;
        }
    }

    private string Offers()
    {
        List<string> offers = ["test"];
        if (server.OffersTls && !encrypted) offers.Add("STARTTLS");
        if (server.OffersAuth is { } auth && (encrypted || !server.OffersTls)) offers.Add($"AUTH {auth}");
        return string.Join("\r\n", offers.Select((o, i) => i < offers.Count - 1 ? $"250-{o}" : $"250 {o}"));
    }

    private async Task EncryptAsync()
    {
        if (server.WordsFor("TLS") == Hang) await Task.Delay(Timeout.Infinite, stop);
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, stop);
        stream = secure;
        encrypted = true;
    }

    private async Task<bool> SignInAsync(string command)
    {
        var parts = command.Split(' ');
        var first = parts.ElementAtOrDefault(2);
        var (user, password) = parts[1].ToUpperInvariant() switch
        {
            "PLAIN" when Plain(first ?? await AskAsync("334 ")).Split('\0') is [_, var name, var secret] => (name, secret),
            "LOGIN" => (Plain(first ?? await AskAsync("334 VXNlcm5hbWU6")), Plain(await AskAsync("334 UGFzc3dvcmQ6"))),
            _ => ("", ""),
        };
        signedIn = user == TestMailServer.User && password == TestMailServer.Password;
        await WriteAsync(signedIn ? "235 welcome" : "535 5.7.8 Wrong user or password");
        return true;
    }

    private async Task<bool> ReceiveAsync()
    {
        var raw = new StringBuilder();
        while (await ReadLineAsync() is { } text)
        {
            if (text == ".")
            {
                if (server.WordsFor("BODY") is null)
                {
                    server.Take(new ReceivedMail(recipient, raw.ToString(), encrypted, signedIn));
                    await server.BeforeYes.WaitAsync(stop);
                }

                return await AnswerAsync("BODY", "250 taken");
            }

            raw.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
        }

        return false;
    }

    private async Task<string> AskAsync(string words)
    {
        await WriteAsync(words);
        return await ReadLineAsync() ?? "";
    }

    private async Task<bool> AnswerAsync(string command, string usual)
    {
        var words = server.WordsFor(command) ?? usual;
        if (words == Drop) return false;
        if (words == Hang) await Task.Delay(Timeout.Infinite, stop);
        await WriteAsync(words);
        return !words.StartsWith("421", StringComparison.Ordinal);
    }

    private async Task WriteAsync(string words)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{words}\r\n"), stop);
        await stream.FlushAsync(stop);
    }

    // Byte by byte: what follows STARTTLS belongs to the encrypted stream.
    private async Task<string?> ReadLineAsync()
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop) == 1)
        {
            if (one[0] == '\n') return text.ToString().TrimEnd('\r');
            text.Append((char)one[0]);
        }

        return null;
    }

    private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
