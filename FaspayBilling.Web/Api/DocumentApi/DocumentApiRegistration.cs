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
            .WithName("requestToken")
            .WithTags(ApiTag.Documents)
            .DescribeToken();
        Elsewhere(open, "/connect/token", ApiOperation.Token);
        Elsewhere(open, "/connect/{**path}", ApiOperation.None);

        var api = open.MapGroup("/api/v1.0").WithTags(ApiTag.Documents);
        api.MapPut("/documents/state/{uuid}/state", (HttpContext http, string uuid, StateEndpoint state) => state.HandleAsync(http, uuid))
            .AddEndpointFilter(new IdempotencyKeyFilter())
            .WithName("changeDocumentState")
            .DescribeState();
        Elsewhere(api, "/documents/state/{uuid}/state", ApiOperation.Cancel);
        api.MapGet("/documents/{uuid}/details", (HttpContext http, string uuid, DocumentReads reads) => reads.DetailsAsync(http, uuid))
            .WithName("getDocumentDetails")
            .DescribeDetails();
        Elsewhere(api, "/documents/{uuid}/details", ApiOperation.Details);
        api.MapGet("/documents/recent", (HttpContext http, DocumentReads reads) => reads.RecentAsync(http))
            .WithName("listRecentDocuments")
            .DescribeRecent();
        Elsewhere(api, "/documents/recent", ApiOperation.Recent);
        api.MapGet("/documenttypes", (HttpContext http, DocumentReads reads) => reads.TypesAsync(http))
            .WithName("listDocumentTypes")
            .DescribeTypes();
        Elsewhere(api, "/documenttypes", ApiOperation.DocumentTypes);
        api.MapGet("/documenttypes/{id}", (HttpContext http, string id, DocumentReads reads) => reads.TypeAsync(http, id))
            .WithName("getDocumentType")
            .DescribeType();
        Elsewhere(api, "/documenttypes/{id}", ApiOperation.DocumentType);
        api.MapGet("/notifications/taxpayer", (HttpContext http, DocumentReads reads) => reads.NotificationsAsync(http))
            .WithName("listNotifications")
            .DescribeNotifications();
        Elsewhere(api, "/notifications/taxpayer", ApiOperation.Notifications);
        Elsewhere(api, "/{**path}", ApiOperation.None);
    }

    // Nothing under these addresses may end at the sign-in page; with another method an address keeps its name.
    private static void Elsewhere(RouteGroupBuilder group, string pattern, ApiOperation operation) =>
        group.Map(pattern, (HttpContext http, DocumentApiPipeline calls) => calls.GuardAsync(
            http, operation, _ => Task.FromResult<IResult>(DocumentAnswers.Refused(operation, DocumentFault.NoSuchPath))))
            .ExcludeFromDescription();
}
