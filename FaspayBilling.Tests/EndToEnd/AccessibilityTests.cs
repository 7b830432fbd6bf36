using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Pdf;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Every page and every dialog under axe.</summary>
public sealed class AccessibilityTests(DemoSite site) : IClassFixture<DemoSite>
{
    private IPage Page => site.Admin.Page;

    [ChromiumTheory]
    [InlineData("/billings", "Billings")]
    [InlineData("/billings?q=nobody+has+this", "Billings")]
    [InlineData("/billings/INV-FPY-032300400", "INV-FPY-032300400")]
    [InlineData("/billings/INV-FPY-000000000", "INV-FPY-000000000")]
    [InlineData("/billings/new", "New invoice")]
    [InlineData("/billings/new?note=credit&for=INV-FPY-032300400", "New credit note for INV-FPY-032300400")]
    [InlineData("/billings/INV-FPY-032300400/edit", "Edit INV-FPY-032300400")]
    [InlineData("/e-faktur/numbers", "E-Faktur No")]
    [InlineData("/e-faktur/files", "E-Faktur Files")]
    [InlineData("/e-faktur/files?q=nobody+has+this", "E-Faktur Files")]
    [InlineData("/e-faktur/export", "Export CSV")]
    [InlineData("/e-faktur/coretax", "Coretax List")]
    [InlineData("/e-faktur/year", "Year's end")]
    [InlineData("/e-faktur/threshold", "Setting Threshold")]
    [InlineData("/reports/aging", "Invoice Aging")]
    [InlineData("/customers", "Customers")]
    [InlineData("/customers?q=nobody+has+this", "Customers")]
    [InlineData("/customers/groups", "Customer Group")]
    [InlineData("/customers/import", "Import customers")]
    [InlineData("/customers/1", "PT. Media Indonusa (ASTEL Group)")]
    [InlineData("/mail", "Mail outbox")]
    [InlineData("/mail/callbacks", "Callbacks")]
    [InlineData("/settings/api", "API access")]
    [InlineData("/settings/security", "Security")]
    [InlineData("/account", "My account")]
    [InlineData("/account/sessions", "My sessions")]
    [InlineData("/account/second-factor", "Second factor")]
    [InlineData("/account/passkeys", "Passkeys")]
    [InlineData("/settings/billing?tab=features", "Billing Settings")]
    [InlineData("/settings/billing?tab=notifications", "Billing Settings")]
    [InlineData("/settings/billing?tab=cancellation", "Billing Settings")]
    [InlineData("/settings/billing?tab=payment", "Billing Settings")]
    [InlineData("/settings/merchant", "Merchant")]
    [InlineData("/settings/users", "Users")]
    [InlineData("/account/password", "Change password")]
    [InlineData("/account/error", "Something went wrong")]
    [InlineData("/nowhere", "Not found")]
    public async Task A_page_has_no_serious_finding(string path, string heading)
    {
        await site.Admin.GoAsync(path, heading);
        await Assertions.Expect(Page.GetByText("Reading the invoice…")).ToHaveCountAsync(0);
        await HasNoFindingsAsync(Page);
    }

    [ChromiumTheory]
    [InlineData("Draft")]
    [InlineData("Proforma")]
    [InlineData("PartiallyPaid")]
    [InlineData("Overdue")]
    [InlineData("Paid")]
    [InlineData("Cancelled")]
    public async Task A_billing_and_its_menu_have_no_serious_finding(string status)
    {
        await site.Admin.GoAsync($"/billings?status={status}", "Billings");
        var number = await Page.Locator("a.row-link").First.InnerTextAsync();
        await site.Admin.GoAsync($"/billings/{number}", number);
        await site.Admin.PressAsync("Actions");
        await Assertions.Expect(Page.GetByRole(AriaRole.Menuitem).First).ToBeVisibleAsync();
        await HasNoFindingsAsync(Page);
    }

    [ChromiumFact]
    public async Task Checked_rows_and_their_question_have_no_serious_finding()
    {
        await site.Admin.GoAsync("/billings", "Billings");
        await Page.GetByLabel("Check all rows on this page").CheckAsync();
        await Assertions.Expect(Page.GetByText("25 checked")).ToBeVisibleAsync();
        await HasNoFindingsAsync(Page);

        await site.Admin.PressAsync("Cancel Billing");
        await DialogHasNoFindingsAsync();
    }

    [ChromiumTheory]
    [InlineData("/e-faktur/numbers", "E-Faktur No", "+Tax Number")]
    [InlineData("/e-faktur/numbers", "E-Faktur No", "Setting Threshold")]
    [InlineData("/settings/users", "Users", "Invite")]
    [InlineData("/customers", "Customers", "+Create")]
    public async Task A_form_in_a_dialog_has_no_serious_finding_also_with_refusals(string path, string heading, string button)
    {
        await site.Admin.GoAsync(path, heading);
        await site.Admin.PressAsync(button);
        await DialogHasNoFindingsAsync();

        foreach (var field in await Page.Locator("[role=dialog]").GetByRole(AriaRole.Textbox).AllAsync())
        {
            await field.FillAsync("no");
        }

        await Page.Locator("[role=dialog]").GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(Page.Locator("[role=dialog] [aria-invalid=true]").First).ToBeVisibleAsync();
        await DialogHasNoFindingsAsync();
    }

    [ChromiumFact]
    public async Task Upload_Documents_and_what_was_uploaded_have_no_serious_finding()
    {
        const string Number = "INV-FPY-032300400";
        await site.Admin.GoAsync("/settings/billing?tab=features", "Billing Settings");
        if (!await Page.GetByLabel("Withholding tax").IsCheckedAsync())
        {
            await Page.GetByLabel("Withholding tax").CheckAsync();
            await site.Admin.PressAsync("Save");
            await site.Admin.PressAsync("OK");
        }

        await site.Admin.GoAsync($"/billings/{Number}", Number);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Actions", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Upload Document" }).ClickAsync();
        await Page.GetByLabel("Withholding Tax").CheckAsync();
        await DialogHasNoFindingsAsync();
        await site.Admin.PressAsync("Submit");
        await Assertions.Expect(Page.Locator("[role=dialog] [aria-invalid=true]").First).ToBeVisibleAsync();
        await DialogHasNoFindingsAsync();

        await Guest.ChooseFileAsync(Page.Locator("[role=dialog] input[type=file]"), "bukti potong.png", "image/png", SampleFiles.Png);
        await Page.GetByLabel("WHT No").FillAsync("BP-23-0001");
        await Page.GetByLabel("WHT Amount").FillAsync("20000");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "WHT Date" }).FillAsync("01/03/2023");
        await site.Admin.PressAsync("Submit");
        await site.Admin.PressAsync("OK");
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "bukti potong.png", Exact = true })).ToBeVisibleAsync();
        await HasNoFindingsAsync(Page);
    }

    [ChromiumFact]
    public async Task The_menu_of_a_phone_has_no_serious_finding()
    {
        await site.Admin.GoAsync("/billings", "Billings");
        await Page.SetViewportSizeAsync(390, 900);
        await site.Admin.PressAsync("Menu");
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "E-Faktur", Exact = true })).ToBeVisibleAsync();
        await HasNoFindingsAsync(Page);
    }

    [ChromiumFact]
    public async Task What_a_Viewer_may_not_see_has_no_serious_finding()
    {
        await using var viewer = await Guest.ComeAsync(site.Web, "viewer@fpy.example");
        await viewer.GoAsync("/settings/users", "Not allowed");
        await HasNoFindingsAsync(viewer.Page);
    }

    [ChromiumTheory]
    [InlineData("/account/sign-in", "Sign in")]
    [InlineData("/account/set-up?link=none", "Set up a merchant")]
    [InlineData("/account/invitation?link=none", "Invitation")]
    public async Task What_a_stranger_sees_has_no_serious_finding(string path, string heading)
    {
        await using var stranger = await Guest.StrangerAsync(site.Web.Address);
        await stranger.GoAsync(path, heading);
        await HasNoFindingsAsync(stranger.Page);
    }

    [ChromiumFact]
    public async Task A_picture_without_words_would_be_found_in_every_look()
    {
        await site.Admin.GoAsync("/nowhere", "Not found");
        await Page.EvaluateAsync("document.querySelector('main').append(new Image())");
        (await Looks.FindingsAsync(Page)).Should().HaveCount(4).And.OnlyContain(f => f.Contains("image-alt"));
    }

    private async Task DialogHasNoFindingsAsync()
    {
        await Assertions.Expect(Page.Locator("[role=dialog]")).ToBeVisibleAsync();
        await HasNoFindingsAsync(Page);
    }

    private static async Task HasNoFindingsAsync(IPage page) => (await Looks.FindingsAsync(page)).Should().BeEmpty();
}
