using System.Globalization;
using FaspayBilling.Core.Domain.Time;
using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Walk 2 of rules.md 13, with a mail server that really receives.</summary>
public sealed class ThresholdWalkTests
{
    [ChromiumFact]
    public async Task The_limit_goes_from_30_to_4_a_number_is_generated_and_one_mail_arrives_at_every_address()
    {
        await using var mail = new WalkMail();
        await using var web = TestWeb.WithDemo(mail.Settings);
        var year = JakartaCalendar.YearOf(TimeProvider.System.Now());
        await using var admin = await Guest.ComeAsync(web, "admin@fpy.example");
        await SetThresholdAsync(admin);
        await SeesAvailableAsync(admin, 5);
        mail.Received.Should().BeEmpty("5 numbers are above the limit of 4");

        await using var finance = await Guest.ComeAsync(web, "finance@fpy.example");
        await GenerateAsync(finance, year);
        await SeesAvailableAsync(finance, 4);

        var received = await mail.WaitAsync(2);
        received.Select(m => m.Header("To")).Should().BeEquivalentTo("finance@fpy.example", "tax@fpy.example");
        foreach (var one in received)
        {
            one.Subject.Should().EndWith(string.Create(CultureInfo.InvariantCulture, $"4 E-Faktur No left for {year}"));
            one.Text.Should().Contain("Available numbers: 4").And.Contain("Threshold Limit: 4").And.Contain("/e-faktur/numbers");
        }
    }

    private static async Task SetThresholdAsync(Guest admin)
    {
        await admin.GoAsync("/e-faktur/threshold", "Setting Threshold");
        var limit = admin.Page.GetByLabel("Threshold Limit");
        await Assertions.Expect(limit).ToHaveValueAsync("30");
        await limit.FillAsync("4");
        await admin.Page.GetByRole(AriaRole.Switch, new() { Name = "Active" }).CheckAsync();
        await admin.PressAsync("Save");
        await admin.PressAsync("OK");
    }

    private static async Task SeesAvailableAsync(Guest guest, int count)
    {
        await guest.GoAsync("/e-faktur/numbers", "E-Faktur No");
        await Assertions.Expect(guest.Page.GetByText(new System.Text.RegularExpressions.Regex($"^{count} of [0-9.]+ numbers available"))).ToBeVisibleAsync();
    }

    private static async Task GenerateAsync(Guest finance, int year)
    {
        await finance.GoAsync(string.Create(CultureInfo.InvariantCulture, $"/billings?from={year}-01-01&status=Unpaid&q=INV&sort=TaxNumber"), "Billings");
        foreach (var menu in await finance.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Actions for INV-FPY-") }).AllAsync())
        {
            await menu.ClickAsync();
            await finance.Page.GetByRole(AriaRole.Menuitem).First.WaitForAsync();
            var generate = finance.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Generate E-Faktur No" });
            if (await generate.CountAsync() > 0)
            {
                await generate.ClickAsync();
                await finance.PressAsync("Yes");
                await finance.PressAsync("OK");
                return;
            }

            await finance.Page.Keyboard.PressAsync("Escape");
        }

        throw new InvalidOperationException("The demo has no taxed invoice without a number.");
    }
}
