using System.Text;
using System.Text.RegularExpressions;

namespace FaspayBilling.Tests.Support;

/// <summary>A mail that a test server or a folder holds, as it came over the wire.</summary>
/// <param name="To">The envelope's recipient.</param>
/// <param name="Raw">Headers and body.</param>
/// <param name="Encrypted">It came over TLS.</param>
/// <param name="SignedIn">After a sign-in.</param>
public sealed partial record ReceivedMail(string To, string Raw, bool Encrypted, bool SignedIn)
{
    public string MessageId => Header("Message-ID");

    public string Subject => EncodedWord().Replace(Header("Subject").Replace("?= =?", "?==?", StringComparison.Ordinal), word => Plain(word.Groups[1].Value));

    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    /// <summary>A header's value with its folded lines joined.</summary>
    public string Header(string name)
    {
        var head = Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        return head.Split("\r\n").Single(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();
    }

    private string Part(string type)
    {
        var boundary = Header("Content-Type").Split("boundary=")[1].Trim('"');
        var part = Raw.Split($"--{boundary}").Single(p => p.Contains($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase));
        return Plain(part[part.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]);
    }

    private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
