using Bunit;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Layout;
using MudBlazor;

namespace FaspayBilling.Tests.Components.Layout;

/// <summary>
/// The theme as a style sheet: as MudBlazor writes it into every page, but fetched once and compressed.
/// After a change of <see cref="ProductTheme"/>: <c>FASPAY_THEME=write dotnet test --filter ThemeTests</c>
/// </summary>
public sealed class ThemeTests : UiTest
{
    private static readonly string File = Path.Combine(Sources.Root, "FaspayBilling.Web", "wwwroot", "theme.css");

    [Fact]
    public void The_style_sheet_says_what_the_theme_says()
    {
        var light = RulesOf(ProductTheme.Light);
        var dark = RulesOf(ProductTheme.Dark).Except(light);
        string[] wanted =
        [
            "/* Written from ProductTheme by ThemeTests: change the colours there. */",
            ":root {", .. light, "}",
            ":root[data-theme=\"dark\"] {", .. dark, "}",
        ];
        var text = string.Join('\n', wanted) + "\n";
        if (Environment.GetEnvironmentVariable("FASPAY_THEME") == "write")
        {
            System.IO.File.WriteAllText(File, text);
        }

        System.IO.File.ReadAllText(File).ReplaceLineEndings("\n").Should().Be(text);
    }

    private List<string> RulesOf(MudTheme theme) =>
    [
        .. Render<MudThemeProvider>(p => p.Add(t => t.Theme, theme).Add(t => t.IsDarkMode, theme == ProductTheme.Dark))
            .Find("style.mud-theme-provider").TextContent
            .Split('\n')
            .Select(l => l.Trim())
            .Where(l => l.StartsWith("--", StringComparison.Ordinal)),
    ];
}
