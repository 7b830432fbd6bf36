using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Starts many at the same moment.</summary>
internal static class Together
{
    /// <summary>Each on a thread of its own, all let go at once; the answers in the order of the calls.</summary>
    public static async Task<T[]> RunAsync<T>(IEnumerable<Func<Task<T>>> calls)
        where T : Outcome
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = calls.Select(call => Task.Run(async () =>
        {
            await go.Task;
            return await call();
        })).ToList();
        go.SetResult();
        return await Task.WhenAll(running);
    }
}
