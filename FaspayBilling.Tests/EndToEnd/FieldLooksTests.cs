using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>What only layout shows: fields in one row are of one height, and a frame leaves room for its label.</summary>
public sealed class FieldLooksTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Heights =
        "() => [...document.querySelectorAll('main .field .mud-input-outlined:not(:has(textarea))')].map(e => Math.round(e.offsetHeight))";

    private const string CutLabels = """
        () => [...document.querySelectorAll('main .mud-input-outlined-border > legend')].map(legend => {
            const label = legend.closest('.mud-input-control').querySelector('label');
            return { text: label.textContent, room: legend.getBoundingClientRect().width, needs: label.getBoundingClientRect().width };
        }).filter(l => l.needs > l.room).map(l => l.text)
        """;

    [ChromiumTheory]
    [InlineData("/billings", "Billings", 1440)]
    [InlineData("/billings", "Billings", 390)]
    [InlineData("/billings/new", "New invoice", 1440)]
    [InlineData("/billings/new", "New invoice", 390)]
    [InlineData("/e-faktur/files", "E-Faktur Files", 1440)]
    [InlineData("/reports/aging", "Invoice Aging", 1440)]
    [InlineData("/settings/merchant", "Merchant", 1440)]
    public async Task Fields_are_of_one_height_and_no_line_runs_through_a_label(string path, string heading, int width)
    {
        await site.Admin.Page.SetViewportSizeAsync(width, 900);
        await site.Admin.GoAsync(path, heading);
        await Assertions.Expect(site.Admin.Page.Locator("main .field .mud-input-outlined").First).ToBeVisibleAsync();

        (await site.Admin.Page.EvaluateAsync<int[]>(Heights)).Should().OnlyContain(h => h == 34);
        (await site.Admin.Page.EvaluateAsync<string[]>(CutLabels)).Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task Add_line_is_a_button_and_not_a_bar()
    {
        await site.Admin.Page.SetViewportSizeAsync(1440, 900);
        await site.Admin.GoAsync("/billings/new", "New invoice");

        var button = await site.Admin.Page.GetByRole(AriaRole.Button, new() { Name = "Add line" }).BoundingBoxAsync();
        var table = await site.Admin.Page.GetByRole(AriaRole.Table).BoundingBoxAsync();

        button!.Width.Should().BeLessThan(200);
        button.X.Should().BeApproximately(table!.X, 1);
    }
}
