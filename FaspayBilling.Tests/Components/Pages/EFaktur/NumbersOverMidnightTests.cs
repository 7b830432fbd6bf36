using Bunit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

/// <summary>What the bar and the threshold's page say is about the year that it is now.</summary>
public sealed class NumbersOverMidnightTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.SetUtcNow(new DateTimeOffset(JakartaCalendar.At(new(2026, 12, 31), new(23, 0))));
        await Fpy.AvailableNumbersAsync(2026, 3);
    }

    [Fact]
    public void The_bar_turns_to_the_new_year_and_says_when_that_has_no_range()
    {
        var page = Show<Numbers>();
        page.WaitForAssertion(() => page.ByRole("meter", "Available numbers 2026").GetAttribute("aria-valuenow").Should().Be("3"));

        Clock.Advance(TimeSpan.FromHours(1));

        page.WaitForAssertion(() => page.ByRole("meter", "Available numbers 2027").GetAttribute("aria-valuetext")
            .Should().StartWith("No range has the Year Period 2027 yet."));
    }

    [Fact]
    public async Task The_page_of_the_threshold_counts_the_new_year()
    {
        await Fpy.AvailableNumbersAsync(2027, 7);
        await Db.ChangeAsync<BillingSettings>(s => s.MerchantId == Fpy.Id, s => s.NotificationAddresses = ["tax@fpy.example"]);
        SignIn(Fpy.Admin);
        var page = Show<ThresholdPage>();
        page.WaitForAssertion(() => page.Markup.Should().Contain("3 numbers of 2026 available now."));

        Clock.Advance(TimeSpan.FromHours(1));

        page.WaitForAssertion(() => page.Markup.Should().Contain("7 numbers of 2027 available now."));
    }
}
