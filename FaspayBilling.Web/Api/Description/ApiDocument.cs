using FaspayBilling.Core.Configuration;
using Microsoft.OpenApi;

namespace FaspayBilling.Web.Api.Description;

/// <summary>
/// The OpenAPI document of both APIs, made of what the endpoints say of themselves. Anybody may read it: it tells nothing of any merchant.
/// </summary>
internal static class ApiDocument
{
    public const string Name = "v1";

    /// <summary>Adds the document.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="examples">What its examples show instead of their own values; null where there is nothing to try.</param>
    public static IServiceCollection AddApiDocument(this IServiceCollection services, ExampleValues? examples) =>
        services.AddOpenApi(Name, options =>
        {
            options.ShouldInclude = call => OperationWriter.Said(call.ActionDescriptor.EndpointMetadata) is not null;
            options.AddOperationTransformer((operation, context, _) =>
            {
                new OperationWriter(context.Document!, examples ?? ExampleValues.Own)
                    .Describe(operation, context.Description.HttpMethod, context.Description.ActionDescriptor.EndpointMetadata);
                return Task.CompletedTask;
            });
            options.AddDocumentTransformer((document, context, _) =>
            {
                Describe(document, context.ApplicationServices.GetRequiredService<SiteSettings>());
                return Task.CompletedTask;
            });
        });

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi().AllowAnonymous();

    private static void Describe(OpenApiDocument document, SiteSettings site)
    {
        document.Info = new OpenApiInfo
        {
            Title = "FaspayBilling",
            Version = Name,
            Description = "The billing API as Faspay documents it, and the document API. Credentials are made on the page API access. "
                + "Limits are counted by each node of the installation for itself.",
            License = new OpenApiLicense
            {
                Name = "As agreed with the operator of this installation",
                Identifier = "LicenseRef-as-agreed"
            },
        };
        document.Servers = [new OpenApiServer { Url = Server(site), Description = "This installation" }];
        document.Tags = ApiTag.All.Select(t => new OpenApiTag { Name = t.Name, Description = t.Text }).ToHashSet();
        foreach (var (name, scheme) in ApiSignIn.Schemes())
        {
            document.AddComponent(name, scheme);
        }
    }

    // An address of this machine alone helps nobody else; the document's own does.
    private static string Server(SiteSettings site) => new Uri(site.Address).IsLoopback ? "/" : site.Address;
}
