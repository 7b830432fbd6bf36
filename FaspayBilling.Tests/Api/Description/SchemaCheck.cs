using System.Text.Json;
using System.Text.RegularExpressions;

namespace FaspayBilling.Tests.Api.Description;

/// <summary>
/// Holds a value against a JSON schema, as far as the document uses it; stricter in one thing: a name that is not described is a problem.
/// A word of the schema that is not known here fails.
/// </summary>
internal sealed class SchemaCheck(JsonElement document)
{
    private static readonly string[] Known =
    [
        "$ref", "description", "type", "format", "pattern", "maxLength", "minimum", "maximum", "enum", "items", "properties", "required",
        "oneOf",
    ];

    public IReadOnlyList<string> Problems(JsonElement schema, JsonElement value) => [.. Problems(schema, value, "it")];

    private IEnumerable<string> Problems(JsonElement schema, JsonElement value, string at)
    {
        if (schema.EnumerateObject().Select(p => p.Name).Except(Known).ToList() is { Count: > 0 } unknown)
        {
            throw new NotSupportedException(string.Join(", ", unknown));
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            return Problems(document.GetProperty("components").GetProperty("schemas").GetProperty(name), value, at);
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return choices.EnumerateArray().Count(c => !Problems(c, value, at).Any()) == 1 ? [] : [$"{at} fits not exactly one"];
        }

        return Plain(schema, value, at).Concat(value.ValueKind switch
        {
            JsonValueKind.Object => Fields(schema, value, at),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((v, i) => Problems(schema.GetProperty("items"), v, $"{at}[{i}]")),
            _ => [],
        });
    }

    private static IEnumerable<string> Plain(JsonElement schema, JsonElement value, string at)
    {
        var types = schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().Select(t => t.GetString()!).ToList()
            : [schema.GetProperty("type").GetString()!];
        if (!types.Exists(t => Is(t, value)))
        {
            yield return $"{at} is {value.ValueKind}, not {string.Join(" or ", types)}";
        }

        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(c => c.GetRawText() == value.GetRawText()))
        {
            yield return $"{at} is {value}";
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
            {
                yield return $"{at} is {text}, not like {pattern}";
            }

            if (schema.TryGetProperty("maxLength", out var most) && text.Length > most.GetInt32())
            {
                yield return $"{at} is too long";
            }

            if (schema.TryGetProperty("format", out var format) && format.GetString() == "date-time" && !value.TryGetDateTime(out _))
            {
                yield return $"{at} is {text}, no instant";
            }
        }

        if (value.ValueKind == JsonValueKind.Number
            && ((schema.TryGetProperty("minimum", out var least) && value.GetDecimal() < least.GetDecimal())
                || (schema.TryGetProperty("maximum", out var largest) && value.GetDecimal() > largest.GetDecimal())))
        {
            yield return $"{at} is {value}";
        }
    }

    private IEnumerable<string> Fields(JsonElement schema, JsonElement value, string at)
    {
        var described = schema.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        var needed = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        return needed.Where(n => !value.TryGetProperty(n, out _)).Select(n => $"{at} lacks {n}").Concat(
            value.EnumerateObject().SelectMany(f => described.TryGetValue(f.Name, out var field)
                ? Problems(field, f.Value, $"{at}.{f.Name}")
                : [$"{at}.{f.Name} is not described"]));
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.IsInteger(value.GetDecimal()),
        _ => throw new NotSupportedException(type),
    };
}
