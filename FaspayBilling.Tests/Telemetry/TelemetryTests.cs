using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Hosting.Gauges;
using FaspayBilling.Core.Telemetry;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Outboxes_and_numbers_that_are_left_are_told(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        await fpy.AvailableNumbersAsync(2026, 7);
        await fpy.MailAsync();
        db.Clock.Advance(TimeSpan.FromMinutes(2));
        using var gauges = new InstallationGauges(
            db.Get<FaspayBilling.Core.Outbox.OutboxLengths>(), db.Get<NumbersLeft>(), db.Clock, NoLog.For<InstallationGauges>());
        await gauges.ReadAsync(default);

        var told = Told();

        told.Should().Contain(("faspay.outbox.length", 1d, "outbox=mail")).And.Contain(("faspay.outbox.age", 120d, "outbox=mail"))
            .And.Contain(("faspay.outbox.length", 0d, "outbox=callback"))
            .And.Contain(("faspay.tax_numbers.left", 7d, "merchant=FPY year=2026"));
    }

    [Fact]
    public async Task A_year_whose_numbers_are_used_up_is_told_as_none()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var range = await fpy.AvailableNumbersAsync(2026, 1);
        await db.ReadAsync(async d =>
        {
            d.RemoveRange(d.Set<FaspayBilling.Core.Domain.TaxNumbers.AvailableRun>().Where(r => r.RangeId == range.Id));
            return await d.SaveChangesAsync();
        });

        using var sql = SqlCommands.Watch();

        (await db.Get<NumbersLeft>().ReadAsync(default)).Should().Equal(new NumbersLeftOf("FPY", 2026, 0));

        sql.Sent.Should().Contain(s => s.Contains("NumberCounts", StringComparison.Ordinal))
            .And.NotContain(s => s.Contains("FreeNumbers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_write_tells_its_wait_its_statements_and_its_refusal_without_their_texts()
    {
        var told = new List<(string Name, string Labels)>();
        using var listener = Listener((name, _, labels) =>
        {
            lock (told)
            {
                told.Add((name, labels));
            }
        });
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");

        var refusal = (await db.Write.RunAsync(
            fpy.Admin, new(FaspayBilling.Core.Domain.Audit.HistorySubject.Mail, "mail.send"),
            _ => Task.FromResult<Outcome>(Refusals.ModuleOff), default)).Refusal;

        refusal.Should().NotBeNull();
        lock (told)
        {
            told.Should().Contain(("faspay.write.wait", "place=gate")).And.Contain(("faspay.write.wait", "place=merchant"))
                .And.Contain(("faspay.refusals", "code=module.off"));
            told.Where(t => t.Name == "faspay.sql.duration").Select(t => t.Labels).Distinct()
                .Should().NotBeEmpty().And.OnlyContain(labels => labels.Length < 60 && !labels.Contains('"'));
        }
    }

    [Fact]
    public async Task With_a_collector_metrics_and_traces_arrive_and_no_key_of_a_bill()
    {
        await using var collector = await Collector.StartAsync();
        await using (var web = new TestWeb(new() { ["Telemetry:Endpoint"] = collector.Address, ["Telemetry:Name"] = "faspay-of-the-test" }))
        {
            using var client = new HttpClient { BaseAddress = new Uri(web.Address) };
            using var answer = await client.GetAsync("/bill/thekeyofabill?secret=ofalink");
            using var ready = await client.GetAsync("/health/ready");
        }

        collector.Received.Should().ContainAll(
            "faspay-of-the-test", "faspay.outbox.length", "faspay.sql.duration", "http.server.request.duration", "sql LinqQuery", "GET ");
        collector.Received.Should().NotContain("thekeyofabill").And.NotContain("ofalink").And.NotContain("SELECT");
    }

    [Fact]
    public async Task Nothing_of_Npgsql_is_listened_to_whose_labels_hold_the_connection_string()
    {
        await using var collector = await Collector.StartAsync();
        await using var web = new TestWeb(new() { ["Telemetry:Endpoint"] = collector.Address });
        using var own = new Meter(Meters.Name);
        using var theirs = new Meter("Npgsql");
        using var traces = new ActivitySource("Npgsql");

        own.CreateGauge<long>("faspay.outbox.length").Enabled.Should().BeTrue("the others are listened to");
        theirs.CreateGauge<long>("of.the.test").Enabled.Should().BeFalse();
        traces.HasListeners().Should().BeFalse();
    }

    [Fact]
    public void A_statement_belongs_to_a_request_and_is_never_a_trace_of_its_own()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Meters.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var now = Given.Clock().GetUtcNow();

        Activity.Current = null;
        Meters.Ran("of a loop", now, TimeSpan.FromSeconds(1), failed: false);
        using var request = new Activity("request");
        request.Start();
        Meters.Ran("of a request", now, TimeSpan.FromSeconds(1), failed: false);

        // Tests beside this one have statements of their own.
        var ours = spans.Where(s => s.DisplayName.StartsWith("sql of a ", StringComparison.Ordinal)).ToList();
        ours.Select(s => s.DisplayName).Should().Equal("sql of a request");
        ours[0].ParentSpanId.ToHexString().Should().Be(request.SpanId.ToHexString());
    }

    [Fact]
    public async Task Without_one_nothing_is_measured()
    {
        await using var web = new TestWeb();

        web.Services.GetService(typeof(OpenTelemetry.Metrics.MeterProvider)).Should().BeNull();
    }

    private static List<(string Name, double Value, string Labels)> Told()
    {
        // Tests beside this one tell their statements at the same time.
        var told = new ConcurrentQueue<(string, double, string)>();
        using var listener = Listener((name, value, labels) => told.Enqueue((name, value, labels)));
        listener.RecordObservableInstruments();
        return [.. told];
    }

    private static MeterListener Listener(Action<string, double, string> tell)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Meter.Name == Meters.Name)
                {
                    all.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => tell(i.Name, value, Labels(tags)));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => tell(i.Name, value, Labels(tags)));
        listener.Start();
        return listener;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
