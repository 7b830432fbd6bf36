using System.Runtime.InteropServices;
using FaspayBilling.Core.Formats.Reading;

namespace FaspayBilling.Web.Reading;

/// <summary>The command by which this program starts itself a second time, to read other people's files.</summary>
public static class ReadingCommand
{
    public const string Name = "read-pdf";

    // What a hostile file may take: 256 MB of managed memory (the number is hexadecimal), one heap, no diagnostics port. Translating
    // to machine code is kept cheap: most of these processes live for some files only.
    private static readonly Dictionary<string, string> Runtime = new(StringComparer.Ordinal)
    {
        ["DOTNET_GCHeapHardLimit"] = "10000000",
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
    };

    // Where the runtime finds itself and its libraries; nothing else of the environment goes along, and so no password.
    private static readonly string[] Kept = ["DOTNET_ROOT", "LD_LIBRARY_PATH", "SystemRoot"];

    /// <summary>The command as it runs on this machine, also when this process is the host of the tests.</summary>
    public static ReadingProgram Program()
    {
        var name = typeof(ReadingCommand).Assembly.GetName().Name!;
        var program = Path.Combine(AppContext.BaseDirectory, name);
        var environment = new Dictionary<string, string>(Runtime, StringComparer.Ordinal);
        foreach (var kept in Kept)
        {
            if (Environment.GetEnvironmentVariable(kept) is { Length: > 0 } value)
            {
                environment[kept] = value;
            }
        }

        return IsSelfContained
            ? new ReadingProgram(Executable(program), [Name], environment)
            : new ReadingProgram(Dotnet(), ["exec", program + ".dll", Name], environment);
    }

    // A published program that brings its runtime has it in its own folder, and needs no "dotnet".
    private static bool IsSelfContained =>
        Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory())
            == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    // The one whose runtime this is: it lies above shared/Microsoft.NETCore.App/(version).
    private static string Dotnet()
    {
        var own = Executable(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")));
        return File.Exists(own) ? own : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    }

    private static string Executable(string path) => OperatingSystem.IsWindows() ? path + ".exe" : path;
}
