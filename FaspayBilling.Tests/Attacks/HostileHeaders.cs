namespace FaspayBilling.Tests.Attacks;

/// <summary>Texts that want to become a header, a recipient or a path; each has letters that are seen.</summary>
internal static class HostileHeaders
{
    private static readonly string[] Known =
    [
        "PT Maju\r\nBcc: thief@evil.example", "PT Maju\nBcc: thief@evil.example", "PT Maju\rCc: thief@evil.example", "PT\0Maju",
        "PT Maju\r\n\r\n<script>body</script>", "PT Maju\u0085Bcc: thief@evil.example", "PT Maju\u2028Bcc: thief@evil.example",
        "=?utf-8?Q?PT=0D=0ABcc:_thief@evil.example?=", "=?utf-8?B?DQpCY2M6IHRoaWVmQGV2aWwuZXhhbXBsZQ==?=",
        "\"Maju\" <thief@evil.example>",
        "Maju, thief@evil.example", "Maju; thief@evil.example", "Maju:thief@evil.example;", "(comment) Maju", "Maju\\", "Maju\"",
        "Maju\r\n ", "Maju\r\n\tfolded", "\r\nBcc: thief@evil.example\r\nMaju", "Content-Type: text/html\r\n\r\nMaju", "PT Maju 🧾",
        "شركة Maju", "日本 Maju",
        "Maju\u202Egpj.exe", "../../etc/Maju", "..\\..\\Maju", "/etc/Maju", "C:\\Maju", "Maju\r\n--boundary\r\nContent-Type: text/html\r\n",
        "Maju\r\n.\r\nMAIL FROM:<thief@evil.example>", "Maju%0D%0ABcc: thief@evil.example", "Maju\v\fBcc: thief@evil.example",
        "Maju 🧾" + Long('x', 400), Long('ü', 3_000) + "Maju", "Maju" + Long(' ', 1_200) + "x", "Maju." + Long('p', 180), "Maju\ud83d",
        "%0D%0A\ufeff@\u0085Maju", "=?utf-8?Q?\0\u202EFrom: thief@evil.example\u2028\rMaju",
        "\u2028..<*=utf-8'';To: thief@evil.example\u202EMaju",
    ];

    private static readonly string[] Pieces =
    [
        "\r\n", "\n", "\r", "\0", "\u0085", "\u2028", "\t", " ", "Bcc: thief@evil.example", "Cc: thief@evil.example",
        "To: thief@evil.example", "From: thief@evil.example", "Subject: x", "X-Extra: 1", "Content-Type: text/html",
        "Content-Disposition: inline", "=?utf-8?Q?", "?=", "=0D=0A", "\"", "'", "<", ">", ",", ";", ":", "@", "(", ")", "\\", "/", "..",
        "🧾", "é", "日", "\u202E",
        "\ufeff", "a", "filename=x.exe", "\r\n\r\n", "\r\n.\r\n", "--", "*=utf-8''", "%0D%0A", "thief@evil.example",
    ];

    /// <summary>The known ones, and mixtures of pieces up to that count; the same on every run.</summary>
    public static IReadOnlyList<string> Texts(int count)
    {
        var random = new Random(20_261_117);
        return [.. Known, .. Enumerable.Range(0, Math.Max(0, count - Known.Length)).Select(_ => Mixed(random))];
    }

    private static string Mixed(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]).Append("Maju"));

    private static string Long(char letter, int length) => new(letter, length);
}
