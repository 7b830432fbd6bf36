using System.Diagnostics;
using FaspayBilling.Bench.Counters;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Load;

/// <summary>What a round of requests gave.</summary>
/// <param name="PerSecond">Answers.</param>
/// <param name="Took">Of each, from sending it to its last byte.</param>
/// <param name="Cpu">Milliseconds of the server for each.</param>
/// <param name="Allocated">Kilobytes that the server allocated for each.</param>
internal sealed record HttpRound(double PerSecond, Histogram Took, double Cpu, double Allocated)
{
    /// <summary>As every row over HTTP names them.</summary>
    public void AddTo(Figures figures)
    {
        figures.Add("answers", "1/s", PerSecond);
        figures.Add("p50", "ms", Took.Percentile(50));
        figures.Add("p99", "ms", Took.Percentile(99));
        figures.Add("CPU", "ms", Cpu);
        figures.Add("allocated", "kB", Allocated);
    }
}

/// <summary>Requests over so many connections, each without pause.</summary>
internal static class HttpLoad
{
    /// <summary>Makes the whole of a worker's next request.</summary>
    public delegate ReadOnlyMemory<byte> Next(int worker, int number);

    /// <param name="server">Who answers.</param>
    /// <param name="meters">Of the server; null leaves out what it allocated.</param>
    /// <param name="connections">How many at once.</param>
    /// <param name="duration">How long requests are begun.</param>
    /// <param name="next">The request.</param>
    public static async Task<HttpRound> RunAsync(Server server, RuntimeMeters? meters, int connections, TimeSpan duration, Next next)
    {
        var allocated = meters is null ? 0 : await meters.AllocatedAsync();
        var (cpu, start) = (server.Cpu, Stopwatch.GetTimestamp());
        var each = await Task.WhenAll(Enumerable.Range(0, connections).Select(worker => Task.Run(() => WorkAsync(worker))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var spent = (server.Cpu - cpu).TotalMilliseconds;
        var all = new Histogram();
        foreach (var took in each)
        {
            all.Add(took);
        }

        allocated = meters is null ? 0 : await meters.AllocatedAsync() - allocated;
        return new HttpRound(all.Count / seconds, all, spent / all.Count, allocated / 1e3 / all.Count);

        async Task<Histogram> WorkAsync(int worker)
        {
            var took = new Histogram();
            using var connection = await HttpConnection.OpenAsync(server.Address);
            for (var i = 0; Stopwatch.GetElapsedTime(start) < duration; i++)
            {
                var request = next(worker, i);
                var sent = Stopwatch.GetTimestamp();
                var body = await connection.SendAsync(request);
                took.Add(Stopwatch.GetElapsedTime(sent));
                if (body.Span.IndexOf(ListApi.Mark) < 0)
                {
                    throw new InvalidOperationException($"Not the answer: {System.Text.Encoding.UTF8.GetString(body.Span)}");
                }
            }

            return took;
        }
    }
}
