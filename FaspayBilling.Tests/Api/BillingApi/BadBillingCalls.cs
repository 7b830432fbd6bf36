using System.Text;
using System.Text.Json;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api.BillingApi;

/// <summary>A call that must be refused, and what its message begins with.</summary>
internal sealed record BadBillingCall(string Name, string Blames, string Query, byte[]? Body);

/// <summary>Malformed calls of Get List Invoice, the same on every run: types, sizes, encodings, injection texts.</summary>
internal static class BadBillingCalls
{
    private static readonly string[] Parameters = ["signature", "page", "start_period", "end_period", "status", "customer_id", "due_date"];
    private static readonly string[] Optional = ["customer_id", "due_date"];

    private static readonly string[] Texts =
    [
        "' OR '1'='1", "1; DROP TABLE \"Invoices\";--", "<script>alert(1)</script>", "${jndi:ldap://x/a}", "../../etc/passwd", "{{7*7}}",
        "\0", "%00", "１", "٣", "🧾", "NaN", "null", "-1", "+1", "1.0", "1e1", "0x1", " ", "\t1\n", new string('9', 30),
        new string('a', 10_000), "1\r\nSet-Cookie: a=b",
    ];

    private static readonly string[] Values =
    [
        "true", "false", "[]", "{}", "[\"1\"]", "{\"a\":1}", "1.5", "-7", "123456789012345678901234567890", "1E400"
    ];

    private static readonly string[] Days =
        [
            "2023-02-30", "2023-13-01", "01-02-2023", "2023/02/01", "20230201", "2023-2-1", "0001-01-01", "9999-12-31",
            "2023-02-01T00:00:00Z", "2023-02-01 25:00:00", "2023-02-01 00:00:00 +07:00", "yesterday"
        ];

    private static readonly string[] States = ["6", "8", "9", "00", "0,", ",", "0;2", "0,6", "0 2", "Paid", "-0", "0,1,2,3,4,5,6,7"];

    public static IReadOnlyList<BadBillingCall> All =>
    [
        .. from name in Parameters
            from text in Texts
            select Body($"{name} is the text {Shown(text)}", name, JsonSerializer.Serialize(text)),
        .. from name in Parameters from value in Values select Body($"{name} is the value {value}", name, value),
        .. from name in Parameters
            where name.EndsWith("period", StringComparison.Ordinal) || name == "due_date"
            from day in Days
            select Body($"{name} is {day}", name, JsonSerializer.Serialize(day)),
        .. from state in States select Body($"status is {state}", "status", JsonSerializer.Serialize(state)),
        .. from name in Parameters.Except(Optional)
            from missing in (string[])["null", "\"\""]
            select Body($"{name} is {missing}", name, missing),
        .. from name in Parameters.Except(Optional) select Body($"{name} is missing", name, null),
        .. from name in Parameters.Except(Optional) select Query($"{name} is missing in the query", name, null),
        .. from name in Parameters select Query($"{name} is given twice in the query", name, $"1&{name}=1"),
        .. from name in Parameters
            from text in (string[])["%00", "%27%20OR%201%3D1", "%FF%FE", "%", "a%0D%0Ab"]
            select Query($"{name} is {text} in the query", name, text),
        Body("the period ends before it begins", "end_period", "\"2023-01-31\""),
        .. Bodies(),
    ];

    private static Dictionary<string, object?> Good => BillingSystem.Call(DemoAccess.Username, DemoAccess.ApiPassword);

    private static IEnumerable<BadBillingCall> Bodies()
    {
        string[] texts =
        [
            "{", "}", "[", "[]", "[{}]", "null", "true", "1", "\"text\"", "{\"page\":}", "{\"page\" 1}", "{page:1}", "{'page':'1'}",
            "{\"page\":1}{\"page\":1}", "{\"page\":1,\"page\":2}", "{,}", "{\"page\":01}", "{\"page\":\"1}", "{\"page\":NaN}",
            "<xml><page>1</page></xml>", "page=1&status=2", "{\"page\":\"\\ud800\"}", "{\"\\udc00\":1}", "{\"page\":\"\\x41\"}",
            string.Concat(Enumerable.Repeat("{\"a\":", 40)), new string('[', 5_000), "/* only a comment */",
            "--boundary\r\nContent-Disposition: form-data; name=\"page\"\r\n\r\n1", "{\"page\":\"1\u0001\"}", "\u0000",
        ];
        var good = JsonSerializer.Serialize(Good);
        return
        [
            .. texts.Select((text, i) => new BadBillingCall($"body {i}: {Shown(text)}", "body:", "", Encoding.UTF8.GetBytes(text))),
            new("body in UTF-16", "body:", "", Encoding.Unicode.GetBytes(good)),
            new("body in UTF-16 with its mark", "body:", "", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(good)]),
            new("body in UTF-32", "body:", "", Encoding.UTF32.GetBytes(good)),
            new("bytes that are no text", "body:", "", [0xFF, 0xFE, 0xC0, 0x80]),
            new("a name that is no UTF-8", "body:", "", [.. "{\""u8, 0xC3, 0x28, .. "\":1}"u8]),
            new("a value that is no UTF-8", "body:", "", [.. "{\"page\":\""u8, 0xC3, 0x28, .. "\"}"u8]),
            new("half a body", "body:", "", Encoding.UTF8.GetBytes(good[..^5])),
            new("64 kB and one byte", "body:", "", Encoding.UTF8.GetBytes(good + new string(' ', 64 * 1024 + 1 - good.Length))),
            new("a megabyte", "body:", "", Encoding.UTF8.GetBytes(new string('x', 1024 * 1024))),
        ];
    }

    private static BadBillingCall Body(string name, string parameter, string? value)
    {
        var call = JsonSerializer.SerializeToNode(Good)!.AsObject();
        call.Remove(parameter);
        var text = call.ToJsonString();
        return new BadBillingCall(
            name, $"{parameter}: ", "", Encoding.UTF8.GetBytes(value is null ? text : $"{text[..^1]},\"{parameter}\":{value}}}"));
    }

    private static BadBillingCall Query(string name, string parameter, string? value)
    {
        var pairs = Good.Where(p => p.Key != parameter).Select(p => $"{p.Key}={p.Value}");
        return new BadBillingCall(
            name, $"{parameter}: ", "?" + string.Join('&', value is null ? pairs : pairs.Append($"{parameter}={value}")), null);
    }

    private static string Shown(string text) => JsonSerializer.Serialize(text.Length > 40 ? text[..40] : text);
}
