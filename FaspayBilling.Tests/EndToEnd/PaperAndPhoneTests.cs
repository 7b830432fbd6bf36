using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>What only a browser can show of pages that leave the desk: on paper, on a phone, without a connection.</summary>
public sealed class PaperAndPhoneTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Invoice = "INV-FPY-032300400";

    private IPage Page => site.Admin.Page;

    [ChromiumTheory]
    [InlineData("/billings/" + Invoice, Invoice, 1440)]
    [InlineData("/billings/" + Invoice, Invoice, 390)]
    [InlineData("/reports/aging/print", "Invoice Aging", 1440)]
    public async Task Paper_holds_no_menu_and_no_buttons(string path, string heading, int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        await site.Admin.GoAsync(path, heading);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var part in (string[])["#drawer", ".mud-appbar", ".mud-breadcrumbs", ".page-actions button, .page-actions a"])
        {
            foreach (var shown in await Page.Locator(part).AllAsync())
            {
                await Assertions.Expect(shown).ToBeHiddenAsync();
            }
        }

        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        await Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    [ChromiumFact]
    public async Task Twenty_five_billings_on_a_phone_are_cards_of_four_lines()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await site.Admin.GoAsync("/billings?size=25", "Billings");
        await Assertions.Expect(Page.Locator(".paged-table tbody tr:not(.skeleton)")).ToHaveCountAsync(25);

        (await Page.EvaluateAsync<int>("document.documentElement.scrollHeight")).Should().BeLessThan(3_400);
        (await Page.EvaluateAsync<int>("Math.max(...[...document.querySelectorAll('.paged-table tbody tr')].map(r => r.offsetHeight))"))
            .Should().BeLessThan(135, "a note has its mark under its number");
    }

    [ChromiumTheory]
    [InlineData(1440)]
    [InlineData(1280)]
    public async Task Zoomed_to_200_percent_the_status_is_seen_without_scrolling_sideways(int window)
    {
        // A browser that zooms to 200 % lays out for half the width.
        var width = window / 2;
        await Page.SetViewportSizeAsync(width, 450);
        await site.Admin.GoAsync("/billings?size=25", "Billings");
        await Assertions.Expect(Page.Locator(".paged-table tbody tr:not(.skeleton)")).ToHaveCountAsync(25);

        var status = (await Page.GetByTestId("status").First.BoundingBoxAsync())!;

        status.X.Should().BeGreaterThanOrEqualTo(0);
        (status.X + status.Width).Should().BeLessThanOrEqualTo(width);
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
    }

    [ChromiumTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task The_notice_of_a_lost_connection_leaves_Save_and_Send_free(int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        await site.Admin.GoAsync("/billings/new", "New invoice");
        var send = Page.GetByRole(AriaRole.Button, new() { Name = "Save & Send" });
        await send.ScrollIntoViewIfNeededAsync();
        await Page.EvaluateAsync("document.getElementById('components-reconnect-modal').classList.add('components-reconnect-show')");

        var notice = (await Page.Locator("#components-reconnect-modal").BoundingBoxAsync())!;
        var button = (await send.BoundingBoxAsync())!;

        (notice.Y + notice.Height).Should().BeLessThan(button.Y);
    }
}
