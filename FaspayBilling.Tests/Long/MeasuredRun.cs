using System.Diagnostics;
using System.Reflection;

namespace FaspayBilling.Tests.Long;

/// <summary>A command of the program, and what it cost.</summary>
/// <param name="Took">From its start to its end.</param>
/// <param name="Peak">MiB in memory at most.</param>
internal sealed record MeasuredRun(TimeSpan Took, double Peak)
{
    private const double Mebi = 1024 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>As the table writes it.</summary>
    public FormattableString Words => $"{Took.TotalSeconds:N1} s, at most {Peak:N0} MiB";

    /// <summary>Runs it to its end, which must be a good one.</summary>
    public static async Task<MeasuredRun> OfAsync(
        string folder, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var program = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "FaspayBilling.Web.dll");
        string[] words = [program, "--Logging:LogLevel:Default=None", .. arguments];
        var start = new ProcessStartInfo("dotnet", words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["Mail__Folder"] = folder;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        var peak = 0d;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process));
            await Task.Delay(Pause);
        }

        var took = Stopwatch.GetElapsedTime(begun);
        process.ExitCode.Should().Be(0, "{0} said {1}{2}", arguments[0], await told, await wrong);
        return new(took, peak);
    }

    /// <summary>MiB that a process had in memory at most so far; 0 when it has just ended.</summary>
    public static double PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64 / Mebi;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
