using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FaspayBilling.Bench.Serving;

/// <summary>A published build, started over a database of its own on a free port of this machine.</summary>
internal sealed class Server : IDisposable
{
    private const double TicksPerSecond = 100;
    private const int LastLines = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly Process process;
    private readonly StreamWriter log;

    private Server(Process process, StreamWriter log, Uri address)
    {
        (this.process, this.log, Address) = (process, log, address);
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>From its start to its first answer.</summary>
    public TimeSpan Started { get; private set; }

    /// <summary>Time on the processors so far, of the program and the kernel for it.</summary>
    public TimeSpan Cpu
    {
        get
        {
            // The name in brackets may hold spaces; utime and stime are the 14th and 15th field, counted from 1.
            var fields = File.ReadAllText($"/proc/{Id}/stat");
            var after = fields[(fields.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((Ticks(after[11]) + Ticks(after[12])) / TicksPerSecond);
        }
    }

    /// <summary>Bytes of memory in RAM.</summary>
    public long Resident
    {
        get
        {
            var line = File.ReadLines($"/proc/{Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return Ticks(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
        }
    }

    /// <summary>Starts the program and returns when it answers.</summary>
    /// <param name="program">What is started.</param>
    /// <param name="database">The SQLite file; the log and everything else the program writes lands beside it.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="settings">More settings, as environment variables have them (<c>Section__Key</c>).</param>
    /// <param name="first">The path whose first good answer ends the start.</param>
    public static async Task<Server> StartAsync(
        Launch program, string database, string environment, IReadOnlyDictionary<string, string> settings, string first = "")
    {
        var folder = Path.GetDirectoryName(database)!;
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo(program.Executable, program.Arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(program.Executable)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["Urls"] = address.AbsoluteUri;
        start.Environment["Database__Path"] = database;
        start.Environment["Mail__Folder"] = Path.Combine(folder, "mail");
        foreach (var (key, value) in program.Settings.Concat(settings))
        {
            start.Environment[key] = value;
        }

        var log = new StreamWriter(Path.Combine(folder, "server.log"), append: true) { AutoFlush = true };
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        var begun = Stopwatch.GetTimestamp();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new Server(process, log, address);
        try
        {
            await server.WaitAsync(begun, first);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }

        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (log)
            {
                if (line.Data is not null && log.BaseStream is not null)
                {
                    log.WriteLine(line.Data);
                }
            }
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(null, EventArgs.Empty);
        process.WaitForExit();
        process.Dispose();
        lock (log)
        {
            log.Dispose();
        }
    }

    // Also when the bench itself is told to end.
    private void Kill(object? sender, EventArgs ending) => process.Kill(entireProcessTree: true);

    private async Task WaitAsync(long begun, string first)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = first.Length == 0 });
        for (; Stopwatch.GetElapsedTime(begun) < Patience && !process.HasExited; await Task.Delay(Pause))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, first));
                if (first.Length == 0 || answer.IsSuccessStatusCode)
                {
                    await answer.Content.ReadAsByteArrayAsync();
                    Started = Stopwatch.GetElapsedTime(begun);
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        throw new InvalidOperationException($"{process.StartInfo.FileName} did not start; its last words:\n{LastWords()}");
    }

    // The log goes with its folder when a start fails.
    private string LastWords()
    {
        if (process.HasExited)
        {
            process.WaitForExit();
        }

        lock (log)
        {
            return string.Join('\n', File.ReadLines(((FileStream)log.BaseStream).Name).TakeLast(LastLines));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static long Ticks(string field) => long.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);
}
