using Bunit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Accounts;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Outbox;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Outbox;

public sealed class MailOutboxTests : PageTest
{
    private const string Menu = "Actions for the mail to finance@merchant.example";

    [Fact]
    public async Task A_failed_mail_shows_the_servers_words()
    {
        await Fpy.MailAsync(
            MailState.Failed, to: "gone@merchant.example", also: m => (m.LastError, m.Attempts) = ("550 No such user here", 1));

        var page = Open();

        page.WaitForAssertion(
            () => Row(page).Should().Contain("gone@merchant.example").And.Contain("Failed").And.Contain("550 No such user here"));
    }

    [Fact]
    public async Task A_waiting_mail_shows_its_attempts_and_the_next_try_in_Jakarta()
    {
        await Fpy.MailAsync(also: m => (m.Attempts, m.NextTryAt) = (2, new DateTime(2026, 11, 16, 3, 15, 0, DateTimeKind.Utc)));

        var page = Open();

        page.WaitForAssertion(() => Row(page).Should().Contain("Waiting").And.Contain("16/11/2026 10:15"));
    }

    [Fact]
    public void An_empty_outbox_says_so()
    {
        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain("No mail was written yet."));
    }

    [Fact]
    public async Task A_filter_of_the_address_holds()
    {
        await Fpy.MailAsync(MailState.Sent, to: "sent@merchant.example");
        await Fpy.MailAsync(MailState.Failed, to: "failed@merchant.example");

        var page = Open("/mail?state=Failed");

        page.WaitForAssertion(() => Row(page).Should().Contain("failed@merchant.example"));
        page.Markup.Should().NotContain("sent@merchant.example");
    }

    [Fact]
    public async Task Choosing_a_state_changes_the_address()
    {
        await Fpy.MailAsync(MailState.Failed);
        var page = Open();
        page.WaitForAssertion(() => Row(page).Should().Contain("Failed"));

        page.Pick("State", "Failed");

        Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith("/mail?state=Failed");
    }

    [Fact]
    public async Task The_text_of_a_mail_is_shown()
    {
        await Fpy.MailAsync();
        var page = Open();

        page.Choose("View text", Menu);

        page.WaitForAssertion(() => page.ByTestId("mail").TextContent.Should().Contain("Only 4 left."));
        page.ByRole("button", "Close").Click();
        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
    }

    [Fact]
    public async Task An_invitation_is_shown_without_its_link_and_a_sent_one_is_not_offered_to_be_sent_again()
    {
        var link = await Db.InviteAsync(Fpy);
        await Db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None);
        SignIn(Fpy.Admin);
        var page = Open();
        const string Invitation = "Actions for the mail to fajar@fpy.example";

        page.MenuOf(Invitation).Should().Equal("View text");
        page.ByRole("menuitem", "View text").Click();

        page.WaitForAssertion(() => page.ByTestId("mail").TextContent.Should().Contain("(the personal link is in the mail alone)"));
        page.ByTestId("mail").TextContent.Should().NotContain(PersonalLinks.Place).And.NotContain(GivenLink.SecretOf(link));
    }

    [Fact]
    public async Task A_failed_mail_is_resent_after_a_yes()
    {
        var mail = await Fpy.MailAsync(MailState.Failed, also: m => m.LastError = "550 No such user here");
        var page = Open();

        page.Choose("Resend", Menu);
        page.ByRole("button", "Yes").Click();
        page.WaitForAssertion(() => page.ByRole("button", "OK").Click());

        page.WaitForAssertion(() => Row(page).Should().Contain("Waiting"));
        (await Db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync())).State.Should().Be(MailState.Waiting);
    }

    [Fact]
    public async Task A_no_changes_nothing()
    {
        await Fpy.MailAsync(MailState.Failed);
        var page = Open();

        page.Choose("Resend", Menu);
        page.ByRole("button", "No").Click();

        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
        (await Db.ReadAsync(d => d.Set<OutboxMail>().SingleAsync())).State.Should().Be(MailState.Failed);
    }

    [Theory]
    [InlineData(MailState.Failed, Role.Finance, new[] { "View text", "Resend" })]
    [InlineData(MailState.Sent, Role.Finance, new[] { "View text", "Resend" })]
    [InlineData(MailState.Waiting, Role.Finance, new[] { "View text" })]
    [InlineData(MailState.Failed, Role.Viewer, new[] { "View text" })]
    public async Task The_menu_holds_what_is_possible(MailState state, Role role, string[] items)
    {
        await Fpy.MailAsync(state);
        SignIn(Fpy.Finance with { Role = role });
        var page = Open();

        page.MenuOf(Menu).Should().Equal(items);
    }

    [Fact]
    public async Task A_mail_that_was_resent_elsewhere_shows_it_without_a_reload()
    {
        var mail = await Fpy.MailAsync(MailState.Failed);
        var page = Open();
        page.WaitForAssertion(() => Row(page).Should().Contain("Failed"));

        await Db.Get<ResendMail>().HandleAsync(Fpy.Finance, mail.Id, CancellationToken.None);

        page.WaitForAssertion(() => Row(page).Should().Contain("Waiting"), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_closed_page_listens_no_more()
    {
        await Fpy.MailAsync();
        var page = Open();
        page.WaitForAssertion(() => Db.Live.Listeners.Should().Be(1));

        await DisposeComponentsAsync();

        Db.Live.Listeners.Should().Be(0);
    }

    private IRenderedComponent<Screen> Open(string address = "/mail")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<MailOutbox>();
    }

    private static string Row(IRenderedComponent<Screen> page) => page.AllByRole("row").Skip(1).Single().TextContent;
}
