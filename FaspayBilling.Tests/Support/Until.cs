using System.Diagnostics;

namespace FaspayBilling.Tests.Support;

/// <summary>Waits for what another process does in its own time.</summary>
internal static class Until
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again and again until it is so.</summary>
    /// <param name="so">What is asked.</param>
    /// <param name="what">Is waited for, as the failure says it.</param>
    /// <param name="patience">A minute unless told otherwise.</param>
    public static async Task TrueAsync(Func<Task<bool>> so, string what, TimeSpan? patience = null)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await so())
        {
            Stopwatch.GetElapsedTime(begun).Should().BeLessThan(patience ?? Usual, "{0} should have happened by now", what);
            await Task.Delay(Pause);
        }
    }
}
