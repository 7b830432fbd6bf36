using System.Diagnostics;
using System.Globalization;
using FaspayBilling.Tests.Support.Web;
using Npgsql;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>
/// A PostgreSQL server of a test's own, which it may kill, stop and start again; gone when disposed. PostgreSQL refuses to run as root:
/// then it is the account <c>postgres</c>'s.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-pg-");
    private readonly int port = ProxyServer.FreePort();
    private readonly int connections;

    private PostgresServer(int connections) => this.connections = connections;

    /// <summary>Where the programs of the newest version lie; null where there are none.</summary>
    public static string? Programs { get; } = Machine.PathOf("initdb") is { } found
        ? Path.GetDirectoryName(found)
        : Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
                .Max(StringComparer.Ordinal)
            : null;

    private string Data => Path.Combine(folder.FullName, "data");

    /// <summary>Makes it and starts it.</summary>
    /// <param name="connections">How many it takes.</param>
    public static async Task<PostgresServer> MakeAsync(int connections = 100)
    {
        var server = new PostgresServer(connections);
        try
        {
            if (Environment.IsPrivilegedProcess)
            {
                await RunAsync("chown", $"{Superuser}:", server.folder.FullName);
            }

            await server.AsItselfAsync(
                "initdb", "-N", "-D", server.Data, "-A", "trust", "-U", Superuser, "-E", "UTF8", "--locale=C.UTF-8");
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection string of one of its databases, which need not be there.</summary>
    public string To(string database, int pool = 20, string user = Superuser) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = user,
        Database = database,
        MaxPoolSize = pool,
    }.ConnectionString;

    /// <summary>Starts it and returns when it takes connections.</summary>
    public async Task StartAsync()
    {
        // What a killed server wrote is with the system, which lives on: only a power cut would need the disk.
        var options = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections={connections} -c fsync=off");

        // After a kill its children need a moment to see that it is gone, and until then no other one starts.
        for (var begun = Stopwatch.GetTimestamp(); ; await Task.Delay(200))
        {
            try
            {
                await AsItselfAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder.FullName, "log"), "-o", options, "start");
                return;
            }
            catch (InvalidOperationException) when (Stopwatch.GetElapsedTime(begun) < Patience)
            {
                // Tried again.
            }
        }
    }

    /// <summary>Stops it: <c>fast</c> ends what is under way, <c>immediate</c> leaves it to the next start to recover.</summary>
    public Task StopAsync(string mode) => AsItselfAsync("pg_ctl", "-D", Data, "-w", "-m", mode, "stop");

    /// <summary>kill -9 of the server itself; its children end when they see it.</summary>
    public async Task KillAsync()
    {
        using var server = Process.GetProcessById(await IdAsync());
        server.Kill();
        await server.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>kill -9 of one connection's process: the server then throws all connections out and recovers by itself.</summary>
    public async Task KillOneConnectionAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(To(database)) { Pooling = false });
        await using var command = source.CreateCommand(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1");
        if (await command.ExecuteScalarAsync() is int id)
        {
            using var backend = Process.GetProcessById(id);
            backend.Kill();
        }
    }

    /// <summary>Runs a statement on one of its databases.</summary>
    public async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(To(database)) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            {
                await StopAsync("immediate");
            }
        }
        catch (InvalidOperationException)
        {
            // It was killed and never started again.
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> IdAsync()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid"));
        return int.Parse(lines[0], CultureInfo.InvariantCulture);
    }

    private Task AsItselfAsync(string program, params string[] arguments)
    {
        var whole = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", Superuser, "--", whole, .. arguments])
            : RunAsync(whole, arguments);
    }

    // Its words go nowhere: a server that is started inherits the pipe, and reading it to its end would wait for the server's.
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };

        // Its own limit comes first: it says what was wrong.
        start.Environment["PGCTLTIMEOUT"] = "150";
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var begun = Stopwatch.GetTimestamp(); !process.HasExited; await Task.Delay(20))
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} did not end in time.");
            }
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} answered {process.ExitCode}.");
        }
    }
}
