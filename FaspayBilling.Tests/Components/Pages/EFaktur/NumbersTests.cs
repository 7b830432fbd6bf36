using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

public sealed class NumbersTests : PageTest
{
    [Fact]
    public async Task Each_range_shows_its_numbers_and_the_bar_how_many_are_left_this_year()
    {
        await Fpy.AvailableNumbersAsync(2023, 20, "000-22.12345601");
        await Fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        await Fpy.InvoiceAsync(taxNumber: "000-26.00000001");
        await Fpy.ThresholdAsync(30);

        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
        page.RowsOf()[0].Should().StartWith("2026 | 000-26.00000001 | 000-26.00000005 | 5 | 4");
        page.RowsOf()[1].Should().StartWith("2023 | 000-22.12345601 | 000-22.12345620 | 20 | 20");
        page.ByRole("meter").GetAttribute("aria-valuenow").Should().Be("4");
        page.ByRole("meter")
            .GetAttribute("aria-valuetext")
            .Should().Contain("4 of 5 numbers available").And
            .Contain("No mail could go out.");
        page.ByRole("alert").TextContent.Should().Contain("Nobody is told when numbers run low");
    }

    [Theory]
    [InlineData(Role.Viewer, new string[0])]
    [InlineData(Role.Finance, new[] { "+Tax Number", "Edit range 000-26.00000001", "Delete range 000-26.00000001" })]
    [InlineData(Role.Admin, new[] { "Setting Threshold", "+Tax Number", "Edit range 000-26.00000001", "Delete range 000-26.00000001" })]
    public async Task Each_role_finds_its_buttons(Role role, string[] buttons)
    {
        SignIn(Fpy.Finance with { Role = role });
        await Fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");

        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        page.AllByRole("button").Select(Roles.NameOf).Should().Equal(buttons);
    }

    [Fact]
    public void A_range_that_is_refused_keeps_what_was_typed_and_then_is_added()
    {
        var page = Open();
        page.WaitForAssertion(() => page.Markup.Should().Contain("No range yet."));
        page.Press("+Tax Number");
        page.ByLabel("Start Number").Change("000-26.0000001");
        page.ByLabel("End Number").Change("000-26.00000010");

        page.SendForm("range");
        page.WaitForAssertion(() => page.ErrorAt("Start Number").Should().Contain("13 digits"));
        page.ErrorAt("End Number").Should().BeEmpty();
        page.ByLabel("Start Number").GetAttribute("value").Should().Be("000-26.0000001");
        page.ByLabel("End Number").GetAttribute("value").Should().Be("000-26.00000010");

        page.ByLabel("Start Number").Change("000-26.00000001");
        page.SendForm("range");
        page.Press("OK");
        page.WaitForAssertion(
            () => page.RowsOf().Should().ContainSingle().Which.Should().StartWith("2026 | 000-26.00000001 | 000-26.00000010 | 10 | 10"));
    }

    [Fact]
    public void Other_year_digits_are_saved_with_a_warning_before_OK()
    {
        var page = Open();
        page.Press("+Tax Number");
        page.Pick("Year Period", "2027");
        page.ByLabel("Start Number").Change("0002212345601");
        page.ByLabel("End Number").Change("0002212345620");

        page.SendForm("range");

        page.WaitForAssertion(() => page.ByRole("dialog", "Success").TextContent.Should().Contain("year digits 22").And.Contain("2027"));
        page.Press("OK");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().StartWith("2027"));
    }

    [Fact]
    public async Task A_used_range_has_a_fixed_start_and_an_end_above_what_is_used()
    {
        await Fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        await Fpy.InvoiceAsync(taxNumber: "000-26.00000004");
        var page = Open();

        page.Press("Edit range 000-26.00000001");
        page.ByLabel("Start Number").HasAttribute("disabled").Should().BeTrue();
        page.ByLabel("Start Number").GetAttribute("value").Should().Be("000-26.00000001");
        page.ByLabel("End Number").Change("000-26.00000003");
        page.SendForm("range");
        page.WaitForAssertion(() => page.ErrorAt("End Number").Should().Contain("000-26.00000004 is in use"));

        page.ByLabel("End Number").Change("000-26.00000004");
        page.SendForm("range");
        page.Press("OK");
        page.WaitForAssertion(() => page.RowsOf()[0].Should().StartWith("2026 | 000-26.00000001 | 000-26.00000004 | 4 | 3"));
    }

    [Fact]
    public async Task A_range_is_deleted_after_a_yes()
    {
        await Fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        var page = Open();

        page.Press("Delete range 000-26.00000001");
        page.Press("No");
        page.RowsOf().Should().ContainSingle();
        page.Press("Delete range 000-26.00000001");
        page.ByRole("dialog", "Delete range").TextContent.Should().Contain("000-26.00000001 to 000-26.00000010 of 2026");
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.Markup.Should().Contain("No range yet."));
    }

    [Fact]
    public async Task A_range_in_use_says_in_the_dialog_why_it_stays()
    {
        await Fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        await Fpy.InvoiceAsync(taxNumber: "000-26.00000004");
        var page = Open();

        page.Press("Delete range 000-26.00000001");
        page.Press("Yes");

        page.WaitForAssertion(
            () => page.ByRole("dialog", "Delete range").TextContent.Should().Contain("is in use, so the range cannot be deleted"));
    }

    [Fact]
    public async Task The_threshold_is_set_from_here_too()
    {
        SignIn(Fpy.Admin);
        await Fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var page = Open();

        page.Press("Setting Threshold");
        page.ByLabel("Threshold Limit").Change("four");
        page.ByLabel("Active").Change(true);
        page.SendForm("threshold");
        page.WaitForAssertion(() => page.ErrorAt("Threshold Limit").Should().Contain("0 to 1.000.000"));
        page.ByLabel("Threshold Limit").GetAttribute("value").Should().Be("four");
        page.ByLabel("Threshold Limit").Change("4");
        page.SendForm("threshold");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByRole("meter").GetAttribute("aria-valuetext").Should().Contain("when 4 or fewer"));
    }

    [Fact]
    public async Task With_the_module_off_only_that_is_said()
    {
        await Fpy.AvailableNumbersAsync(2026, 5);
        await Db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.EFakturModule, false)));

        var page = Open();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("The E-Faktur Module is not enabled."));
        page.FindByRole("table").Should().BeNull();
        page.AllByRole("button").Should().BeEmpty();
    }

    [Fact]
    public async Task A_number_taken_in_another_tab_shows_without_a_reload()
    {
        await Fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var invoice = await Fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var page = Open();
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());

        await Db.Get<GenerateTaxNumber>().HandleAsync(Fpy.Admin, invoice.Number, default);

        page.WaitForAssertion(() => page.RowsOf()[0].Should().StartWith("2026 | 000-26.00000001 | 000-26.00000005 | 5 | 4"));
    }

    [Fact]
    public async Task A_closed_page_listens_no_more()
    {
        var page = Open();
        page.WaitForAssertion(() => Db.Live.Listeners.Should().BePositive());

        await DisposeComponentsAsync();

        Db.Live.Listeners.Should().Be(0);
    }

    private IRenderedComponent<Screen> Open() => Show<Numbers>();
}
