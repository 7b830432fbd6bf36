using FaspayBilling.Core.Hosting.Health;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FaspayBilling.Web.Health;

/// <summary>
/// What a load balancer or an orchestrator asks: <c>/health/live</c> (this process answers) and <c>/health/ready</c> (so does
/// its database, and nothing piles up). Who asks sees one word; with <c>Health:Details</c> what each check says.
/// </summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready])
            .AddCheck<MigrationsHealth>("migrations", tags: [Ready])
            .AddCheck<OutboxHealth>("outbox", tags: [Ready])
            .AddCheck<DiskHealth>("disk", tags: [Ready]);
        return services.AddSingleton<CircuitHandler>(provider => new ClosedPages(
            provider.GetRequiredService<TimeProvider>(),
            () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true)));
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        var ready = new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready) };
        if (app.ServiceProvider.GetRequiredService<HealthSettings>().Details)
        {
            ready.ResponseWriter = WriteAsync;
        }

        app.MapHealthChecks("/health/ready", ready).AllowAnonymous();
    }

    // Never an exception: its words may name hosts and users of the database.
    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(
            e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Description }, StringComparer.Ordinal),
    });
}
