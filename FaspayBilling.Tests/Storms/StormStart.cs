using System.Diagnostics;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Storms;

/// <summary>The program is started again and again, as systemd does.</summary>
internal static class StormStart
{
    private const string LockedOut = "is locked by another program. Close it and start again.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Waits until it is ready. A start waits ten seconds for the lock of a file that the second process writes almost without a pause,
    /// and then gives up: only for that it is begun once more.
    /// </summary>
    public static async Task BackAsync(this NodeProcess program)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await program.ReadyAsync();
                return;
            }
            catch (InvalidOperationException) when (Stopwatch.GetElapsedTime(begun) < Patience && WasLockedOut(program))
            {
                program.Begin();
            }
        }
    }

    // What it says at its end is heard a moment later.
    private static bool WasLockedOut(NodeProcess program) => SpinWait.SpinUntil(
        () => program.Log.TrimEnd().EndsWith(LockedOut, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
}
