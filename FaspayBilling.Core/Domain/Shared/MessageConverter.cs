using System.Text.Json;
using System.Text.Json.Serialization;

namespace FaspayBilling.Core.Domain.Shared;

/// <summary>A message inside other JSON, e.g. of an answer that is kept to be given again.</summary>
internal sealed class MessageConverter : JsonConverter<Message>
{
    public override Message Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MessageJson.ReadMessage(JsonElement.ParseValue(ref reader).GetRawText());

    public override void Write(Utf8JsonWriter writer, Message value, JsonSerializerOptions options) =>
        writer.WriteRawValue(MessageJson.WriteMessage(value));
}
