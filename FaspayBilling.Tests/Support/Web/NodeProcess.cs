using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using FaspayBilling.Tests.Architecture;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>
/// The program as an operator runs it, in a process of its own that may be killed and started again at the same address. Killed when
/// disposed.
/// </summary>
/// <param name="folder">Where it runs, and where its mail goes.</param>
/// <param name="settings">Beside the address and the mail's folder, as environment variables.</param>
/// <param name="environment">Production or Development.</param>
/// <param name="starter">The words before the program's own, the last of them dotnet, where a program such as setpriv starts it.</param>
internal sealed class NodeProcess(
    string folder, IReadOnlyDictionary<string, string> settings, string environment = "Production", string[]? starter = null) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan End = TimeSpan.FromMinutes(1);

    private readonly StringBuilder log = new();
    private Process? process;

    public int Port { get; } = ProxyServer.FreePort();

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    /// <summary>Of the process: a starter becomes the program itself.</summary>
    public int Id => process!.Id;

    public bool IsRunning => process is { HasExited: false };

    /// <summary>All that it said, over all its starts.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    /// <summary>Starts it and returns when it is ready.</summary>
    public async Task StartAsync()
    {
        Begin();
        await ReadyAsync();
    }

    /// <summary>Starts it and does not wait.</summary>
    public void Begin()
    {
        process?.Dispose();
        var own = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
        var words = starter ?? ["dotnet"];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add(Path.Combine(own, "FaspayBilling.Web.dll"));
        start.ArgumentList.Add($"--contentRoot={Path.Combine(Sources.Root, "FaspayBilling.Web")}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["Mail__Folder"] = Path.Combine(folder, "mail");
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until it may be sent visitors.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient();
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < Patience && IsRunning)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"{Address}/health/ready"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"The program did not become ready; it said:\n{Log}");
    }

    /// <summary>Ends it as an operator does, and answers its exit code.</summary>
    /// <exception cref="TimeoutException">It did not end within a minute.</exception>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process!.Id}")]))
        {
            await kill.WaitForExitAsync().WaitAsync(End);
        }

        await process.WaitForExitAsync().WaitAsync(End);
        return process.ExitCode;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync().WaitAsync(End);
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            process!.Kill(entireProcessTree: true);
            process.WaitForExit(End);
        }

        process?.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (log)
        {
            log.AppendLine(line.Data);
        }
    }
}
