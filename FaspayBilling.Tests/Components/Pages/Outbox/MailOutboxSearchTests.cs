using Bunit;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Outbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Outbox;

/// <summary>Search, kind and days of the mail outbox stand in its address, and a mail leads to its invoice.</summary>
public sealed class MailOutboxSearchTests : PageTest
{
    [Fact]
    public async Task Each_filter_changes_the_address_and_keeps_the_others()
    {
        await Fpy.MailAsync(MailState.Sent, to: "tax@setia.example");
        await Fpy.MailAsync(MailState.Sent, to: "other@setia.example", kind: MailKind.Invitation);
        var page = Open("/mail?size=50&state=Sent");
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));

        page.ByTestId("search").Change("TAX@");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        Address.Should().EndWith("/mail?q=TAX@&size=50&state=Sent");
        page.Pick("Kind", "Threshold");
        page.ByLabel("Written from").Change("16/11/2026");
        page.ByLabel("Written to").Change("17/11/2026");
        Address.Should().EndWith("/mail?from=2026-11-16&kind=Threshold&q=TAX@&size=50&state=Sent&to=2026-11-17");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain("tax@setia.example"));

        page.Pick("Kind", "Invitation");
        page.WaitForAssertion(() => page.Markup.Should().Contain("No mail matches this search."));
    }

    [Fact]
    public async Task The_filters_of_an_address_hold_and_what_is_none_is_no_filter()
    {
        await Fpy.MailAsync(to: "tax@setia.example", subject: "Few left");
        await Fpy.MailAsync(to: "new@setia.example", kind: MailKind.Invitation, at: Clock.GetUtcNow().UtcDateTime.AddDays(-10));

        var page = Open("/mail?q=few&kind=Threshold&from=2026-11-16");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain("tax@setia.example"));
        page.ByTestId("search").GetAttribute("value").Should().Be("few");
        page.ChosenAt("Kind").Should().Be("Threshold");
        page.ByLabel("Written from").GetAttribute("value").Should().Be("16/11/2026");

        Services.GetRequiredService<NavigationManager>().NavigateTo("/mail?kind=7&from=yesterday");
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
    }

    [Fact]
    public async Task A_mail_of_an_invoice_leads_to_it_from_the_list_and_from_its_text()
    {
        var invoice = await Fpy.InvoiceAsync();
        await Fpy.MailAsync(to: "billing@pelanggan.example", kind: MailKind.Invoice, invoiceId: invoice.Id);
        var page = Open("/mail");
        page.WaitForAssertion(
            () => page.ByRole("link", invoice.Number).GetAttribute("href").Should().Be($"/billings/{invoice.Number}"));

        page.Choose("View text", "Actions for the mail to billing@pelanggan.example");

        page.WaitForAssertion(() => page.ByTestId("mail").QuerySelector($"a[href='/billings/{invoice.Number}']").Should().NotBeNull());
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private IRenderedComponent<Screen> Open(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<MailOutbox>();
    }
}
