using System.Diagnostics;
using System.Security.Cryptography;

namespace FaspayBilling.Bench.Serving;

/// <summary>The published product: given, or published here and thrown away.</summary>
/// <param name="Program">Its executable.</param>
/// <param name="Hash">Of its own code.</param>
/// <param name="Commit">Of the sources it was published from.</param>
internal sealed record Build(string Program, string Hash, string? Commit) : IDisposable
{
    private static readonly string[] Own = ["FaspayBilling.Core.dll", "FaspayBilling.Web.dll"];
    private string? folder;

    public static async Task<Build> OfAsync(string? given, TextWriter progress)
    {
        if (given is not null)
        {
            return new(given, await HashAsync(given), null);
        }

        var root = Root();
        var folder = Directory.CreateTempSubdirectory("faspay-bench-").FullName;
        await progress.WriteLineAsync("Publishing the product …");
        await RunAsync("dotnet", "publish", Path.Combine(root, "FaspayBilling.Web"), "-c", "Release", "-o", folder, "-v", "q", "--nologo");
        var program = Path.Combine(folder, "FaspayBilling.Web");
        var commit = await RunAsync("git", "-C", root, "rev-parse", "--short", "HEAD");
        return new(program, await HashAsync(program), commit.Trim()) { folder = folder };
    }

    public void Dispose()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The folder of the sources, from wherever the bench's own build lies in it.
    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Directory.Packages.props")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The bench does not lie in the product's sources: --program is needed.");
    }

    private static async Task<string> HashAsync(string program)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Own)
        {
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(program)!, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };

        // What the bench is run by must not decide how the product is built.
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} {arguments[0]} failed:\n{said}");
    }
}
