using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FaspayBilling.Core.Telemetry;

/// <summary>
/// What the program measures while it works. Costs next to nothing while nobody listens; no label holds a name, a number of an invoice or
/// a statement's text.
/// </summary>
public static class Meters
{
    /// <summary>Name of the meter and of the source of traces: what a listener asks for.</summary>
    public const string Name = "FaspayBilling";

    private static readonly Meter Own = new(Name);
    private static readonly ActivitySource Source = new(Name);

    // The usual ones are meant for milliseconds.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private static readonly Histogram<double> Waits = Own.CreateHistogram(
        "faspay.write.wait", "s", "How long a write waited for its turn.", tags: null, Seconds);

    private static readonly Histogram<double> Statements = Own.CreateHistogram(
        "faspay.sql.duration", "s", "How long the database took for a statement.", tags: null, Seconds);

    private static readonly Counter<long> Refusals = Own.CreateCounter<long>(
        "faspay.refusals", "{refusal}", "Writes that were answered with a refusal.");

    /// <summary>A write waited at <paramref name="place"/>, from <paramref name="since"/> (a <see cref="Stopwatch"/>'s stamp) on.</summary>
    /// <param name="place"><c>gate</c> for the process's own, <c>merchant</c> for the lock in the database.</param>
    /// <param name="since">When it came.</param>
    public static void Waited(string place, long since) =>
        Waits.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("place", place));

    /// <summary>A write was refused.</summary>
    /// <param name="code">The refusal's stable code.</param>
    public static void Refused(string code) => Refusals.Add(1, new KeyValuePair<string, object?>("code", code));

    /// <summary>The database ran a statement; who listens to traces gets it below the request that asked for it.</summary>
    /// <param name="source">What sort of code asked; never the text of the statement.</param>
    /// <param name="started">When it began.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="failed">It ended with an error.</param>
    public static void Ran(string source, DateTimeOffset started, TimeSpan took, bool failed)
    {
        Statements.Record(
            took.TotalSeconds,
            new KeyValuePair<string, object?>("source", source),
            new KeyValuePair<string, object?>("failed", failed));

        // Below nothing it would be a trace of its own, of which a loop makes one a second.
        if (Activity.Current is null || !Source.HasListeners())
        {
            return;
        }

        using var span = Source.StartActivity($"sql {source}", ActivityKind.Client, default(ActivityContext), startTime: started);
        span?.SetStatus(failed ? ActivityStatusCode.Error : ActivityStatusCode.Unset).SetEndTime((started + took).UtcDateTime);
    }
}
