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

    /// <summary>Names and bytes of what goes along.</summary>
    public IReadOnlyList<(string Name, string ContentType, byte[] Bytes)> Attachments =>
        [.. Parts().Where(p => p.Contains("Content-Disposition: attachment", StringComparison.OrdinalIgnoreCase)).Select(p => (Name(p), TypeOf(p), Convert.FromBase64String(Body(p))))];

    private string Part(string type) =>
        Plain(Body(Parts().Single(p => p.Contains($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase) && !p.Contains("Content-Disposition: attachment", StringComparison.OrdinalIgnoreCase))));

    // With attachments the alternatives are parts of a part: each part stands between two lines with any boundary.
    private IReadOnlyList<string> Parts()
    {
        var boundaries = Boundary().Matches(Raw).Select(m => Regex.Escape($"--{m.Groups[1].Value}"));
        return Regex.Split(Raw, string.Join('|', boundaries));
    }

    private static string Body(string part) => part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Trim();

    private static string TypeOf(string part) => ContentType().Match(part).Groups[1].Value;

    private static string Name(string part) =>
        string.Concat(EncodedWord().Replace(FileName().Match(Unfolded().Replace(part[..part.IndexOf("\r\n\r\n", StringComparison.Ordinal)], "")).Value.Split('=', 2)[1].Trim('"').Replace("?= =?", "?==?", StringComparison.Ordinal), word => Plain(word.Groups[1].Value)));

    private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    [GeneratedRegex("boundary=\"?([^\";\\s]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"Content-Type: ([\w/+.-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex ContentType();

    [GeneratedRegex(@"(?<=Content-Disposition: attachment; ?)filename=(?:""([^""]+)""|([^;\r\n]+))", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Unfolded();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
