using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>Writes schemas into a document: those with a name once, under it, and a reference wherever they are used.</summary>
internal sealed class SchemaWriter(OpenApiDocument document)
{
    public IOpenApiSchema Of(ApiSchema schema, string? says = null)
    {
        if (schema.Name is not { } name)
        {
            return Written(schema, says);
        }

        if (document.Components?.Schemas?.ContainsKey(name) != true)
        {
            document.AddComponent<IOpenApiSchema>(name, Written(schema, schema.Says));
        }

        return new OpenApiSchemaReference(name, document) { Description = says };
    }

    /// <summary>One schema as it is, several as a choice.</summary>
    public IOpenApiSchema AnyOf(IReadOnlyList<ApiSchema> schemas) =>
        schemas.Count == 1 ? Of(schemas[0]) : new OpenApiSchema { OneOf = [.. schemas.Select(s => Of(s))] };

    private OpenApiSchema Written(ApiSchema schema, string? says) => new()
    {
        Type = schema.Type,
        Description = says,
        Format = schema.Format,
        Pattern = schema.Pattern,
        MaxLength = schema.Longest,
        Minimum = schema.Least?.ToString(CultureInfo.InvariantCulture),
        Maximum = schema.Most?.ToString(CultureInfo.InvariantCulture),
        Enum = schema.Values.Count == 0 ? null : [.. schema.Values.Select(v => (JsonNode)JsonValue.Create(v)!)],
        Items = schema.Items is { } items ? Of(items) : null,
        Properties = schema.Fields.Count == 0
            ? null
            : schema.Fields.ToDictionary(f => f.Name, f => Of(f.Schema, f.Says), StringComparer.Ordinal),
        Required = schema.Fields.Any(f => f.Needed)
            ? schema.Fields.Where(f => f.Needed).Select(f => f.Name).ToHashSet(StringComparer.Ordinal)
            : null,
    };
}
