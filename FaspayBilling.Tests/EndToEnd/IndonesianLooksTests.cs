using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Indonesian words are longer than English ones: on a phone every label is still there in full.</summary>
public sealed class IndonesianLooksTests(IndonesianSite site) : IClassFixture<IndonesianSite>
{
    private const string Invoice = "INV-FPY-032300400";

    // A label is cut when its own box is too narrow for it, or when a box around it that cannot be scrolled ends before it. Cells of a
    // column that is cut on purpose show their text as a tooltip; what only a screen reader says is not seen; a merchant's name is data.
    private const string CutLabels = """
        within => {
            const labels = 'button, .mud-button-root, nav a, label, legend, th, dt, h1, h2, h3, .chip, [role=menuitem], .mud-menu-item';
            const onPurpose = '.cut, .brand, .mud-input-outlined-border';
            const isSeen = e => {
                for (let box = e; box; box = box.parentElement) if (getComputedStyle(box).clipPath !== 'none') return false;
                return e.checkVisibility() && e.innerText.trim() && !(e.children.length === 1 && e.querySelector('.only-read'));
            };
            const isOutside = e => {
                const own = e.getBoundingClientRect();
                for (let box = e.parentElement; box; box = box.parentElement) {
                    const overflow = getComputedStyle(box).overflowX;
                    const room = box.getBoundingClientRect();
                    if (overflow === 'auto' || overflow === 'scroll') return false;
                    if (overflow !== 'visible' && (own.right > room.right + 1 || own.left < room.left - 1)) return true;
                }
                return own.right > innerWidth + 1 || own.left < -1;
            };
            return [...document.querySelector(within).querySelectorAll(labels)]
                .filter(e => isSeen(e) && !e.closest(onPurpose))
                .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' || isOutside(e))
                .map(e => `${e.tagName.toLowerCase()} “${e.textContent.trim().replace(/\s+/g, ' ')}”`);
        }
        """;

    private IPage Page => site.Admin.Page;

    [ChromiumTheory]
    [InlineData("/billings", "Billings")]
    [InlineData("/billings/new", "New invoice")]
    [InlineData("/billings/new?note=credit&for=INV-FPY-032300400", "Nota Kredit Baru untuk INV-FPY-032300400")]
    [InlineData($"/billings/{Invoice}", Invoice)]
    [InlineData("/customers", "Customers")]
    [InlineData("/customers/groups", "Customer Group")]
    [InlineData("/customers/import", "Import customers")]
    [InlineData("/customers/1", "PT. Media Indonusa (ASTEL Group)")]
    [InlineData("/e-faktur/numbers", "E-Faktur No")]
    [InlineData("/e-faktur/export", "Export CSV")]
    [InlineData("/e-faktur/files", "E-Faktur Files")]
    [InlineData("/e-faktur/coretax", "Coretax List")]
    [InlineData("/e-faktur/year", "Year's end")]
    [InlineData("/e-faktur/threshold", "Setting Threshold")]
    [InlineData("/reports/aging", "Invoice Aging")]
    [InlineData("/mail", "Mail outbox")]
    [InlineData("/mail/callbacks", "Callbacks")]
    [InlineData("/settings/billing?tab=features", "Billing Settings")]
    [InlineData("/settings/billing?tab=notifications", "Billing Settings")]
    [InlineData("/settings/billing?tab=cancellation", "Billing Settings")]
    [InlineData("/settings/billing?tab=payment", "Billing Settings")]
    [InlineData("/settings/merchant", "Merchant")]
    [InlineData("/settings/users", "Users")]
    [InlineData("/settings/api", "API access")]
    [InlineData("/account", "My account")]
    [InlineData("/account/password", "Change password")]
    [InlineData("/account/second-factor", "Second factor")]
    [InlineData("/account/passkeys", "Passkeys")]
    public async Task A_page_cuts_no_label_on_a_phone(string path, string heading)
    {
        await OpenAsync(path, heading);
        await CutsNothingAsync();
    }

    [ChromiumFact]
    public async Task The_menu_of_a_phone_cuts_no_label()
    {
        await OpenAsync("/billings", "Billings");
        await site.Admin.PressAsync("Menu");
        var last = Page.GetByRole(AriaRole.Link, new() { Name = site.Admin.Say("Settings"), Exact = true });
        await Assertions.Expect(last).ToBeVisibleAsync();
        await CutsNothingAsync();
    }

    [ChromiumFact]
    public async Task The_user_menu_cuts_no_label()
    {
        await OpenAsync("/billings", "Billings");
        await Page.GetByTestId("user-menu").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = "English" })).ToBeVisibleAsync();
        await CutsNothingAsync();
    }

    [ChromiumFact]
    public async Task The_actions_of_an_invoice_cut_no_label()
    {
        await OpenAsync($"/billings/{Invoice}", Invoice);
        await site.Admin.PressAsync("Actions");
        await Assertions.Expect(Page.GetByRole(AriaRole.Menuitem).First).ToBeVisibleAsync();
        await CutsNothingAsync();
    }

    [ChromiumFact]
    public async Task The_actions_of_checked_rows_cut_no_label()
    {
        await OpenAsync("/billings", "Billings");
        await Page.GetByLabel(site.Admin.Say("Check all rows on this page")).CheckAsync();
        await Assertions.Expect(Page.GetByText(site.Admin.Say($"{"25"} checked"))).ToBeVisibleAsync();
        await CutsNothingAsync();
    }

    [ChromiumTheory]
    [InlineData("/e-faktur/numbers", "E-Faktur No", "+Tax Number")]
    [InlineData("/e-faktur/numbers", "E-Faktur No", "Setting Threshold")]
    [InlineData("/e-faktur/files", "E-Faktur Files", "Upload E-Faktur")]
    [InlineData("/settings/users", "Users", "Invite")]
    [InlineData("/settings/api", "API access", "Let an intermediary act")]
    [InlineData("/customers", "Customers", "+Create")]
    public async Task A_form_in_a_dialog_cuts_no_label_on_a_phone(string path, string heading, string button)
    {
        await OpenAsync(path, heading);
        await site.Admin.PressAsync(button);
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CutsNothingAsync("[role=dialog]");
    }

    [ChromiumFact]
    public async Task A_label_in_too_narrow_a_box_or_beyond_one_would_be_found()
    {
        await OpenAsync("/settings/merchant", "Merchant");
        await Page.EvaluateAsync("""
            document.querySelector('main').insertAdjacentHTML('beforeend',
                '<button style="width:20px;padding:0;white-space:nowrap;overflow:hidden">Terlalu panjang</button>'
                + '<div style="width:20px;overflow:hidden"><button style="width:90px">Di luar</button></div>')
            """);

        (await Page.EvaluateAsync<string[]>(CutLabels, "main")).Should().Equal("button “Terlalu panjang”", "button “Di luar”");
    }

    private async Task OpenAsync(string path, string heading)
    {
        await Page.SetViewportSizeAsync(390, 900);
        await site.Admin.GoAsync(path, heading);
        await Assertions.Expect(Page.Locator("html[lang=id]")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.GetByText(site.Admin.Say("Reading the invoice…"))).ToHaveCountAsync(0);
    }

    private async Task CutsNothingAsync(string within = "body")
    {
        string.Join(", ", await Page.EvaluateAsync<string[]>(CutLabels, within)).Should().BeEmpty();
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
            .Should().BeLessThanOrEqualTo(390, "the page fits the phone");
    }
}
