using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace FaspayBilling.Bench.Counters;

/// <summary>The meters that every .NET process keeps of its memory, read from outside.</summary>
internal sealed class RuntimeMeters : IDisposable
{
    private const string Allocated = "dotnet.gc.heap.total_allocated";
    private const string Size = "dotnet.gc.last_collection.heap.size";
    private const string Fragmentation = "dotnet.gc.last_collection.heap.fragmentation.size";
    private const long TimeSeriesValues = 2;

    // Keywords of the runtime's provider: tell of collections, and collect when a session begins.
    private const long GcKeyword = 0x1;
    private const long GcHeapCollectKeyword = 0x800000;

    private readonly DiagnosticsClient client;
    private readonly EventPipeSession session;
    private readonly Task reading;
    private readonly Dictionary<(string Meter, string Tags), long> values = [];
    private readonly Lock gate = new();
    private TaskCompletionSource interval = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RuntimeMeters(int process)
    {
        client = new DiagnosticsClient(process);
        var wanted = new Dictionary<string, string>
        {
            ["SessionId"] = Guid.NewGuid().ToString(),
            ["Metrics"] = string.Join(',', new[] { Allocated, Size, Fragmentation }.Select(m => $@"System.Runtime\{m}")),
            ["RefreshInterval"] = "0.5",
        };
        var meters = new EventPipeProvider("System.Diagnostics.Metrics", EventLevel.Informational, TimeSeriesValues, wanted);
        session = client.StartEventPipeSession(meters, requestRundown: false);
        reading = Task.Run(Read);
    }

    /// <summary>Bytes that the process has allocated since it started.</summary>
    public async Task<long> AllocatedAsync()
    {
        await TwoIntervalsAsync();
        return Sum(Allocated);
    }

    /// <summary>Collects everything, and answers the bytes of what is still in use.</summary>
    public async Task<long> LiveHeapAsync()
    {
        // What the first one finalizes, the second one frees.
        await CollectAsync();
        await CollectAsync();
        await TwoIntervalsAsync();
        return Sum(Size) - Sum(Fragmentation);
    }

    public void Dispose()
    {
        try
        {
            session.Stop();
            reading.Wait(TimeSpan.FromSeconds(5));
        }
        catch (Exception gone) when (gone is ServerNotAvailableException or IOException or TimeoutException or AggregateException)
        {
            // The process ended first.
        }

        session.Dispose();
    }

    private async Task CollectAsync()
    {
        const long Keywords = GcKeyword | GcHeapCollectKeyword;
        var runtime = new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, Keywords);
        using var collecting = client.StartEventPipeSession(runtime, requestRundown: false);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var listening = Task.Run(() =>
        {
            using var events = new EventPipeEventSource(collecting.EventStream);
            events.Clr.GCHeapStats += _ => done.TrySetResult();
            events.Process();
        });
        await done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        collecting.Stop();
        await listening;
    }

    // The running interval may have been read before what is asked for; the one after it was not.
    private async Task TwoIntervalsAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            Task next;
            lock (gate)
            {
                next = interval.Task;
            }

            await next.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private long Sum(string meter)
    {
        lock (gate)
        {
            return values.Where(v => v.Key.Meter == meter).Sum(v => v.Value);
        }
    }

    private void Read()
    {
        using var events = new EventPipeEventSource(session.EventStream);
        events.Dynamic.All += Take;
        events.Process();
    }

    private void Take(TraceEvent told)
    {
        lock (gate)
        {
            switch (told.EventName)
            {
                case "CounterRateValuePublished" or "UpDownCounterRateValuePublished":
                    var key = ((string)told.PayloadByName("instrumentName"), (string)told.PayloadByName("tags"));
                    values[key] = (long)double.Parse((string)told.PayloadByName("value"), CultureInfo.InvariantCulture);
                    break;
                case "Collection/Stop":
                    var ended = interval;
                    interval = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    ended.SetResult();
                    break;
            }
        }
    }
}
