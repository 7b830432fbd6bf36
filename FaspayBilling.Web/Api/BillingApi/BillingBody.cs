using System.Text;
using System.Text.Json;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>
/// The parameters in the JSON body of a call: an object of texts, numbers and arrays, with trailing commas and comments tolerated.
/// </summary>
internal static class BillingBody
{
    public static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 8
    };

    /// <summary>
    /// The values by name, an empty object for an empty body; null when it is not a JSON object in UTF-8, or names a parameter twice.
    /// </summary>
    public static IReadOnlyDictionary<string, BillingValue>? Read(byte[] body)
    {
        var text = body.AsMemory(body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
        var values = new Dictionary<string, BillingValue>(StringComparer.Ordinal);
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return values;
        }

        try
        {
            using var json = JsonDocument.Parse(text, Tolerant);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.EnumerateObject().All(p => values.TryAdd(p.Name, Value(p.Value)))
                ? values
                : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second one: text that is not UTF-8, or half a surrogate pair.
            return null;
        }
    }

    private static BillingValue Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new(value.GetString()),
        JsonValueKind.Number => new(value.GetRawText()),
        JsonValueKind.Null => new(null),
        JsonValueKind.Array => new(null, Plain: false, Array: value.GetRawText()),
        _ => new(null, Plain: false),
    };
}

/// <summary>One value as text, however it was sent; null or empty is missing.</summary>
/// <param name="Text">The text, or a number as it was written.</param>
/// <param name="Plain">False for what is neither text nor number.</param>
/// <param name="Array">The JSON of an array; null for anything else.</param>
internal readonly record struct BillingValue(string? Text, bool Plain = true, string? Array = null);
