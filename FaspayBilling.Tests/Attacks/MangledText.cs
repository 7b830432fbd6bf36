namespace FaspayBilling.Tests.Attacks;

/// <summary>A text, changed as somebody changes it who looks for what gets through.</summary>
internal static class MangledText
{
    // Percent-encoded nine times over it still fits into the first line of a request.
    private const int Longest = 600;

    private static readonly string[] Pieces =
    [
        "/", "\\", "//", "/\\", "\t", "\n", "\r", "\0", "@", ":", "?", "#", "%", ".", "..", ";", "&", "=", " ", "'", "\"", "<", "*", "_",
        "%2f", "%5c", "%00", "%0d%0a", "%252f", "%09", "\u2215", "\uFF0F", "\uFF3C", "\u200B", "\u00E9", "\u202E", "\u0085", "http:",
        "https:", "javascript:", "evil.example",
    ];

    /// <summary>One of the texts, changed once to four times; the same random numbers change it in the same way.</summary>
    public static string Of(IReadOnlyList<string> texts, Random random)
    {
        var text = texts[random.Next(texts.Count)];
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            text = Change(text, texts, random);
        }

        return text.Length > Longest ? text[..Longest] : text;
    }

    private static string Change(string text, IReadOnlyList<string> texts, Random random)
    {
        var from = random.Next(text.Length + 1);
        var to = Math.Min(text.Length, from + random.Next(1, 4));
        return random.Next(8) switch
        {
            0 => text[..from] + text[to..],
            1 => text[..to] + text[from..],
            2 => text[..from] + Uri.EscapeDataString(text[from..to]) + text[to..],
            3 => text[..from] + string.Concat(text[from..to].Select(Turned)) + text[to..],
            4 => texts[random.Next(texts.Count)] + text,
            _ => text.Insert(from, Pieces[random.Next(Pieces.Length)]),
        };
    }

    private static char Turned(char letter) => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter);
}
