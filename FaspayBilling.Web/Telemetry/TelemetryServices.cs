using System.Diagnostics;
using FaspayBilling.Core.Hosting.Gauges;
using FaspayBilling.Core.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FaspayBilling.Web.Telemetry;

/// <summary>Sends metrics and traces to the collector that the settings name, and nothing where they name none.</summary>
internal static class TelemetryServices
{
    /// <summary>
    /// The meters that are sent: ours, and those of the framework. Not Npgsql's: each of its series is labelled with the connection string.
    /// </summary>
    public static readonly string[] Sent =
    [
        Meters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.EntityFrameworkCore",
        "System.Runtime",
    ];

    public static void AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (settings.Endpoint is not { } endpoint)
        {
            return;
        }

        var version = typeof(TelemetryServices).Assembly.GetName().Version?.ToString();
        var telemetry = services.AddHostedService<InstallationGauges>()
            .AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(settings.Name, serviceVersion: version))
            .WithMetrics(m => m.AddMeter(Sent).AddOtlpExporter(o => o.Endpoint = endpoint));
        if (settings.Traces)
        {
            telemetry.WithTracing(t => t.AddSource("Microsoft.AspNetCore", Meters.Name).AddOtlpExporter(o => o.Endpoint = endpoint));
        }
    }

    /// <summary>
    /// Names each trace by method and route. The framework's package for it would send whole paths, in which the keys of bills stand.
    /// </summary>
    public static void UseNamedTraces(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (Activity.Current is { IsAllDataRequested: true } span)
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
            span.DisplayName = $"{http.Request.Method} {route}";
            span.SetTag("http.request.method", http.Request.Method)
                .SetTag("http.route", route)
                .SetTag("http.response.status_code", http.Response.StatusCode);
        }
    });
}
