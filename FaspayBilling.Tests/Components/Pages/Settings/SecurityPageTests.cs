using AngleSharp.Html.Dom;
using Bunit;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Settings;

public sealed class SecurityPageTests : PageTest
{
    private const string Needs = "Who needs one";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Fpy.Admin);
    }

    [Fact]
    public async Task A_line_says_when_who_what_and_from_where()
    {
        await RefuseAsync();
        await SaveAsync("48", 0);

        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(3));
        page.RowsOf()[1].Should().MatchRegex(
            @"^16/11/2026 09:00 \| vera \| Sign-in as vera@fpy\.example refused: wrong password\s*Refused \| "
                + @"203\.0\.113\.7 \| Chrome 131 on Windows$");
        page.RowsOf()[0].Should().Contain("Ada Admin").And.NotContain("Refused");
    }

    [Fact]
    public async Task What_is_shown_stands_in_the_address()
    {
        await RefuseAsync();
        await SaveAsync("48", 0);
        var page = Open("/settings/security?page=1");
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(3));

        ((IHtmlSelectElement)page.ByLabel("Show")).Options.Select(o => o.Text)
            .Should().Equal("All", "Sign-ins", "Users", "Settings", "API access", "Refused");
        page.Pick("Show", "Refused");

        Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith("/settings/security?show=Refused");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain("vera@fpy.example"));
    }

    [Fact]
    public async Task A_filter_of_the_address_holds_and_one_that_is_none_shows_all()
    {
        await RefuseAsync();
        await SaveAsync("48", 0);

        var page = Open("/settings/security?show=Settings");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain("Ada Admin"));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/settings/security?show=Nonsense");

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(3));
    }

    [Fact]
    public async Task What_happens_now_shows_by_itself()
    {
        await SaveAsync("48", 0);
        var page = Open();
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());

        await SaveAsync("49", 1);

        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
    }

    [Fact]
    public async Task On_a_later_page_newer_lines_are_offered_and_move_nothing()
    {
        for (var hours = 1; hours <= 11; hours++)
        {
            await SaveAsync($"{hours}", hours - 1);
        }

        var page = Open("/settings/security?size=10&page=2");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        var first = page.RowsOf();

        await SaveAsync("48", 11);

        page.WaitForAssertion(() => page.Markup.Should().Contain("There are newer lines."));
        page.RowsOf().Should().Equal(first);
    }

    [Fact]
    public async Task The_card_says_who_needs_a_second_factor_and_saves_it()
    {
        var admin = await Db.UserAsync(Fpy, "ada@fpy.example", Role.Admin);
        await PasskeyData.AddAsync(Db.Get<AddPasskey>(), await Db.SignedInAsync(admin));
        SignIn(Fpy.Admin with { UserId = admin.Id });
        var page = Open();
        page.WaitForAssertion(() => page.ChosenAt(Needs).Should().Be("Nobody: each user decides"));

        page.Pick(Needs, "Everybody");
        page.SendForm("second-factor");

        page.WaitForAssertion(() => page.Markup.Should().Contain("It was saved who needs a second factor."));
        (await RuleAsync()).Should().Be(SecondFactorRule.Everybody);
    }

    [Fact]
    public void The_card_offers_nobody_admins_and_everybody()
    {
        var page = Open();
        page.WaitForAssertion(() => page.ByLabel(Needs));

        page.ChoicesOf(Needs).Should().Equal("Nobody: each user decides", "Admins", "Everybody");
    }

    [Fact]
    public async Task An_admin_without_one_sets_up_the_own_first()
    {
        var page = Open();
        page.WaitForAssertion(() => page.ChosenAt(Needs).Should().Be("Nobody: each user decides"));

        page.Pick(Needs, "Admins");
        page.SendForm("second-factor");

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain(MerchantRefusals.SecondFactorFirst.Sentence()));
        (await RuleAsync()).Should().Be(SecondFactorRule.Voluntary);
    }

    private Task<SecondFactorRule> RuleAsync() =>
        Db.ReadAsync(d => d.Set<Merchant>().Where(m => m.Id == Fpy.Id).Select(m => m.SecondFactorRule).SingleAsync());

    private async Task SaveAsync(string hours, int version) =>
        (await Db.Get<SaveCancellationWindow>().HandleAsync(Fpy.Admin, hours, version, default)).Ok.Should().BeTrue();

    // Two lines: the user was added, and somebody tried to sign in as it.
    private async Task RefuseAsync() =>
        await Db.Get<RecordSignIn>().HandleAsync(await Db.UserAsync(Fpy, "vera@fpy.example", Role.Viewer), UserData.Office, default);

    private IRenderedComponent<Screen> Open(string address = "/settings/security")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<SecurityPage>();
    }
}
