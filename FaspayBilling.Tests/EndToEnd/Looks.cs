using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Looks at what a page shows now: light and dark, on a desk and on a phone.</summary>
internal static class Looks
{
    private static readonly (int Width, ColorScheme Scheme)[] all =
        [(1440, ColorScheme.Light), (1440, ColorScheme.Dark), (390, ColorScheme.Dark), (390, ColorScheme.Light)];

    /// <summary>Every serious or critical finding of axe, all rules on, and everything that sticks out of the window.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        List<string> findings = [];
        await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        foreach (var (width, scheme) in all)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Assertions.Expect(page.Locator($"html[data-theme={(scheme == ColorScheme.Dark ? "dark" : "light")}]")).ToHaveCountAsync(1);
            var seen = await page.RunAxe();
            findings.AddRange(seen.Violations.Where(v => v.Impact is "serious" or "critical")
                .SelectMany(v => v.Nodes.Select(n => $"{scheme} {width}: {v.Id}: {v.Help}: {n.Target} {n.Html}")));
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
