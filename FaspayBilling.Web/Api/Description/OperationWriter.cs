using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>Writes one call into the document.</summary>
internal sealed class OperationWriter(OpenApiDocument document, ExampleValues values)
{
    private readonly SchemaWriter schemas = new(document);

    /// <summary>What an endpoint says of itself; null when it is not described.</summary>
    public static ApiDescription? Said(IEnumerable<object> metadata) => metadata.OfType<ApiDescription>().SingleOrDefault();

    public void Describe(OpenApiOperation operation, string? method, IList<object> metadata)
    {
        var said = Said(metadata)!;
        operation.Summary = said.Summary;
        operation.Description = said.Text;
        operation.Security = said.SignIn.Scheme is { } scheme
            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] }]
            : [];
        operation.Parameters = [.. metadata.OfType<ApiParameter>().Select(Parameter)];
        operation.RequestBody = Body([.. metadata.OfType<RequestExample>()], needed: method != HttpMethods.Get);
        operation.Responses = [];
        foreach (var answers in metadata.OfType<AnswerExample>().GroupBy(a => a.Status).OrderBy(a => a.Key))
        {
            operation.Responses[answers.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(answers.Key),
                Headers = AnswerHeaders.Of(answers.Key, document),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ApiDescriptions.Json] = Content([.. answers.Select(a => (a.Schema, a.Name, a.Json()))])
                },
            };
        }
    }

    private OpenApiParameter Parameter(ApiParameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.In,
        Required = parameter.Required || parameter.In == ParameterLocation.Path,
        Description = parameter.Text,
        Example = parameter.Schema.Type.HasFlag(JsonSchemaType.Integer)
            ? JsonNode.Parse(parameter.Example)
            : JsonValue.Create(values.In(parameter.Example)),
        Schema = schemas.Of(parameter.Schema),
    };

    // A GET may bring everything in its query string.
    private OpenApiRequestBody? Body(IReadOnlyList<RequestExample> examples, bool needed) => examples.Count == 0 ? null : new()
    {
        Required = needed,
        Content = examples.GroupBy(e => e.ContentType, StringComparer.Ordinal)
            .ToDictionary(kind => kind.Key, kind => Content([.. kind.Select(e => (e.Schema, e.Name, e.Json))]), StringComparer.Ordinal),
    };

    private OpenApiMediaType Content(IReadOnlyList<(ApiSchema Schema, string Name, string Json)> examples)
    {
        var named = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        foreach (var (_, said, json) in examples)
        {
            // One that comes twice is numbered: it must not take the whole document away.
            var name = said;
            for (var number = 2; named.ContainsKey(name); number++)
            {
                name = $"{said} ({number})";
            }

            named[name] = new OpenApiExample { Summary = name, Value = JsonNode.Parse(values.In(json)) };
        }

        return new OpenApiMediaType { Schema = schemas.AnyOf([.. examples.Select(e => e.Schema).Distinct()]), Examples = named };
    }
}
