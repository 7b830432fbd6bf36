using Bunit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

public sealed class ThresholdPageTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Fpy.Admin);
    }

    [Fact]
    public async Task The_limit_is_changed_from_30_to_4_and_OK_shows_it()
    {
        await Fpy.ThresholdAsync(30, active: false);
        var page = Open();
        page.WaitForAssertion(() => Limit(page).Should().Be("30"));

        page.ByLabel("Threshold Limit").Change("4");
        page.ByLabel("Active").Change(true);
        page.Find("form").Submit();
        page.WaitForAssertion(() => page.ByRole("dialog", "Success").TextContent.Should().Contain("The threshold was saved."));
        page.Press("OK");

        page.WaitForAssertion(() => Limit(page).Should().Be("4"));
        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
        (await Db.ReadAsync(d => d.Set<Threshold>().SingleAsync())).Should().BeEquivalentTo(new { Limit = 4, Active = true });
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1000001")]
    [InlineData("")]
    public async Task Refused_it_keeps_what_was_typed(string typed)
    {
        await Fpy.ThresholdAsync(30);
        var page = Open();
        page.WaitForAssertion(() => Limit(page).Should().Be("30"));

        page.ByLabel("Threshold Limit").Change(typed);
        page.ByLabel("Active").Change(false);
        page.Find("form").Submit();

        page.WaitForAssertion(() => page.ErrorAt("Threshold Limit").Should().Contain("0 to 1.000.000"));
        Limit(page).Should().Be(typed);
        page.ByLabel("Active").HasAttribute("checked").Should().BeFalse();
        (await Db.ReadAsync(d => d.Set<Threshold>().SingleAsync())).Limit.Should().Be(30);
    }

    [Fact]
    public async Task A_limit_that_cannot_be_read_is_marked_when_the_field_is_left_and_one_with_dots_is_read()
    {
        await Fpy.ThresholdAsync(30);
        var page = Open();
        page.WaitForAssertion(() => Limit(page).Should().Be("30"));

        page.ByLabel("Threshold Limit").Change("1.00");
        page.WaitForAssertion(() => page.ErrorAt("Threshold Limit").Should().Contain("0 to 1.000.000"));
        page.ByLabel("Threshold Limit").GetAttribute("aria-invalid").Should().Be("true");

        page.ByLabel("Threshold Limit").Change("1.000.000");
        page.WaitForAssertion(() => page.ErrorAt("Threshold Limit").Should().BeEmpty());
        page.Find("form").Submit();
        page.Press("OK");

        page.WaitForAssertion(() => Limit(page).Should().Be("1.000.000"));
        (await Db.ReadAsync(d => d.Set<Threshold>().SingleAsync())).Limit.Should().Be(1_000_000);
    }

    [Fact]
    public async Task A_number_taken_while_somebody_types_leaves_the_typing_alone()
    {
        await Db.ReadAsync(d => d.Set<BillingSettings>()
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.NotificationAddresses, new List<string> { "tax@fpy.example" })));
        await Fpy.ThresholdAsync(2);
        await Fpy.AvailableNumbersAsync(2026, 5);
        var invoice = await Fpy.InvoiceAsync();
        var page = Open();
        page.WaitForAssertion(() => page.Markup.Should().Contain("5 numbers of 2026 available now"));
        page.ByLabel("Threshold Limit").Change("3");

        await Db.Get<GenerateTaxNumber>().HandleAsync(Fpy.Finance, invoice.Number, default);

        page.WaitForAssertion(() => page.Markup.Should().Contain("4 numbers of 2026 available now"));
        Limit(page).Should().Be("3");
    }

    [Theory]
    [InlineData(" 7 ", 7)]
    [InlineData("007", 7)]
    public async Task What_was_typed_is_compared_as_its_number_and_nobody_else_is_blamed(string typed, int limit)
    {
        await Fpy.ThresholdAsync(30);
        var page = Open();
        page.WaitForAssertion(() => Limit(page).Should().Be("30"));

        page.ByLabel("Threshold Limit").Change(typed);
        page.Find("form").Submit();
        page.Press("OK");

        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
        page.Markup.Should().NotContain("saved elsewhere");
        (await Db.ReadAsync(d => d.Set<Threshold>().SingleAsync())).Limit.Should().Be(limit);
    }

    [Fact]
    public async Task What_is_saved_elsewhere_meanwhile_is_told_and_the_typing_stays()
    {
        await Fpy.ThresholdAsync(30);
        var page = Open();
        page.WaitForAssertion(() => Limit(page).Should().Be("30"));
        page.ByLabel("Threshold Limit").Change("3");

        (await Db.Get<SaveThreshold>().HandleAsync(Fpy.Admin, "12", active: true, version: 0, default)).Ok.Should().BeTrue();

        page.WaitForAssertion(
            () => page.Markup.Should().Contain("It was saved elsewhere meanwhile: limit 12, active."), TimeSpan.FromSeconds(10));
        Limit(page).Should().Be("3");
        page.Find("form").Submit();
        page.WaitForAssertion(() => page.ByRole("dialog", "Success").TextContent.Should().Contain("The threshold was saved."));
        (await Db.ReadAsync(d => d.Set<Threshold>().SingleAsync())).Limit.Should().Be(3);
    }

    [Fact]
    public async Task Without_an_address_the_page_says_so_in_plain_words()
    {
        await Fpy.ThresholdAsync(30);

        var page = Open();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("No mail can go out yet"));
    }

    [Fact]
    public async Task Finance_only_reads_it()
    {
        SignIn(Fpy.Finance);
        await Fpy.ThresholdAsync(30);

        var page = Open();

        page.WaitForAssertion(() => Limit(page).Should().Be("30"));
        page.ByLabel("Threshold Limit").HasAttribute("disabled").Should().BeTrue();
        page.FindByRole("button", "Save").Should().BeNull();
        page.Markup.Should().Contain("Only an Admin can change the threshold.");
    }

    [Fact]
    public async Task With_the_module_off_only_that_is_said()
    {
        await Db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.EFakturModule, false)));

        var page = Open();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("The E-Faktur Module is not enabled."));
        page.FindAll("form").Should().BeEmpty();
    }

    [Fact]
    public async Task A_closed_page_listens_no_more()
    {
        var page = Open();
        page.WaitForAssertion(() => Db.Live.Listeners.Should().Be(1));

        await DisposeComponentsAsync();

        Db.Live.Listeners.Should().Be(0);
    }

    private static string Limit(IRenderedComponent<Screen> page) => page.ByLabel("Threshold Limit").GetAttribute("value") ?? "";

    private IRenderedComponent<Screen> Open() => Show<ThresholdPage>();
}
