using Bunit;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Settings;
using FaspayBilling.Web.Components.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.Settings;

public sealed class UsersPageTests : PageTest
{
    private User admin = null!;
    private User viewer = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        admin = await Db.UserAsync(Fpy, "ada@fpy.example", Role.Admin);
        viewer = await Db.UserAsync(Fpy, "vera@fpy.example", Role.Viewer);
        await Db.UserAsync(await Db.Given.MerchantAsync("T8V"), "other@t8v.example", Role.Admin);
        SignIn(Fpy.Admin with { UserId = admin.Id });
    }

    [Fact]
    public void The_merchants_users_are_listed_and_nobody_elses()
    {
        var page = Open();

        page.ByTestId("users").TextContent
            .Should().Contain("ada (you)").And
            .Contain("vera@fpy.example").And
            .Contain("Active").And
            .NotContain("t8v");
    }

    [Fact]
    public async Task A_role_is_changed_after_Yes_and_shown_after_OK()
    {
        var page = Open();

        Choose(page, "vera", "Make Finance");
        page.ByRole("button", "Yes").Click();
        page.WaitForAssertion(() => page.Markup.Should().Contain("vera is Finance now."));
        page.ByRole("button", "OK").Click();

        page.WaitForAssertion(() => page.ByTestId("users").TextContent.Should().Contain("Finance"));
        (await Db.UserAsync(viewer.Id)).Role.Should().Be(Role.Finance);
    }

    [Fact]
    public async Task A_user_is_locked_and_unlocked()
    {
        var page = Open();

        Choose(page, "vera", "Lock");
        page.ByRole("button", "Yes").Click();
        page.WaitForAssertion(() => page.ByRole("button", "OK"));
        page.ByRole("button", "OK").Click();
        page.WaitForAssertion(() => page.ByTestId("users").TextContent.Should().Contain("Locked"));
        Choose(page, "vera", "Unlock");
        page.ByRole("button", "Yes").Click();

        page.WaitForAssertion(() => page.Markup.Should().Contain("vera is unlocked."));
        (await Db.UserAsync(viewer.Id)).LockedAt.Should().BeNull();
    }

    [Fact]
    public async Task A_user_is_removed_after_a_question_that_says_what_follows()
    {
        var page = Open();

        Choose(page, "vera", "Remove");
        page.WaitForAssertion(() => page.Markup.Should().Contain(
            "Remove vera? vera@fpy.example cannot sign in any more and can be invited again. What vera did stays in the history."));
        page.ByRole("button", "Yes").Click();
        page.WaitForAssertion(() => page.Markup.Should().Contain("vera is removed."));
        page.ByRole("button", "OK").Click();

        page.WaitForAssertion(() => page.ByTestId("users").TextContent.Should().NotContain("vera"));
        (await Db.ReadAsync(d => d.Set<User>().AnyAsync(u => u.Id == viewer.Id))).Should().BeFalse();
    }

    [Fact]
    public void Nobody_is_offered_to_remove_oneself()
    {
        var page = Open();

        page.MenuOf(MenuOf(page, "ada")).Should().Equal("Make Viewer", "Make Finance", "Lock", "Send reset link");
    }

    [Fact]
    public async Task A_user_is_sent_a_reset_link_after_Yes()
    {
        var page = Open();

        Choose(page, "vera", "Send reset link");
        page.Press("Yes");

        page.WaitForAssertion(() => page.Markup.Should().Contain("The mail to vera@fpy.example is on its way."));
        (await Db.MailsAsync()).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { To = "vera@fpy.example", Kind = MailKind.Reset });
    }

    [Fact]
    public async Task A_locked_user_is_offered_no_reset_link()
    {
        await Db.Get<LockUser>().HandleAsync(Fpy.Admin, viewer.Id, default);

        Open().MenuOf("Actions for vera").Should().Contain("Unlock").And.NotContain("Send reset link");
    }

    [Fact]
    public async Task Who_has_a_second_factor_is_marked_and_an_admin_takes_it_away()
    {
        await PasskeyData.AddAsync(Db.Get<AddPasskey>(), await Db.SignedInAsync(viewer));
        var page = Open();
        page.RowsOf().Select(r => r.Split(" | ")[3]).Should().BeEquivalentTo("on", Format.None);

        Choose(page, "vera", "Take second factor away");
        page.WaitForAssertion(() => page.Markup.Should().Contain("Make sure that it is vera who asks for it."));
        page.Press("Yes");
        page.WaitForAssertion(() => page.Markup.Should().Contain(
            "vera signs in by password now, and sets up a new second factor then if one is needed."));
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf().Select(r => r.Split(" | ")[3]).Should().OnlyContain(f => f == Format.None));
        page.MenuOf(MenuOf(page, "vera")).Should().NotContain("Take second factor away");
        (await Db.ReadAsync(d => d.Set<IdentityUserPasskey<long>>().AnyAsync())).Should().BeFalse();
    }

    [Fact]
    public void The_last_admin_is_told_why_not()
    {
        var page = Open();

        Choose(page, "ada", "Make Viewer");
        page.ByRole("button", "Yes").Click();

        page.WaitForAssertion(() => page.Markup.Should().Contain(UserRefusals.UserLastAdmin.Sentence()));
    }

    [Fact]
    public void No_asks_nothing_of_anybody()
    {
        var page = Open();

        Choose(page, "vera", "Lock");
        page.ByRole("button", "No").Click();

        page.WaitForAssertion(() => page.FindByRole("button", "Yes").Should().BeNull());
        page.ByTestId("users").TextContent.Should().NotContain("Locked");
    }

    [Fact]
    public void An_invitation_shows_its_link_once_and_is_listed_after_OK()
    {
        var page = Open();

        page.ByRole("button", "Invite").Click();
        page.ByLabel("Name").Change("Fajar");
        page.ByLabel("E-mail").Change("fajar@fpy.example");
        page.SendForm();
        page.WaitForAssertion(() => page.ByTestId("invitation-link").GetAttribute("value").Should().Contain("/account/invitation?link="));
        page.ByRole("button", "OK").Click();

        page.WaitForAssertion(() => page.ByTestId("invited").TextContent.Should().Contain("fajar@fpy.example"));
        page.Markup.Should().NotContain("invitation?link=");
    }

    [Fact]
    public async Task An_invitation_that_replaces_another_says_so_beside_its_link()
    {
        var earlier = new InviteRequest("fajar@fpy.example", "Fajar", Role.Viewer);
        (await Db.Get<InviteUser>().HandleAsync(Fpy.Admin, earlier, default)).Ok.Should().BeTrue();
        var page = Open();

        page.ByRole("button", "Invite").Click();
        page.ByLabel("Name").Change("Fajar");
        page.ByLabel("E-mail").Change("Fajar@fpy.example");
        page.SendForm();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain(
            "This replaces an earlier invitation of Fajar@fpy.example, whose link no longer works."));
        page.ByTestId("invitation-link").GetAttribute("value").Should().Contain("/account/invitation?link=");
    }

    [Fact]
    public void A_refused_invitation_keeps_what_was_typed()
    {
        var page = Open();

        page.ByRole("button", "Invite").Click();
        page.ByLabel("Name").Change("Vera");
        page.ByLabel("E-mail").Change("VERA@fpy.example");
        page.SendForm();

        page.WaitForAssertion(() => page.ErrorAt("E-mail").Should().Contain("exists already"));
        page.ByLabel("E-mail").GetAttribute("value").Should().Be("VERA@fpy.example");
    }

    private static void Choose(IRenderedComponent<Screen> page, string user, string action) => page.Choose(action, MenuOf(page, user));

    private static string MenuOf(IRenderedComponent<Screen> page, string user) =>
        page.AllByRole("button").Select(Roles.NameOf).Single(n => n.StartsWith($"Actions for {user}", StringComparison.Ordinal));

    private IRenderedComponent<Screen> Open()
    {
        var page = Show<UsersPage>();
        page.WaitForAssertion(() => page.ByTestId("users").TextContent.Should().Contain("vera"));
        return page;
    }
}
