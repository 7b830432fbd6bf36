using Microsoft.Playwright;

namespace FaspayBilling.Tests.Support;

/// <summary>The machine's own Chromium, started without anything that calls out.</summary>
internal static class Browser
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static string Path =>
        Environment.GetEnvironmentVariable("FASPAY_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    public static bool IsInstalled => File.Exists(Path);

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Headless = true, Args = Quiet });
}
