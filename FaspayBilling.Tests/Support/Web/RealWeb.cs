using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using FaspayBilling.Tests.Architecture;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>The program as its own process, started as on a server unless told otherwise, on a free port. Killed when disposed.</summary>
internal sealed partial class RealWeb : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder log = new();

    private RealWeb(Process process) => this.process = process;

    public string Address { get; private set; } = "";

    /// <summary>What it wrote until it listened.</summary>
    public string Log => log.ToString();

    /// <summary>Starts on the database and mail folder in <paramref name="folder"/> and waits until it answers.</summary>
    public static async Task<RealWeb> StartAsync(string folder, string environment = "Production", string? site = null, int port = 0)
    {
        var program = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "FaspayBilling.Web.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = folder };
        start.ArgumentList.Add(program);
        start.ArgumentList.Add($"--contentRoot={Path.Combine(Sources.Root, "FaspayBilling.Web")}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        start.Environment["Database__Path"] = Path.Combine(folder, "faspay.db");
        start.Environment["Database__Create"] = "true";
        start.Environment["Mail__Folder"] = folder;
        if (site is not null)
        {
            start.Environment["Site__Address"] = site;
        }

        var web = new RealWeb(Process.Start(start)!);
        while (web.Address.Length == 0 && await web.process.StandardOutput.ReadLineAsync() is { } line)
        {
            web.log.AppendLine(line);
            web.Address = Listening().Match(line).Groups[1].Value;
        }

        // Nobody reads on, but a full pipe would stop it.
        _ = web.process.StandardOutput.ReadToEndAsync();
        return web;
    }

    /// <summary>Told to end, as by a service manager; true when it has within that time.</summary>
    public async Task<bool> EndAsync(TimeSpan within)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
