using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Mail;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

public sealed class MailOutboxTests
{
    [ChromiumFact]
    public async Task A_refused_mail_is_seen_with_the_servers_words_and_resent_without_a_reload()
    {
        await using var server = new TestMailServer();
        server.Answer("RCPT", "550 5.1.1 No such user here");
        await using var web = TestWeb.WithDemo(server.Settings);
        await using var outbox = await Guest.ComeAsync(web, "finance@fpy.example");
        await outbox.GoAsync("/mail", "Mail outbox");
        await using var admin = await Guest.ComeAsync(web, "admin@fpy.example");
        await admin.GoAsync("/e-faktur/threshold", "Setting Threshold");
        await admin.Page.GetByRole(AriaRole.Switch, new() { Name = "Active" }).CheckAsync();
        await admin.PressAsync("Save");
        await admin.PressAsync("OK");

        var row = outbox.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "tax@fpy.example" });
        await Assertions.Expect(row).ToContainTextAsync("5.1.1 No such user here");

        await Assertions.Expect(outbox.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "5.1.1" })).ToHaveCountAsync(2);
        server.Recover();
        await ChooseAsync(outbox, row, "Resend");
        await outbox.PressAsync("Yes");
        await outbox.PressAsync("OK");

        await Assertions.Expect(row).ToContainTextAsync("Sent");
        server.Received.Should().ContainSingle().Which.To.Should().Be("tax@fpy.example");
        await ChooseAsync(outbox, row, "View text");
        await Assertions.Expect(outbox.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Threshold Limit: 30");
    }

    private static async Task ChooseAsync(Guest visitor, ILocator row, string item)
    {
        await row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Actions for") }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }
}
