using Bunit;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Components.Layout;
using FaspayBilling.Web.Components.Pages.Settings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Layout;

/// <summary>The password again, over a form of the users page that needs it.</summary>
public sealed class ProofDialogTests : PageTest
{
    private const string Fajar = "fajar@fpy.example";
    private const string Question = "Is it you?";

    private User admin = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        admin = await Db.UserAsync(Fpy, "ada@fpy.example", Role.Admin);
    }

    [Fact]
    public async Task The_right_password_does_what_was_asked()
    {
        var page = await InviteAsync();

        page.ByLabel("Your password").Change(DemoAccess.Password);
        Send(page);

        page.WaitForAssertion(() => page.ByTestId("invitation-link").GetAttribute("value").Should().Contain("/account/invitation?link="));
        page.WaitForAssertion(() => page.FindByRole("dialog", Question).Should().BeNull());
        (await InvitedAsync()).Should().Equal(Fajar);
    }

    [Fact]
    public async Task A_wrong_password_is_said_at_its_field_and_nothing_is_done()
    {
        var page = await InviteAsync();

        page.ByLabel("Your password").Change("wrong");
        Send(page);

        page.WaitForAssertion(() => page.ErrorAt("Your password").Should().Be(UserRefusals.UserCurrentPassword.Sentence()));
        page.ByRole("dialog", Question);
        (await InvitedAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelled_it_leaves_everything_as_it_was_typed_and_asks_again()
    {
        var page = await InviteAsync();

        page.ByRole("dialog", Question).QuerySelectorAll("button").Single(b => Roles.NameOf(b) == "Cancel").Click();

        page.WaitForAssertion(() => page.FindByRole("dialog", Question).Should().BeNull());
        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain(Refusals.ProofNeeded.Sentence()));
        page.ByLabel("Name").GetAttribute("value").Should().Be("Fajar");
        page.ByLabel("E-mail").GetAttribute("value").Should().Be(Fajar);
        (await InvitedAsync()).Should().BeEmpty();
        page.SendForm();
        page.WaitForAssertion(() => page.ByRole("dialog", Question));
    }

    [Fact]
    public async Task It_asks_once_within_ten_minutes()
    {
        var page = await InviteAsync();
        page.ByLabel("Your password").Change(DemoAccess.Password);
        Send(page);
        page.WaitForAssertion(() => page.ByTestId("invitation-link"));
        page.Press("OK");
        page.WaitForAssertion(() => page.RowsOf().Should().Contain(row => row.Contains(Fajar, StringComparison.Ordinal)));

        page.Press("Withdraw the invitation of Fajar");
        page.Press("Yes");

        page.WaitForAssertion(() => page.Markup.Should().Contain("The invitation was withdrawn."));
        (await InvitedAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_has_no_passkey_is_offered_none()
    {
        var page = await InviteAsync();

        page.FindByRole("button", "Use a passkey instead").Should().BeNull();
    }

    [Fact]
    public async Task A_passkey_that_fails_says_so_and_the_password_is_still_asked_for()
    {
        await PasskeyData.AddAsync(Db.Get<AddPasskey>(), await Db.SignedInAsync(admin));
        JSInterop.Setup<bool>("passkeys.prove").SetResult(false);
        var page = await InviteAsync();

        page.Press("Use a passkey instead");

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain(UserRefusals.PasskeyFailed.Sentence()));
        page.ByLabel("Your password").Change(DemoAccess.Password);
        Send(page);
        page.WaitForAssertion(() => page.ByTestId("invitation-link"));
    }

    [Fact]
    public async Task A_passkey_does_what_was_asked()
    {
        await PasskeyData.AddAsync(Db.Get<AddPasskey>(), await Db.SignedInAsync(admin));
        var script = JSInterop.Setup<bool>("passkeys.prove");
        var page = await InviteAsync();

        page.Press("Use a passkey instead");

        // What the browser's script has the server do.
        await ProvedAsync(Clock.Now());
        script.SetResult(true);
        page.WaitForAssertion(() => page.ByTestId("invitation-link"));
        page.FindByRole("dialog", Question).Should().BeNull();
    }

    // Somebody is about to be invited, and it is asked who sits there.
    private async Task<IRenderedComponent<Screen>> InviteAsync()
    {
        SignIn(Fpy.Admin with { UserId = admin.Id });
        await ProvedAsync(null);
        Render<ProofDialog>();
        var page = Show<UsersPage>();
        page.WaitForAssertion(() => page.ByTestId("users").TextContent.Should().Contain("ada"));
        page.Press("Invite");
        page.ByLabel("Name").Change("Fajar");
        page.ByLabel("E-mail").Change(Fajar);
        page.SendForm();
        page.WaitForAssertion(() => page.ByRole("dialog", Question));
        return page;
    }

    private static void Send(IRenderedComponent<Screen> page) => page.ByRole("dialog", Question).QuerySelector("form")!.Submit();

    private async Task ProvedAsync(DateTime? at)
    {
        await using var rows = await Db.Dbs.CreateDbContextAsync();
        await rows.Set<UserSession>().ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, at));
    }

    private Task<List<string>> InvitedAsync() => Db.ReadAsync(d => d.Set<Invitation>().Select(i => i.Email).ToListAsync());
}
