using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>
/// The pictures of the README, taken from the running product with its demo data. <c>FASPAY_PICTURES=docs/pictures dotnet test --filter
/// Pictures</c> writes them into that folder of the repository; without the variable they are only looked at.
/// </summary>
public sealed partial class PicturesTests
{
    private const int LargestPicture = 250_000;
    private const string Invoice = "INV-FPY-032300400";

    private static readonly IReadOnlyList<Picture> Pictures =
    [
        new("billing-list", "/billings", "Billings"),
        new("billing-detail", $"/billings/{Invoice}", Invoice),
        new("e-faktur-numbers", "/e-faktur/numbers", "E-Faktur No"),
        new("e-faktur-files", "/e-faktur/files", "E-Faktur Files"),
        new("export-csv", "/e-faktur/export?size=10", "Export CSV"),
        new("coretax-list", "/e-faktur/coretax", "Coretax List"),
        new("years-end", "/e-faktur/year", "Year's end"),
        new("invoice-form", "/billings/new", "New invoice"),
        new("customers", "/customers?size=10", "Customers"),
        new("invoice-aging", "/reports/aging?size=10", "Invoice Aging"),
        new("setting-threshold", "/e-faktur/threshold", "Setting Threshold"),
        new("billing-list-phone", "/billings", "Billings") { Width = 390, Height = 844, Scheme = ColorScheme.Dark },
        new("billing-detail-dark", $"/billings/{Invoice}", Invoice) { Scheme = ColorScheme.Dark },
        new("billing-list-indonesian", "/billings", "Billings") { Language = Language.Indonesian },
    ];

    [ChromiumFact]
    public async Task Every_picture_is_of_a_page_that_is_there_and_small_enough_for_the_README()
    {
        await using var web = TestWeb.WithDemo();
        await using var english = await Guest.ComeAsync(web, "admin@fpy.example");
        await using var indonesian = await Guest.ComeAsync(web, "finance@fpy.example", language: Language.Indonesian);
        foreach (var picture in Pictures)
        {
            var guest = picture.Language == Language.English ? english : indonesian;
            await guest.Page.SetViewportSizeAsync(picture.Width, picture.Height);
            await guest.Page.EmulateMediaAsync(new() { ColorScheme = picture.Scheme });
            await guest.GoAsync(picture.Path, picture.Heading);
            await Assertions.Expect(guest.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            await Assertions.Expect(guest.Page.GetByText(guest.Say("Reading the invoice…"))).ToHaveCountAsync(0);

            var taken = await guest.Page.ScreenshotAsync();

            taken.Length.Should().BeLessThan(LargestPicture, picture.Name);
            if (Environment.GetEnvironmentVariable("FASPAY_PICTURES") is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(Sources.Root, folder, $"{picture.Name}.png"), taken);
            }
        }
    }

    [Fact]
    public async Task The_README_shows_only_pictures_that_are_taken_here()
    {
        var shown = Shown()
            .Matches(await File.ReadAllTextAsync(Path.Combine(Sources.Root, "README.md")))
            .Select(m => m.Groups[1].Value)
            .ToList();

        shown.Should().HaveCountGreaterThanOrEqualTo(5).And.BeSubsetOf(Pictures.Select(p => p.Name));
        shown.Should().OnlyContain(name => File.Exists(Path.Combine(Sources.Root, "docs", "pictures", $"{name}.png")));
    }

    [GeneratedRegex(@"docs/pictures/([a-z-]+)\.png")]
    private static partial Regex Shown();

    private sealed record Picture(string Name, string Path, string Heading)
    {
        public int Width { get; init; } = 1440;

        public int Height { get; init; } = 900;

        public ColorScheme Scheme { get; init; } = ColorScheme.Light;

        public Language Language { get; init; } = Language.English;
    }
}
