using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security.Factors;

/// <summary>A merchant that asks its users for a second factor.</summary>
public sealed class SecondFactorRuleTests : IAsyncLifetime
{
    private const string Admin = "ada@fpy.example";
    private const string Viewer = "vera@fpy.example";
    private const string Second = "/account/second?returnUrl=%2F";
    private const string SetUp = $"{FactorSteps.SetUp}?returnUrl=%2F";

    private readonly TestWeb web = new(clock: Given.Clock());

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", Admin, DemoAccess.Password), default)).Ok
            .Should().BeTrue();
        await web.UserAsync(1, Viewer, Role.Viewer);
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Theory]
    [InlineData(SecondFactorRule.Admins, Admin)]
    [InlineData(SecondFactorRule.Everybody, Admin)]
    [InlineData(SecondFactorRule.Everybody, Viewer)]
    public async Task Who_needs_one_and_has_none_sets_it_up_before_anything_opens(SecondFactorRule rule, string email)
    {
        await RuleAsync(rule);
        using var visitor = new HttpVisitor(web);

        using var asked = await visitor.SignInAsync(email, returnUrl: "/customers");
        var before = await visitor.HoldsAsync();
        var (app, recovery) = await visitor.SetUpAsync(asked.LeadsTo()!);

        asked.LeadsTo().Should().Be($"{FactorSteps.SetUp}?returnUrl=%2Fcustomers");
        before.Should().BeFalse();
        recovery.Should().HaveCount(10);
        (await visitor.HoldsAsync()).Should().BeTrue();
        using var again = new HttpVisitor(web);
        await again.SignInAsync(email, app);
    }

    [Fact]
    public async Task After_the_codes_it_goes_on_to_where_one_wanted_to_go()
    {
        await RuleAsync(SecondFactorRule.Everybody);
        using var visitor = new HttpVisitor(web);
        using var asked = await visitor.SignInAsync(Viewer, returnUrl: "/customers");
        var page = await visitor.ReadAsync(asked.LeadsTo()!);
        var app = new Authenticator(FactorSteps.KeyOf(page)!);

        using var made = await visitor.SendAsync(asked.LeadsTo()!, page.QuerySelector("form")!, ("Code", app.Next()));

        HttpVisitor.Parse(await made.Content.ReadAsStringAsync()).QuerySelector("main a[href='/customers']")!.TextContent.Trim()
            .Should().Be("I have kept them");
    }

    [Fact]
    public async Task Who_needs_none_signs_in_by_password()
    {
        await RuleAsync(SecondFactorRule.Admins);
        using var visitor = new HttpVisitor(web);

        using var signedIn = await visitor.SignInAsync(Viewer);

        signedIn.LeadsTo().Should().Be("/");
        (await visitor.HoldsAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task The_rule_signs_out_who_has_none_and_leaves_who_has_one()
    {
        using var secured = new HttpVisitor(web);
        using var without = new HttpVisitor(web);
        using var one = await secured.SignInAsync(Admin);
        using var two = await without.SignInAsync(Viewer);
        await secured.TurnOnAsync();

        await RuleAsync(SecondFactorRule.Everybody);

        (await secured.HoldsAsync()).Should().BeTrue();
        (await without.HoldsAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Who_accepts_an_invitation_sets_it_up_first()
    {
        await RuleAsync(SecondFactorRule.Everybody);
        var link = new Uri(
            (await web.Get<InviteUser>()
                .HandleAsync(Actor.System(1), new InviteRequest("fajar@fpy.example", "Fajar", Role.Finance), default)).Value).PathAndQuery;
        using var visitor = new HttpVisitor(web);

        using var accepted = await visitor.SendAsync(
            link, ("YourName", "Fajar"), ("Password", "Another-2026"), ("Repeated", "Another-2026"));
        var before = await visitor.HoldsAsync();
        await visitor.SetUpAsync(accepted.LeadsTo()!);

        accepted.LeadsTo().Should().Be(SetUp);
        before.Should().BeFalse();
        (await visitor.HoldsAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task A_password_alone_does_not_set_it_up_for_who_has_a_passkey()
    {
        await PasskeyData.AddAsync(web.Get<AddPasskey>(), await web.SignedInAsync(Viewer));
        await RuleAsync(SecondFactorRule.Everybody);
        using var visitor = new HttpVisitor(web);

        using var asked = await visitor.SignInAsync(Viewer);
        var page = await visitor.ReadAsync(Second);
        var setUp = await visitor.ReadAsync(SetUp);

        asked.LeadsTo().Should().Be(Second);
        page.QuerySelector("[name=Code]").Should().BeNull();
        page.QuerySelector("form[data-passkey=use]").Should().NotBeNull();
        FactorSteps.KeyOf(setUp).Should().BeNull();
        setUp.QuerySelector("[role=alert]")!.TextContent.Trim().Should().Be(UserRefusals.HalfSignInOver.Sentence());
        (await visitor.HoldsAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task The_set_up_is_done_once()
    {
        await RuleAsync(SecondFactorRule.Everybody);
        using var visitor = new HttpVisitor(web);
        using var thief = new HttpVisitor(web);
        using var asked = await visitor.SignInAsync(Viewer);
        using var too = await thief.SignInAsync(Viewer);

        await visitor.SetUpAsync(SetUp);

        FactorSteps.KeyOf(await thief.ReadAsync(SetUp)).Should().BeNull("there is a second factor now");
        (await thief.HoldsAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Who_needs_one_does_not_turn_off_the_last()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        await visitor.TurnOnAsync();
        await RuleAsync(SecondFactorRule.Everybody);

        using var refused = await visitor.PressAsync(FactorSteps.SecondFactor, "Turn off");

        (await refused.AlertAsync()).Should().Be(UserRefusals.SecondFactorRequired.Sentence());
        (await visitor.HoldsAsync()).Should().BeTrue();
    }

    private async Task RuleAsync(SecondFactorRule rule) =>
        (await web.Get<SaveSecondFactorRule>().HandleAsync(Actor.System(1), rule, default)).Ok.Should().BeTrue();
}
