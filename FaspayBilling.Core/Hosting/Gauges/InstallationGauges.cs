using System.Diagnostics.Metrics;
using System.Globalization;
using FaspayBilling.Core.Outbox;
using FaspayBilling.Core.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Hosting.Gauges;

/// <summary>
/// Tells those who listen how the installation stands: outboxes, and numbers that are left. Read every half minute, not when somebody
/// asks: a gauge cannot wait for a database. While the database is away they say nothing rather than what was.
/// </summary>
public sealed partial class InstallationGauges : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Meter meter = new(Meters.Name);
    private readonly OutboxLengths outboxes;
    private readonly NumbersLeft numbers;
    private readonly TimeProvider clock;
    private readonly ILogger<InstallationGauges> log;
    private IReadOnlyList<OutboxLength> lengths = [];
    private IReadOnlyList<NumbersLeftOf> left = [];

    public InstallationGauges(OutboxLengths outboxes, NumbersLeft numbers, TimeProvider clock, ILogger<InstallationGauges> log)
    {
        (this.outboxes, this.numbers, this.clock, this.log) = (outboxes, numbers, clock, log);
        meter.CreateObservableGauge<long>("faspay.outbox.length", Waiting, "{row}", "Rows that wait in an outbox.");
        meter.CreateObservableGauge<double>("faspay.outbox.age", Overdue, "s", "For how long the oldest row that is due has been so.");
        meter.CreateObservableGauge<long>(
            "faspay.tax_numbers.left", Left, "{number}", "Available E-Faktur numbers by merchant's code and Year Period.");
    }

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    /// <summary>Reads once what the gauges tell from now on.</summary>
    public async Task ReadAsync(CancellationToken stop)
    {
        try
        {
            lengths = await outboxes.ReadAsync(stop);
            left = await numbers.ReadAsync(stop);
        }
        catch (Exception broken) when (!stop.IsCancellationRequested)
        {
            lengths = [];
            left = [];
            LogBroken(broken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await ReadAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static KeyValuePair<string, object?> Of(OutboxLength length) => new("outbox", length.Outbox);

    private IEnumerable<Measurement<long>> Waiting() => lengths.Select(l => new Measurement<long>(l.Waiting, Of(l)));

    private IEnumerable<Measurement<double>> Overdue() => lengths.Select(l => new Measurement<double>(l.Overdue.TotalSeconds, Of(l)));

    private IEnumerable<Measurement<long>> Left() => left.Select(l => new Measurement<long>(
        l.Numbers,
        new KeyValuePair<string, object?>("merchant", l.Merchant),
        new KeyValuePair<string, object?>("year", l.Year.ToString(CultureInfo.InvariantCulture))));

    [LoggerMessage(1202, LogLevel.Error, "What the gauges tell could not be read; it is read again in half a minute")]
    private partial void LogBroken(Exception broken);
}
