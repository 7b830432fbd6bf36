using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>Gives each merchant its turn at what only time makes due: one whose rows break the work keeps no other from it.</summary>
internal static class EachMerchant
{
    // The log needs no stack for each of a thousand that break by the same.
    private const int Shown = 3;

    /// <summary>Works for each; what broke is thrown when all had their turn, or at once when the database is away for everybody.</summary>
    /// <exception cref="AggregateException">It broke for some; the others are done.</exception>
    public static async Task RunAsync(IEnumerable<long> merchants, Func<Actor, Task> work, CancellationToken stop)
    {
        List<long> without = [];
        List<Exception> reasons = [];
        foreach (var merchant in merchants)
        {
            try
            {
                await work(Actor.System(merchant));
            }
            catch (Exception broken) when (!stop.IsCancellationRequested && !IsForAll(broken))
            {
                without.Add(merchant);
                reasons.Add(broken);
            }
        }

        if (without.Count > 0)
        {
            throw new AggregateException(
                $"It broke for the merchants {string.Join(", ", without)}; all others are done.", reasons.Take(Shown));
        }
    }

    // A server that answers may have said no to this merchant alone. With one that is away each would be waited for in vain.
    private static bool IsForAll(Exception broken) =>
        DatabaseFault.Is(broken) && !DatabaseFault.IsAnswered(broken) && !DatabaseFault.IsTooSlow(broken);
}
