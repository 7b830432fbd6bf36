using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Web.Telemetry;

/// <summary>Where metrics and traces go; settings section <c>Telemetry</c>.</summary>
/// <param name="Endpoint">A collector that takes OTLP over gRPC; null: nothing is measured for anybody.</param>
/// <param name="Name">Under which name this installation reports.</param>
/// <param name="Traces">Traces too, not metrics alone.</param>
internal sealed record TelemetrySettings(Uri? Endpoint, string Name, bool Traces)
{
    private const string EndpointKey = "Telemetry:Endpoint";

    public static TelemetrySettings Read(SettingsReader read)
    {
        Uri? endpoint = null;
        if (read.Text(EndpointKey) is { } given
            && (!Uri.TryCreate(given, UriKind.Absolute, out endpoint) || endpoint.Scheme is not ("http" or "https")))
        {
            endpoint = null;
            read.Wrong(EndpointKey, $"\"{given}\" is no absolute address, such as http://127.0.0.1:4317");
        }

        return new TelemetrySettings(
            endpoint, read.Text("Telemetry:Name") ?? "faspay-billing", read.Flag("Telemetry:Traces", usual: true));
    }
}
