using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>The schema that an example has: names and types.</summary>
internal static class ExampleSchema
{
    public static IOpenApiSchema Of(JsonNode? example) => example switch
    {
        JsonObject node => new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = node.ToDictionary(p => p.Key, p => Of(p.Value), StringComparer.Ordinal)
        },
        JsonArray node => new OpenApiSchema { Type = JsonSchemaType.Array, Items = node.Count == 0 ? new OpenApiSchema() : Of(node[0]) },
        null => new OpenApiSchema(),
        _ => new OpenApiSchema { Type = Plain(example.GetValueKind()) },
    };

    private static JsonSchemaType Plain(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => JsonSchemaType.Number,
        JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
        _ => JsonSchemaType.String,
    };
}
