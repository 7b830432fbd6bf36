using System.Numerics;

namespace FaspayBilling.Bench.Load;

/// <summary>Durations in buckets that are at most 1.6 % wide, from a microsecond to hours.</summary>
internal sealed class Histogram
{
    private const int Parts = 64;
    private const int PartBits = 6;
    private readonly long[] counts = new long[Parts * 40];

    public long Count { get; private set; }

    public void Add(TimeSpan took)
    {
        counts[Bucket((ulong)(took.Ticks / TimeSpan.TicksPerMicrosecond))]++;
        Count++;
    }

    public void Add(Histogram other)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }

        Count += other.Count;
    }

    /// <summary>The duration, in milliseconds, that so many of a hundred do not exceed.</summary>
    public double Percentile(double percent)
    {
        var left = (long)Math.Ceiling(Count * percent / 100);
        for (var i = 0; i < counts.Length; i++)
        {
            left -= counts[i];
            if (left <= 0)
            {
                return Start(i + 1) / 1e3;
            }
        }

        return double.NaN;
    }

    private static int Bucket(ulong microseconds)
    {
        var shift = Math.Max(0, BitOperations.Log2(microseconds | 1) - PartBits);
        return (shift * Parts) + (int)(microseconds >> shift);
    }

    private static double Start(int bucket)
    {
        var shift = Math.Max(0, (bucket / Parts) - 1);
        return (double)((ulong)(bucket - (shift * Parts)) << shift);
    }
}
