using Bunit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

public sealed class EFakturTabsTests : PageTest
{
    [Fact]
    public async Task The_deadline_line_follows_the_days()
    {
        await Fpy.InvoiceAsync(date: new(2026, 10, 5));
        var page = Show<EFakturTabs>();
        page.WaitForAssertion(() => Line(page).Should().Contain("in 4 days: 1 is not exported yet"));

        Clock.Advance(TimeSpan.FromDays(1));
        page.WaitForAssertion(() => Line(page).Should().Contain("in 3 days: 1 is not exported yet"));

        Clock.Advance(TimeSpan.FromDays(4));
        page.WaitForAssertion(() => Line(page).Should().Contain("1 of an earlier month was not exported"));
    }

    [Fact]
    public async Task The_deadline_line_follows_what_was_exported()
    {
        var fpy = await Db.ExporterAsync("EXP", TaxChannel.Desktop);
        SignIn(fpy.Finance);
        var invoice = await fpy.ExportableAsync("000-26.00000001", new(2026, 10, 5));
        var page = Show<EFakturTabs>();
        page.WaitForAssertion(() => Line(page).Should().Contain("1 is not exported yet"));

        (await Db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [invoice.Id], default)).Ok.Should().BeTrue();

        page.WaitForAssertion(() => Line(page).Should().Contain("none is waiting to be exported"));
    }

    [Fact]
    public void A_line_that_is_left_no_longer_follows()
    {
        var page = Show<EFakturTabs>();
        page.WaitForAssertion(() => page.FindByRole("navigation", "E-Faktur").Should().NotBeNull());

        page.Render(s => s.AddChildContent(""));
        Clock.Advance(TimeSpan.FromDays(2));

        Db.Live.Listeners.Should().Be(0);
        page.Markup.Should().NotContain("Tax invoices of");
    }

    [Fact]
    public async Task With_the_module_off_there_are_no_tabs_and_they_come_back_with_it()
    {
        var off = await Db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        SignIn(off.Admin);
        var page = Show<EFakturTabs>();
        page.WaitForAssertion(() => page.AllByRole("link").Should().BeEmpty());
        var settings = await Db.ReadAsync(d => d.Set<BillingSettings>().SingleAsync(s => s.MerchantId == off.Id));

        (await Db.Get<SaveFeatures>().HandleAsync(off.Admin, true, false, TaxChannel.Desktop, settings.Version, default))
            .Ok.Should().BeTrue();

        page.WaitForAssertion(() => page.AllByRole("link").Should().HaveCount(5));
    }

    [Fact]
    public void What_the_frame_knows_already_is_not_waited_for()
    {
        var page = Render<CascadingValue<MerchantContext>>(p => p
            .Add(c => c.Value, new MerchantContext("PT FPY", null, EFakturModule: false)).AddChildContent<EFakturTabs>());

        page.FindAll("a").Should().BeEmpty();
    }

    private static string Line(IRenderedComponent<Screen> page) => page.ByTestId("upload-deadline").TextContent;
}
