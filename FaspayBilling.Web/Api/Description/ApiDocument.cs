using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>
/// The OpenAPI document of both APIs, made of what the endpoints say of themselves. Anybody may read it: it tells nothing of any merchant.
/// </summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    private const string Json = "application/json";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.ShouldInclude = call => Of(call.ActionDescriptor.EndpointMetadata) is not null;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "FaspayBilling",
                Version = Name,
                Description = "The billing API as Faspay documents it, and the document API. Credentials are made on the page API access."
            };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Description.ActionDescriptor.EndpointMetadata);
            return Task.CompletedTask;
        });
    });

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi().AllowAnonymous();

    private static ApiDescription? Of(IEnumerable<object> metadata) => metadata.OfType<ApiDescription>().SingleOrDefault();

    private static void Describe(OpenApiOperation operation, IList<object> metadata)
    {
        var said = Of(metadata)!;
        var bodies = metadata.OfType<RequestExample>().ToList();
        operation.Summary = said.Summary;
        operation.Description = said.Text;
        operation.Parameters = [.. metadata.OfType<ApiParameter>().Select(Parameter)];
        operation.RequestBody = bodies.Count == 0 ? null : new OpenApiRequestBody
        {
            Content = bodies.GroupBy(b => b.ContentType, StringComparer.Ordinal)
                .ToDictionary(kind => kind.Key, kind => Content(kind.Select(b => (b.Name, Value(b)))), StringComparer.Ordinal),
        };
        operation.Responses = [];
        foreach (var answers in metadata.OfType<AnswerExample>().GroupBy(a => a.Status))
        {
            operation.Responses[answers.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(answers.Key),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Json] = Content(answers.Select(a => (a.Name, JsonNode.Parse(a.Text))))
                },
            };
        }
    }

    private static OpenApiParameter Parameter(ApiParameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.In,
        Required = parameter.Required || parameter.In == ParameterLocation.Path,
        Description = parameter.Text,
        Example = JsonValue.Create(parameter.Example),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiMediaType Content(IEnumerable<(string Name, JsonNode? Value)> examples)
    {
        var all = examples.ToList();
        return new OpenApiMediaType
        {
            Schema = ExampleSchema.Of(all[0].Value),
            Examples = all.ToDictionary(
                e => e.Name, IOpenApiExample (e) => new OpenApiExample { Summary = e.Name, Value = e.Value }, StringComparer.Ordinal),
        };
    }

    private static JsonNode? Value(RequestExample body) =>
        body.ContentType == Json ? JsonNode.Parse(body.Text) : JsonValue.Create(body.Text);
}
