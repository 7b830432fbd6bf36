using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>The headers that answers carry.</summary>
internal static class AnswerHeaders
{
    private static readonly (string Name, string Text, ApiSchema Schema)[] Always =
        [("correlationId", "Of this call; the server's log says more under it.", ApiSchema.Text)];

    private static readonly (string Name, string Text, ApiSchema Schema)[] Later = [("Retry-After", "Seconds to wait.", ApiSchema.Whole)];

    private static readonly (string Name, string Text, ApiSchema Schema)[] TooMany =
    [
        .. Later,
        ("X-Rate-Limit-Limit", "Calls that a minute allows.", ApiSchema.Whole),
        ("X-Rate-Limit-Remaining", "Calls that this minute still allows.", ApiSchema.Whole),
        ("X-Rate-Limit-Reset", "When the next minute begins.", ApiSchema.Instant),
    ];

    public static IDictionary<string, IOpenApiHeader> Of(int status, OpenApiDocument document)
    {
        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        foreach (var (name, text, schema) in Carried(status))
        {
            if (document.Components?.Headers?.ContainsKey(name) != true)
            {
                document.AddComponent<IOpenApiHeader>(
                    name, new OpenApiHeader { Description = text, Schema = new SchemaWriter(document).Of(schema) });
            }

            headers[name] = new OpenApiHeaderReference(name, document);
        }

        return headers;
    }

    private static IEnumerable<(string Name, string Text, ApiSchema Schema)> Carried(int status) => status switch
    {
        StatusCodes.Status429TooManyRequests => [.. Always, .. TooMany],
        StatusCodes.Status503ServiceUnavailable => [.. Always, .. Later],
        _ => Always,
    };
}
