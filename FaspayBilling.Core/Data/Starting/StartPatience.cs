using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Faults;

namespace FaspayBilling.Core.Data.Starting;

/// <summary>
/// The patience of a start with a database that cannot be used now: another program may hold the file, and a server may be starting too.
/// </summary>
public static class StartPatience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Does <paramref name="work"/>, and again each second while the database is away.</summary>
    /// <exception cref="StartRefusedException">It was away for a minute.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> work, TimeProvider clock, CancellationToken stop)
    {
        for (var begun = clock.GetTimestamp(); ; await Task.Delay(Rest, clock, stop))
        {
            try
            {
                return await work();
            }
            catch (Exception broken) when (DatabaseFault.Is(broken))
            {
                if (clock.GetElapsedTime(begun) >= Longest)
                {
                    throw new StartRefusedException(
                        $"The database could not be read or written for {Longest.TotalSeconds:0} seconds "
                            + $"({broken.GetBaseException().Message}). Close what else uses it, look at its disk, and start again.",
                        broken);
                }
            }
        }
    }
}
