using System.Diagnostics;
using System.Reflection;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>The program started as a person starts it, and run to its end; its database and mail lie in a folder of the test's.</summary>
internal static class ProgramRun
{
    public static Task<(int Code, string Told, string Wrong)> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunByAsync(["dotnet"], folder, environment, arguments);

    /// <summary>The same by a program that starts another one, such as setpriv.</summary>
    /// <param name="starter">The words before the program's own, the last of them dotnet.</param>
    /// <param name="folder">Of the database and its mail.</param>
    /// <param name="environment">Beside that of the test.</param>
    /// <param name="arguments">The program's own.</param>
    public static async Task<(int Code, string Told, string Wrong)> RunByAsync(
        string[] starter, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var program = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, "FaspayBilling.Web.dll");
        var start = new ProcessStartInfo(starter[0])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder
        };
        foreach (var argument in (string[])
        [
            .. starter[1..],
            program,
            $"--Database:Path={Path.Combine(folder, "faspay.db")}",
            $"--Mail:Folder={folder}",
            "--Logging:LogLevel:Default=None",
            .. arguments
        ])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var told = process.StandardOutput.ReadToEndAsync(patience.Token);
        var wrong = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await told, await wrong);
        }
        finally
        {
            process.Kill();
        }
    }
}
