using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>The document API: its services and its addresses. It has its own sign-in, so cookies and antiforgery stay out.</summary>
internal static class DocumentApiRegistration
{
    public static IServiceCollection AddDocumentApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddBearerToken(ApiTokens.Scheme);
        return services.AddSingleton<ApiTokens>().AddSingleton<DocumentApiPipeline>()
            .AddSingleton<TokenEndpoint>().AddSingleton<StateEndpoint>().AddSingleton<DocumentReads>();
    }

    public static void MapDocumentApi(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous().DisableAntiforgery();
        open.MapPost("/connect/token", (HttpContext http, TokenEndpoint token) => token.HandleAsync(http))
            .WithName("Login")
            .WithTags("Document API")
            .DescribeToken();
        Elsewhere(open, "/connect/{**path}");

        var api = open.MapGroup("/api/v1.0").WithTags("Document API");
        api.MapPut("/documents/state/{uuid}/state", (HttpContext http, string uuid, StateEndpoint state) => state.HandleAsync(http, uuid))
            .AddEndpointFilter<IdempotencyKeyFilter>()
            .WithName("UpdateDocumentStatus")
            .DescribeState();
        api.MapGet("/documents/{uuid}/details", (HttpContext http, string uuid, DocumentReads reads) => reads.DetailsAsync(http, uuid))
            .WithName("GetDocumentDetails")
            .DescribeDetails();
        api.MapGet("/documents/recent", (HttpContext http, DocumentReads reads) => reads.RecentAsync(http))
            .WithName("GetRecentDocuments")
            .DescribeRecent();
        api.MapGet("/documenttypes", (HttpContext http, DocumentReads reads) => reads.TypesAsync(http))
            .WithName("GetDocumentTypes")
            .DescribeTypes();
        api.MapGet("/documenttypes/{id}", (HttpContext http, string id, DocumentReads reads) => reads.TypeAsync(http, id))
            .WithName("GetDocumentType")
            .DescribeType();
        api.MapGet("/notifications/taxpayer", (HttpContext http, DocumentReads reads) => reads.NotificationsAsync(http))
            .WithName("GetNotifications")
            .DescribeNotifications();
        Elsewhere(api, "/{**path}");
    }

    // Nothing under these addresses may end at the sign-in page.
    private static void Elsewhere(RouteGroupBuilder group, string pattern) =>
        group.Map(pattern, (HttpContext http, DocumentApiPipeline calls) =>
            calls.GuardAsync(http, _ => Task.FromResult<IResult>(DocumentAnswers.Refused(ApiOperation.Details, DocumentFault.NoSuchPath))))
            .ExcludeFromDescription();
}
