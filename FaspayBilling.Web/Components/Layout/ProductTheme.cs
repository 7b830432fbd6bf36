using MudBlazor;

namespace FaspayBilling.Web.Components.Layout;

/// <summary>The product's colours and sizes: one theme, light and dark.</summary>
public static class ProductTheme
{
    private static readonly string[] Fonts = ["system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif"];

    public static MudTheme Light { get; } = Of(":root");

    /// <summary>The same theme for pages that theme.js marks as dark.</summary>
    public static MudTheme Dark { get; } = Of(":root[data-theme='dark']");

    private static MudTheme Of(string scope) => new()
    {
        PseudoCss = new PseudoCss { Scope = scope },
        PaletteLight = LightColours(),
        PaletteDark = DarkColours(),
        Typography = TextStyle(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "52px", DrawerWidthLeft = "196px" },
    };

    private static PaletteLight LightColours() => new()
    {
        Primary = "#0f6674",
        PrimaryDarken = "#0b4f5a",
        PrimaryContrastText = "#ffffff",
        Success = "#14693c",
        Warning = "#855000",
        Error = "#b3261e",
        ErrorDarken = "#8f1d17",
        Info = "#1d56a5",
        Background = "#f4f6f8",
        BackgroundGray = "#f0f3f5",
        Surface = "#ffffff",
        AppbarBackground = "#ffffff",
        AppbarText = "#17222c",
        DrawerBackground = "#ffffff",
        DrawerText = "#17222c",
        DrawerIcon = "#55636f",
        TextPrimary = "#17222c",
        TextSecondary = "#55636f",
        TextDisabled = "#55636f",
        ActionDefault = "#55636f",
        ActionDisabled = "#55636f",
        ActionDisabledBackground = "#e8ecef",
        LinesDefault = "#dde3e8",
        LinesInputs = "#8593a0",
        TableLines = "#dde3e8",
        Divider = "#dde3e8",
        GrayLight = "#e8ecef",
    };

    private static PaletteDark DarkColours() => new()
    {
        Primary = "#5cc4d3",
        PrimaryDarken = "#86d6e2",
        PrimaryContrastText = "#06262b",
        Success = "#74d39c",
        SuccessContrastText = "#10161b",
        Warning = "#f0bf6c",
        WarningContrastText = "#10161b",
        Error = "#ff9d94",
        ErrorDarken = "#ffb7b0",
        ErrorContrastText = "#182027",
        Info = "#93bdfa",
        InfoContrastText = "#10161b",
        Background = "#10161b",
        BackgroundGray = "#131a20",
        Surface = "#182027",
        AppbarBackground = "#182027",
        AppbarText = "#e6ecf0",
        DrawerBackground = "#182027",
        DrawerText = "#e6ecf0",
        DrawerIcon = "#a3b1bd",
        TextPrimary = "#e6ecf0",
        TextSecondary = "#a3b1bd",
        TextDisabled = "#a3b1bd",
        ActionDefault = "#a3b1bd",
        ActionDisabled = "#a3b1bd",
        ActionDisabledBackground = "#2a353e",
        LinesDefault = "#2b3741",
        LinesInputs = "#71808d",
        TableLines = "#2b3741",
        Divider = "#2b3741",
        GrayLight = "#2a353e",
    };

    private static Typography TextStyle() => new()
    {
        Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.45", LetterSpacing = "normal" },
        H1 = new H1Typography { FontSize = "1.43rem", FontWeight = "600", LineHeight = "1.25", LetterSpacing = "-0.005em" },
        H2 = new H2Typography { FontSize = "1.07rem", FontWeight = "600", LineHeight = "1.25", LetterSpacing = "normal" },
        H6 = new H6Typography { FontSize = "1.21rem", FontWeight = "600", LineHeight = "1.25", LetterSpacing = "normal" },
        Body1 = new Body1Typography { FontSize = "1rem", LineHeight = "1.45", LetterSpacing = "normal" },
        Body2 = new Body2Typography { FontSize = "1rem", LineHeight = "1.45", LetterSpacing = "normal" },
        Subtitle1 = new Subtitle1Typography { FontSize = "1rem", LineHeight = "1.45", LetterSpacing = "normal" },
        Button = new ButtonTypography
        {
            FontSize = "1rem",
            FontWeight = "500",
            LineHeight = "1.2",
            LetterSpacing = "normal",
            TextTransform = "none"
        },
        Caption = new CaptionTypography { FontSize = "0.93rem", LineHeight = "1.4", LetterSpacing = "normal" },
    };
}
