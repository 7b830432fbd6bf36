using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Looks at what a page shows now: light and dark, on a desk and on a phone.</summary>
internal static class Looks
{
    private static readonly (int Width, ColorScheme Scheme)[] All =
        [(1440, ColorScheme.Light), (1440, ColorScheme.Dark), (390, ColorScheme.Dark), (390, ColorScheme.Light)];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Every serious or critical finding of axe, all rules on, and everything that sticks out of the window.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        List<string> findings = [];
        await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);

        // The package's own call opens one more window for each look: ten times slower. No rule is left out, only the list of what is fine.
        await page.EvaluateAsync(Axe);
        foreach (var (width, scheme) in All)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Assertions.Expect(
                page.Locator($"html[data-theme={(scheme == ColorScheme.Dark ? "dark" : "light")}]")).ToHaveCountAsync(1);
            var seen = await page.EvaluateAsync<JsonElement>("axe.run({ resultTypes: ['violations'] })");
            findings.AddRange(seen.GetProperty("violations").EnumerateArray()
                .Where(v => v.GetProperty("impact").GetString() is "serious" or "critical")
                .SelectMany(v => v.GetProperty("nodes")
                    .EnumerateArray()
                    .Select(n => $"{scheme} {width}: {v.GetProperty("id")}: {v.GetProperty("help")}: {n.GetProperty("html")}")));
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > width)
            {
                findings.Add($"{scheme} {width}: the page is {wide} pixels wide");
            }
        }

        await page.SetViewportSizeAsync(1440, 900);
        return findings;
    }
}
