using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FaspayBilling.Tests.Storms;

/// <summary>The process that calls the handlers, from outside: it is started, heard, killed, and started again where it was.</summary>
internal sealed class WorkerProcess(
    IReadOnlyDictionary<string, string> settings, long merchant, IReadOnlyList<string> numberless, Told told) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, bool> done = new();
    private readonly StringBuilder trouble = new();
    private Process? process;

    public bool IsRunning => process is { HasExited: false };

    /// <summary>What it said of faults, the last of it.</summary>
    public string Trouble
    {
        get
        {
            lock (trouble)
            {
                return trouble.Length > 2_000 ? trouble.ToString(trouble.Length - 2_000, 2_000) : trouble.ToString();
            }
        }
    }

    public void Start()
    {
        process?.Dispose();
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(StormWorker).Assembly.Location);
        start.ArgumentList.Add(StormWorker.Name);
        foreach (var (key, value) in settings)
        {
            start.ArgumentList.Add($"{key}={value}");
        }

        var unfinished = done.Where(d => !d.Value).Select(d => d.Key).Order().ToList();
        start.ArgumentList.Add($"{StormWorker.MerchantKey}={Text(merchant)}");
        start.ArgumentList.Add($"{StormWorker.UnfinishedKey}={string.Join(',', unfinished.Select(u => Text(u)))}");
        start.ArgumentList.Add($"{StormWorker.NextKey}={Text(done.IsEmpty ? 0 : done.Keys.Max() + 1)}");
        start.ArgumentList.Add($"{StormWorker.NumberlessKey}={string.Join(',', numberless)}");
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>kill -9; what it said before it died is heard all the same.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            process!.Kill();
            process.WaitForExit(Patience);
        }

        process?.Dispose();
    }

    private void Hear(string? line)
    {
        // The last line may be cut off anywhere.
        if (line?.Split(' ') is not [var job, var step, var answer, StormWorker.Whole]
            || !int.TryParse(job, CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        switch (step)
        {
            case "begun":
                done.TryAdd(number, value: false);
                break;
            case "done":
                done[number] = true;
                break;
            default:
                if (answer.StartsWith("refused:", StringComparison.Ordinal))
                {
                    told.Blame($"job {job} {step} was {answer}");
                }
                else
                {
                    told.Note($"job {job} {step}", answer);
                }

                break;
        }
    }

    private void Keep(string? line)
    {
        lock (trouble)
        {
            trouble.AppendLine(line);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
