using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;

namespace FaspayBilling.Tests.Attacks;

/// <summary>All addresses of the running product but its scripts and styles, as it knows them: a new one is found by itself.</summary>
internal static class Routes
{
    public static IReadOnlyList<RouteEndpoint> Of(TestWeb web) =>
    [
        .. web.Get<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null),
    ];

    /// <summary>As its author wrote it.</summary>
    public static string Name(this RouteEndpoint route) => $"/{route.RoutePattern.RawText!.TrimStart('/')}";

    public static bool IsBelow(this RouteEndpoint route, string path) => route.Name().StartsWith(path, StringComparison.Ordinal);

    public static bool IsPage(this RouteEndpoint route) => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>An API: it says of itself that no cookie counts there, and so no form's token.</summary>
    public static bool IsApi(this RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    /// <summary>Whether it answers that method; what names none answers all.</summary>
    public static bool Takes(this RouteEndpoint route, string method) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } named
        || named.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase);

    public static bool IsNumber(this RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content is "long" or "int");

    /// <summary>The address with these values in it.</summary>
    public static string Fill(this RouteEndpoint route, Func<RoutePatternParameterPart, string> value) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => Text(p, value)))));

    private static string Text(RoutePatternPart part, Func<RoutePatternParameterPart, string> value) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Uri.EscapeDataString(value(parameter)),
        _ => throw new ArgumentException($"A part of a route is a {part.PartKind}.", nameof(part)),
    };
}
