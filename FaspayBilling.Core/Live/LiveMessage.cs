using System.Text.Json;
using System.Text.Json.Serialization;

namespace FaspayBilling.Core.Live;

/// <summary>A change as it travels between nodes: small enough for one notification of the database (8,000 bytes).</summary>
internal sealed partial record LiveMessage(Guid Node, long Merchant, IReadOnlyList<ChangedRow> Rows)
{
    private const int MostRows = 100;

    /// <summary>As many messages as the change needs.</summary>
    public static IEnumerable<string> Of(Guid node, LiveChange change) =>
        change.Rows.Chunk(MostRows)
            .Select(rows => JsonSerializer.Serialize(new LiveMessage(node, change.MerchantId, rows), Json.Default.LiveMessage));

    /// <summary>Null for what this version cannot read: a newer node may know more kinds of things.</summary>
    public static LiveMessage? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Json.Default.LiveMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [JsonSourceGenerationOptions(UseStringEnumConverter = true)]
    [JsonSerializable(typeof(LiveMessage))]
    private sealed partial class Json : JsonSerializerContext;
}
