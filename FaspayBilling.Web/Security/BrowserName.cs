using System.Globalization;

namespace FaspayBilling.Web.Security;

/// <summary>A browser as its user knows it, from what it says of itself: for lists of sessions, never for decisions.</summary>
internal static class BrowserName
{
    public const int MaximumLength = 60;

    // The first that fits: each of them also names those after it.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Version/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>Such as "Chrome 131 on Windows"; empty for what says nothing that is known.</summary>
    public static string Of(string? userAgent)
    {
        var text = userAgent ?? "";
        var browser = Browsers.FirstOrDefault(b => text.Contains(b.Mark, StringComparison.Ordinal));
        if (browser.Name is null)
        {
            return "";
        }

        var version = text[(text.IndexOf(browser.Mark, StringComparison.Ordinal) + browser.Mark.Length)..]
            .TakeWhile(char.IsAsciiDigit)
            .Take(4);
        var name = $"{browser.Name} {string.Concat(version)}".TrimEnd();
        var system = Systems.FirstOrDefault(s => text.Contains(s.Mark, StringComparison.Ordinal)).Name;
        return system is null ? name : string.Create(CultureInfo.InvariantCulture, $"{name} on {system}");
    }
}
