using Microsoft.Playwright;

namespace FaspayBilling.Tests.Support.Web;

/// <summary>The machine's own Chromium, started without anything that calls out.</summary>
internal static class Browser
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        $"--host-resolver-rules=MAP {ProxyServer.Host} 127.0.0.1",
    ];

    private static readonly Lazy<Task<IBrowser>> Shared = new(async () => await LaunchAsync(await Playwright.CreateAsync()));

    public static string Path =>
        Environment.GetEnvironmentVariable("FASPAY_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    public static bool IsInstalled => File.Exists(Path);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Headless = true, Args = Quiet });

    /// <summary>A window of its own, cookies and all, in the one Chromium that all tests share; that one ends with the process.</summary>
    public static async Task<IBrowserContext> WindowAsync(BrowserNewContextOptions options) =>
        await (await Shared.Value).NewContextAsync(options);
}
