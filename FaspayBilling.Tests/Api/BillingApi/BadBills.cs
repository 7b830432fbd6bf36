using System.Text;
using System.Text.Json;

namespace FaspayBilling.Tests.Api.BillingApi;

/// <summary>Calls of Create that must be refused, and what the message begins with.</summary>
internal static class BadBills
{
    private static readonly string[] Mandatory =
    [
        "service_id", "transaction_number", "billing_total", "customer_name", "customer_email", "customer_phone", "signature"
    ];
    private static readonly string[] All13 =
    [
        .. Mandatory, "billing_date", "billing_due_date", "billing_notes", "billing_language", "customer_address", "static_va_no"
    ];

    private static readonly (string Name, object? Value)[] Values =
    [
        ("service_id", "one"), ("service_id", "0"), ("service_id", "-1"), ("service_id", "99999999999999999999"),
        ("transaction_number", "INV-1"), ("transaction_number", new string('1', 41)), ("transaction_number", "1e3"),
        ("transaction_number", "１２"), ("billing_total", "0"), ("billing_total", "-10000"), ("billing_total", "10000.50"),
        ("billing_total", "10,000"), ("billing_total", "10.000,00"), ("billing_total", "ten"), ("billing_total", "99999999999999"),
        ("billing_date", "2026-02-30 10:00:00"), ("billing_date", "30/11/2026"), ("billing_date", "now"),
        ("billing_due_date", "2026-12-20 25:00:00"), ("billing_due_date", "2026-12-20T10:00:00Z"),
        ("billing_notes", new string('n', 2_001)), ("billing_notes", "a\0b"), ("billing_language", "FR"), ("billing_language", "English"),
        ("customer_name", new string('n', 201)), ("customer_name", "Budi\nBcc: all@example.com"), ("customer_name", "   "),
        ("customer_email", "budi"), ("customer_email", "budi@pelanggan"), ("customer_email", "a@b.example, c@d.example"),
        ("customer_email", "budi@pelanggan.example\r\nBcc: x@y.example"), ("customer_phone", "none"), ("customer_phone", "1234"),
        ("customer_phone", "08-78+84"), ("customer_phone", new string('8', 41)), ("customer_address", new string('a', 501)),
        ("static_va_no", "123456789"), ("static_va_no", "12345678901x"), ("static_va_no", new string('1', 21)),
        ("signature", new string('A', 40)), ("signature", "short"),
    ];

    private static readonly string[] Items =
    [
        "{}", "\"Chicken\"", "5", "true", "[1]", "[null]", "[[]]", "[{}]", "[{\"item_name\":\"Chicken\"}]",
        "[{\"item_name\":\"\",\"qty\":\"1\",\"item_amount\":\"10000\"}]",
        "[{\"item_name\":\"Chicken\",\"qty\":\"0\",\"item_amount\":\"10000\"}]",
        "[{\"item_name\":\"Chicken\",\"qty\":\"-1\",\"item_amount\":\"10000\"}]",
        "[{\"item_name\":\"Chicken\",\"qty\":\"1\",\"item_amount\":\"-10000\"}]",
        "[{\"item_name\":\"Chicken\",\"qty\":\"1.00001\",\"item_amount\":\"10000\"}]",
        "[{\"item_name\":\"Chicken\",\"qty\":\"1\",\"item_amount\":\"10000.001\"}]",
        "[{\"item_name\":\"Chicken\",\"qty\":\"1\",\"item_amount\":\"9999\"}]",
        "[{\"item_name\":\"Chicken\",\"qty\":[1],\"item_amount\":\"10000\"}]",
        "[{\"item_name\":\"\\ud800\",\"qty\":1,\"item_amount\":10000}]", "[{\"item_name\":\"a\\u0000b\",\"qty\":1,\"item_amount\":10000}]",
        "[{\"item_name\":\"Chicken\",\"qty\":999999999,\"item_amount\":9999999999999}]",
        $"[{string.Join(',', Enumerable.Repeat("{\"item_name\":\"C\",\"qty\":1,\"item_amount\":20}", 501))}]",
    ];

    public static IReadOnlyList<(string Name, string Blames, byte[] Body)> All =>
    [
        .. Mandatory.Select(name => ($"without {name}", $"{name}: it is missing", With(name, null))),
        .. Mandatory.Select(name => ($"{name} empty", $"{name}: it is missing", With(name, ""))),
        .. All13.Select(name => ($"{name} an object", $"{name}: one text or number is needed", With(name, new { a = 1 }))),
        .. All13.Select(name => ($"{name} true", $"{name}: one text or number is needed", With(name, true))),
        .. Values.Select((v, i) => ($"{i} {v.Name} {v.Value}", $"{v.Name}: ", With(v.Name, v.Value))),
        .. Items.Select((json, i) => ($"items {i}", "items: ", Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(BillCalls.Bill("2001"))[..^1] + $",\"items\":{json}}}"))),
        ("due before date", "billing_due_date: ", With("billing_due_date", "2020-12-20 10:50:00")),
        ("twice", "body: ", "{\"service_id\":1,\"service_id\":1}"u8.ToArray()),
        ("no JSON", "body: ", "service_id=1"u8.ToArray()),
        ("a list", "body: ", "[]"u8.ToArray()),
        ("too large", "body: ", new byte[70_000]),
    ];

    private static byte[] With(string name, object? value)
    {
        var call = BillCalls.Bill("2001");
        call[name] = value;
        return JsonSerializer.SerializeToUtf8Bytes(call);
    }
}
