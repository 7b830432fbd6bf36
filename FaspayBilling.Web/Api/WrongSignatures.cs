using System.Net;
using FaspayBilling.Core.Domain.Time;

namespace FaspayBilling.Web.Api;

/// <summary>Counts wrong signatures per address: after 30 within a minute the next are not looked at.</summary>
internal sealed class WrongSignatures(TimeProvider clock)
{
    public const int Most = 30;
    private const int MostAddresses = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTime>> wrong = [];

    /// <summary>True when the address guessed too often within the last minute.</summary>
    public bool TooMany(IPAddress? address)
    {
        lock (gate)
        {
            return wrong.TryGetValue(Key(address), out var times) && Recent(times) >= Most;
        }
    }

    public void Add(IPAddress? address)
    {
        lock (gate)
        {
            var key = Key(address);
            if (!wrong.TryGetValue(key, out var times))
            {
                Tidy();
                wrong[key] = times = new();
            }

            times.Enqueue(clock.Now());
        }
    }

    // A network, not one of its endless addresses.
    internal static string Key(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private int Recent(Queue<DateTime> times)
    {
        while (times.TryPeek(out var first) && clock.Now() - first >= Window)
        {
            times.Dequeue();
        }

        return times.Count;
    }

    private void Tidy()
    {
        if (wrong.Count < MostAddresses)
        {
            return;
        }

        foreach (var quiet in wrong.Where(w => Recent(w.Value) == 0).Select(w => w.Key).ToList())
        {
            wrong.Remove(quiet);
        }

        // Memory stays bounded whatever comes: somebody's count begins anew.
        if (wrong.Count >= MostAddresses)
        {
            wrong.Clear();
        }
    }
}
