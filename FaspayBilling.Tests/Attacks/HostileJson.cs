using System.Text;
using System.Text.Json;

namespace FaspayBilling.Tests.Attacks;

/// <summary>A body that somebody sends to an API, made of a good one; the same on every run.</summary>
internal sealed class HostileJson(int seed)
{
    private static readonly string[] Words =
    [
        "' OR '1'='1", "1; DROP TABLE \\\"Invoices\\\";--", "<script>", "../../etc/passwd", "%00", "\\u0000", "\\ud800", "\\udc00\\ud800",
        "\\u202e", "１２", "🧾", "-1", "99999999999999999999", "1e400", "2026-02-30", "0001-01-01", "9999-12-31", "INV-FPY-032300400",
        "INV-X9X-112600001", "${jndi:ldap://x/a}", "a\\r\\nSet-Cookie: a=b", "cancelled", "rejected", "", " ", "null", "true", "NaN",
        "\\\\", "\\\"", "\\/", "4711",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e2", "1e400", "-1e400", "9223372036854775808", "-9223372036854775809", "01",
        "+1", ".5", "1.", "NaN", "Infinity", "0x1F", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"a\":1}", "\"", "'x'", "undefined",
        "\"\\x41\"", "\"\u0001\"",
        "79228162514264337593543950336", "\"1\",\"2\"", "/* x */ 1", "1 //",
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json", "application/json", "application/json", "text/plain", "text/xml", "multipart/form-data",
        "application/octet-stream", "application/x-www-form-urlencoded", "image/png", "application/problem+json",
    ];

    private readonly Random random = new(seed);

    /// <summary>One word of those that are known, as text.</summary>
    public string Word() => Plain(Any(Words));

    public string ContentType() => Any(ContentTypes);

    /// <summary>A number below <paramref name="limit"/>.</summary>
    public int Pick(int limit) => random.Next(limit);

    /// <summary>The good body with one or two members otherwise, and now and then damaged as a whole.</summary>
    public byte[] Body(IReadOnlyDictionary<string, object?> good)
    {
        var members = good.Select(m => (m.Key, Json: JsonSerializer.Serialize(m.Value))).ToList();
        for (var changes = random.Next(1, 3); changes > 0; changes--)
        {
            var at = random.Next(members.Count);
            members[at] = (members[at].Key, Value());
        }

        if (random.Next(12) == 0)
        {
            members.Add((members[random.Next(members.Count)].Key, Value()));
        }

        if (random.Next(12) == 0)
        {
            members.RemoveAt(random.Next(members.Count));
        }

        return Damaged($"{{{string.Join(',', members.Select(m => $"\"{m.Key}\":{m.Json}"))}}}");
    }

    private string Value() => random.Next(20) switch
    {
        0 => Nested(random.Next(1, 2_001)),
        1 => $"\"{new string('x', random.Next(300, 70_000))}\"",
        2 => new string('9', random.Next(20, 5_000)),
        3 when random.Next(20) == 0 => $"\"{new string('y', 1024 * 1024)}\"",
        < 12 => $"\"{Any(Words)}\"",
        _ => Any(Values),
    };

    private string Nested(int depth) => random.Next(3) switch
    {
        0 => new string('[', depth) + new string(']', depth),
        1 => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth),
        _ => new string('[', depth),
    };

    private byte[] Damaged(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return random.Next(24) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => [.. Encoding.UTF8.Preamble, .. bytes],
            2 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. bytes],
            3 => Encoding.Unicode.GetBytes(text),
            4 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            5 => Torn(bytes),
            6 => [.. bytes, .. bytes],
            7 => [.. "["u8, .. bytes, .. "]"u8],
            8 => [.. bytes, 0],
            9 => [],
            _ => bytes,
        };
    }

    // One byte anywhere that begins a letter of several bytes, or none.
    private byte[] Torn(byte[] bytes)
    {
        bytes[random.Next(bytes.Length)] = (byte)random.Next(0x80, 0x100);
        return bytes;
    }

    private string Any(string[] of) => of[random.Next(of.Length)];

    private static string Plain(string word) => word.Replace("\\u0000", "\u0007", StringComparison.Ordinal).Replace('\\', '/');
}
