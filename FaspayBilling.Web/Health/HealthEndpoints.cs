using FaspayBilling.Core.Hosting;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace FaspayBilling.Web.Health;

/// <summary>
/// What a load balancer or an orchestrator asks: <c>/health/live</c> (this process answers) and <c>/health/ready</c> (so does
/// its database).
/// </summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Ready]);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready) }).AllowAnonymous();
    }
}
