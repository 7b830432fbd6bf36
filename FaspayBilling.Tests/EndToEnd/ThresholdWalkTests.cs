using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Walk 2 of docs/rules.md 13, with a mail server that really receives.</summary>
[Collection(nameof(WalkMail))]
public sealed class ThresholdWalkTests
{
    [ChromiumTheory]
    [InlineData(Language.English)]
    [InlineData(Language.Indonesian)]
    public async Task The_limit_goes_from_30_to_4_a_number_is_generated_and_one_mail_arrives_at_every_address(Language language)
    {
        await using var mail = new WalkMail();
        await using var web = TestWeb.WithDemo(mail.Settings);
        await WalkAsync(web.Address, mail, language);
    }

    /// <summary>The walk, wherever a product with the demo is reached.</summary>
    internal static Task WalkAsync(string address, WalkMail mail, Language language) =>
        WalkAsync(mail, language, email => Guest.ComeAsync(address, email, language: language));

    /// <summary>The walk, however its users sign in.</summary>
    internal static async Task WalkAsync(WalkMail mail, Language language, Func<string, Task<Guest>> comeAsync)
    {
        var year = JakartaCalendar.YearOf(TimeProvider.System.Now());
        await using var admin = await comeAsync("admin@fpy.example");
        await SetThresholdAsync(admin);
        await SeesAvailableAsync(admin, 5);
        mail.Received.Should().BeEmpty("5 numbers are above the limit of 4");

        await using var finance = await comeAsync("finance@fpy.example");
        await GenerateAsync(finance, year);
        await SeesAvailableAsync(finance, 4);

        var received = await mail.WaitAsync(2);
        received.Select(m => m.Header("To")).Should().BeEquivalentTo("finance@fpy.example", "tax@fpy.example");
        received.Should().OnlyContain(m => m.Encrypted && m.SignedIn);
        foreach (var one in received)
        {
            // A user reads in the user's own language; who is none, in the merchant's, which is English in the demo.
            var (subject, available, limit) = (language, one.Header("To")) == (Language.Indonesian, "finance@fpy.example")
                ? (Plain($"tersisa 4 NSFP untuk {year}"), "Nomor tersedia: 4", "Ambang batas: 4")
                : (Plain($"4 E-Faktur No left for {year}"), "Available numbers: 4", "Threshold Limit: 4");
            one.Subject.Should().EndWith(subject);
            one.Text.Should().Contain(available).And.Contain(limit).And.Contain("/e-faktur/numbers");
        }
    }

    private static string Plain(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task SetThresholdAsync(Guest admin)
    {
        await admin.GoAsync("/e-faktur/threshold", "Setting Threshold");
        var limit = admin.Page.GetByRole(AriaRole.Textbox, new() { Name = admin.Say("Threshold Limit") });
        await Assertions.Expect(limit).ToHaveValueAsync("30");
        await limit.FillAsync("4");
        await admin.Page.GetByRole(AriaRole.Switch, new() { Name = admin.Say("Active") }).CheckAsync();
        await admin.PressAsync("Save");
        await admin.PressAsync("OK");
    }

    private static async Task SeesAvailableAsync(Guest guest, int count)
    {
        await guest.GoAsync("/e-faktur/numbers", "E-Faktur No");
        var sentence = guest.Say($"{count} of {$"[0-9.]+ {guest.Say("numbers")}"} available.");
        await Assertions.Expect(guest.Page.GetByText(new System.Text.RegularExpressions.Regex($"^{sentence}"))).ToBeVisibleAsync();
    }

    private static async Task GenerateAsync(Guest finance, int year)
    {
        await finance.GoAsync(
            string.Create(CultureInfo.InvariantCulture, $"/billings?from={year}-01-01&status=Unpaid&q=INV&sort=TaxNumber"), "Billings");
        var menus = finance.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{finance.Say($"Actions for {"INV-FPY-"}")}") });
        await menus.First.WaitForAsync();
        foreach (var menu in await menus.AllAsync())
        {
            await menu.ClickAsync();

            // A menu hears Escape once it has the focus.
            await Assertions.Expect(finance.Page.Locator("[role=menuitem]:focus")).ToHaveCountAsync(1);
            var generate = finance.Page.GetByRole(AriaRole.Menuitem, new() { Name = finance.Say("Generate E-Faktur No") });
            if (await generate.CountAsync() > 0)
            {
                await generate.ClickAsync();
                await finance.PressAsync("Yes");
                await finance.PressAsync("OK");
                return;
            }

            await finance.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(finance.Page.GetByRole(AriaRole.Menu)).ToHaveCountAsync(0);
        }

        throw new InvalidOperationException("The demo has no taxed invoice without a number.");
    }
}
