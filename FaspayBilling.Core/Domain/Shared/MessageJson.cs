using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>
/// The values of a message as the database keeps them, compact and without loss: a text is itself, every other kind stands under its
/// letter: <c>{"range":"000-22.…","year":{"p":"2022"}}</c>.
/// </summary>
public static class MessageJson
{
    private const string Letters = "tcpmdoiels";

    // Kept in a database, never put into a page as it is: names keep their letters.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Values as JSON.</summary>
    public static string Write(Sequence<NamedValue> values) => Object(values).ToJsonString(Compact);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static Sequence<NamedValue> Read(string json) => Values(JsonNode.Parse(json)!.AsObject());

    /// <summary>A whole message as JSON: <c>["range.overlap",{…}]</c>.</summary>
    public static string WriteMessage(Message message) => new JsonArray(message.Key, Object(message.Values)).ToJsonString(Compact);

    /// <summary>What <see cref="WriteMessage"/> wrote.</summary>
    public static Message ReadMessage(string json) => MessageOf(JsonNode.Parse(json)!);

    /// <summary>Several messages, one a line; compact JSON has no line breaks of its own.</summary>
    public static string WriteMessages(IEnumerable<Message> messages) => string.Join('\n', messages.Select(WriteMessage));

    /// <summary>What <see cref="WriteMessages"/> wrote.</summary>
    public static Sequence<Message> ReadMessages(string lines) =>
        new([.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadMessage)]);

    private static Message MessageOf(JsonNode node) => new(node[0]!.GetValue<string>(), Values(node[1]!.AsObject()));

    private static JsonObject Object(Sequence<NamedValue> values) =>
        new(values.Select(v => KeyValuePair.Create(v.Name, Node(v.Value))));

    private static JsonNode? Node(Value value) => value.Kind switch
    {
        ValueKind.Text => value.Raw,
        ValueKind.List => Under(value.Kind, new JsonArray([.. value.Items.Select(Node)])),
        ValueKind.Message => Under(value.Kind, new JsonArray(value.Inner!.Key, Object(value.Inner.Values))),
        _ => Under(value.Kind, value.Raw),
    };

    private static JsonObject Under(ValueKind kind, JsonNode content) => new() { [Letters[(int)kind].ToString()] = content };

    private static Sequence<NamedValue> Values(JsonObject values) => new([.. values.Select(v => new NamedValue(v.Key, ValueOf(v.Value!)))]);

    private static Value ValueOf(JsonNode node)
    {
        if (node is not JsonObject typed)
        {
            return node.GetValue<string>();
        }

        var (letter, content) = typed.Single();
        return (ValueKind)Letters.IndexOf(letter, StringComparison.Ordinal) switch
        {
            ValueKind.List => Value.List(content!.AsArray().Select(i => ValueOf(i!))),
            ValueKind.Message => MessageOf(content!),
            var kind => new Value(kind, content!.GetValue<string>()),
        };
    }
}
