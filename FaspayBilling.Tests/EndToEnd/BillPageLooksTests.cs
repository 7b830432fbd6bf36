using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>The bill page in a customer's browser: under axe, on a phone, on paper.</summary>
public sealed class BillPageLooksTests(DemoSite site) : IClassFixture<DemoSite>
{
    [ChromiumTheory]
    [InlineData(InvoiceStatus.Overdue, Language.English)]
    [InlineData(InvoiceStatus.Cancelled, Language.Indonesian)]
    public async Task A_bill_has_no_serious_finding_and_fits_a_phone(InvoiceStatus status, Language language)
    {
        var (key, number) = await BillAsync(status, language);
        await using var customer = await Guest.StrangerAsync(site.Web.Address);
        await customer.GoAsync($"/bill/{key}", $"{InvoiceTitle.Invoice.Text(language)} {number}");

        (await Looks.FindingsAsync(customer.Page)).Should().BeEmpty();

        await customer.Page.SetViewportSizeAsync(390, 844);
        (await customer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
            .Should().BeTrue("nothing is wider than the phone");
    }

    [ChromiumFact]
    public async Task A_printed_bill_leaves_its_buttons_out()
    {
        var (key, number) = await BillAsync(InvoiceStatus.Paid, Language.English);
        await using var customer = await Guest.StrangerAsync(site.Web.Address);
        await customer.GoAsync($"/bill/{key}", $"Invoice {number}");
        var download = customer.Page.GetByRole(AriaRole.Link, new() { Name = "Download PDF" });
        await Assertions.Expect(download).ToBeVisibleAsync();

        await customer.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(download).ToBeHiddenAsync();
    }

    [ChromiumFact]
    public async Task A_wrong_link_has_no_serious_finding()
    {
        await using var stranger = await Guest.StrangerAsync(site.Web.Address);
        await stranger.GoAsync("/bill/none", "There is no such bill");

        (await Looks.FindingsAsync(stranger.Page)).Should().BeEmpty();
    }

    private async Task<(string Key, string Number)> BillAsync(InvoiceStatus status, Language language)
    {
        await using var db = await site.Web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        var invoice = await db.Set<Invoice>()
            .Where(i => i.MerchantId == 1 && i.Status == status && i.BillKey == null)
            .OrderBy(i => i.Id)
            .FirstAsync();
        invoice.With((nameof(Invoice.BillKey), PublicLinkKey.New()), (nameof(Invoice.Language), language));
        var settings = await db.Set<BillingSettings>().SingleAsync(s => s.MerchantId == 1);
        settings.PaymentInstructions = "Bank Central Asia 123 456 7890\na.n. PT Faspay Contoh";
        await db.SaveChangesAsync();
        return (invoice.BillKey!, invoice.Number);
    }
}
