using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace FaspayBilling.Tests.Security;

/// <summary>What needs no sign-in of a user. One more is a decision: it stands here and in docs/security.md.</summary>
public sealed class OpenAddressesTests : IAsyncLifetime
{
    private static readonly string[] Open =
    [
        "/account/sign-in",
        "/account/sign-out",
        "/account/second",
        "/account/second/set-up",
        "/account/passkeys/use",
        "/account/set-up",
        "/account/invitation",
        "/account/forgot",
        "/account/reset",
        "/account/error",
        "/bill/{Key}",
        "/bill/{key}/pdf",
        "/bill/{key}/documents/{id:long}",
        "/docs/api",
        "/openapi/{documentName}.json",
        "/health/live",
        "/health/ready",

        // These have sign-ins of their own.
        "/connect/token",
        "/connect/{**path}",
        "/api/v1.0/documents/state/{uuid}/state",
        "/api/v1.0/documents/{uuid}/details",
        "/api/v1.0/documents/recent",
        "/api/v1.0/documenttypes",
        "/api/v1.0/documenttypes/{id}",
        "/api/v1.0/notifications/taxpayer",
        "/api/v1.0/{**path}",
        "/billingbackendapi/web/billing/get-all-billing",
        "/billingbackendapi/web/api/create",
        "/billingbackendapi/web/api/inquire",
        "/billingbackendapi/web/api/cancel",
        "/billingbackendapi/{**path}",
    ];

    private readonly TestWeb web = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public void Only_these_addresses_need_no_sign_in()
    {
        // Scripts and styles are everybody's, and so is what the framework maps for them.
        var open = web.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => Written(e.RoutePattern.RawText))
            .Where(address => !address.StartsWith("/_", StringComparison.Ordinal) && address != "/{**path:file}")
            .Distinct(StringComparer.Ordinal);

        open.Should().BeEquivalentTo(Open);
    }

    private static string Written(string? pattern) =>
        $"/{string.Join('/', (pattern ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries))}";
}
