using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Security;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Admin = "ada@fpy.example";
    private const string Viewer = "vera@fpy.example";

    private readonly TestWeb web = new(clock: Given.Clock());
    private long viewer;
    private Actor actor = null!;

    private FakeTimeProvider Clock => (FakeTimeProvider)web.Get<TimeProvider>();

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", Admin, DemoAccess.Password), default)).Ok
            .Should().BeTrue();
        viewer = await web.UserAsync(1, Viewer, Role.Viewer);
        actor = new Actor(1, null, "Ada", Role.Admin);
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/billings")]
    [InlineData("/e-faktur/numbers")]
    [InlineData("/settings/users")]
    [InlineData("/account/password")]
    public async Task Who_is_not_signed_in_is_sent_to_the_sign_in(string path)
    {
        using var visitor = new HttpVisitor(web);
        using var answer = await visitor.GetAsync(path);

        answer.LeadsTo().Should().Be($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}");
    }

    [Fact]
    public async Task The_right_password_leads_to_where_one_wanted_to_go()
    {
        using var visitor = new HttpVisitor(web);

        using var signedIn = await visitor.SignInAsync(Admin, returnUrl: "/settings/users?x=1");
        using var page = await visitor.GetAsync("/settings/users");
        using var again = await visitor.GetAsync("/account/sign-in");

        signedIn.LeadsTo().Should().Be("/settings/users?x=1");
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        again.LeadsTo().Should().Be("/");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil")]
    public async Task Nobody_is_sent_to_another_site(string returnUrl)
    {
        using var visitor = new HttpVisitor(web);
        using var answer = await visitor.SignInAsync(Viewer, returnUrl: returnUrl);

        answer.LeadsTo().Should().Be("/");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer_and_keep_what_was_typed()
    {
        using var visitor = new HttpVisitor(web);

        using var wrong = await visitor.SignInAsync(Viewer, "wrong");
        using var unknown = await visitor.SignInAsync("nobody@fpy.example", "wrong");

        (await wrong.AlertAsync()).Should().Be(PasswordSignIn.Wrong);
        (await unknown.AlertAsync()).Should().Be(PasswordSignIn.Wrong);
        var page = HttpVisitor.Parse(await unknown.Content.ReadAsStringAsync());
        page.QuerySelector("[name=Email]")!.GetAttribute("value").Should().Be("nobody@fpy.example");
        page.QuerySelector("[name=Password]")!.HasAttribute("value").Should().BeFalse();
    }

    [Fact]
    public async Task A_locked_user_learns_so_only_with_the_right_password()
    {
        await web.Get<LockUser>().HandleAsync(actor, viewer, default);
        using var visitor = new HttpVisitor(web);

        using var wrong = await visitor.SignInAsync(Viewer, "wrong");
        using var right = await visitor.SignInAsync(Viewer);

        (await wrong.AlertAsync()).Should().Be(PasswordSignIn.Wrong);
        (await right.AlertAsync()).Should().Be(PasswordSignIn.Locked);
    }

    [Fact]
    public async Task A_lock_ends_a_sign_in_at_once()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        await web.Get<LockUser>().HandleAsync(actor, viewer, default);

        using var page = await visitor.GetAsync("/billings");

        page.LeadsTo().Should().StartWith("/account/sign-in");
    }

    [Fact]
    public async Task A_new_role_ends_a_sign_in_and_holds_at_the_next()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        await web.Get<ChangeRole>().HandleAsync(actor, viewer, Role.Admin, default);

        using var offered = await visitor.GetAsync("/account/sign-in");
        offered.StatusCode.Should().Be(HttpStatusCode.OK, "the old sign-in counts no more");
        using var again = await visitor.SignInAsync(Viewer);
        using var page = await visitor.GetAsync("/settings/users");

        page.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_viewer_who_opens_the_settings_is_forbidden_to_and_stays_at_that_address()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);
        using var page = await visitor.GetAsync("/settings/merchant");

        page.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Signing_out_needs_the_pages_own_token_and_ends_the_sign_in()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Viewer);

        using var forged = await visitor.PostAsync("/account/sign-out");
        var token = (await visitor.ReadAsync("/account/password"))
            .QuerySelector("[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var still = await visitor.GetAsync("/billings");
        using var asked = await visitor.PostAsync("/account/sign-out", ("__RequestVerificationToken", token));
        using var page = await visitor.GetAsync("/billings");

        forged.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        still.StatusCode.Should().Be(HttpStatusCode.OK);
        asked.LeadsTo().Should().Be("/account/sign-in?out=true");
        page.LeadsTo().Should().StartWith("/account/sign-in");
    }

    [Fact]
    public async Task A_forged_sign_in_is_refused()
    {
        using var visitor = new HttpVisitor(web);
        using var forged = await visitor.PostAsync(
            "/account/sign-in", ("_handler", "sign-in"), ("Email", Admin), ("Password", DemoAccess.Password));

        forged.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_new_password_keeps_this_device_signed_in_and_ends_the_others()
    {
        using var here = new HttpVisitor(web);
        using var there = new HttpVisitor(web);
        using var one = await here.SignInAsync(Viewer);
        using var two = await there.SignInAsync(Viewer);

        using var differ = await here.SendAsync(
            "/account/password", ("Current", DemoAccess.Password), ("Password", "Another-2026"), ("Repeated", "Another-2027"));
        using var changed = await here.SendAsync(
            "/account/password", ("Current", DemoAccess.Password), ("Password", "Another-2026"), ("Repeated", "Another-2026"));
        using var stays = await here.GetAsync("/billings");
        using var ends = await there.GetAsync("/billings");

        (await differ.AlertAsync()).Should().Be("Please correct the marked field.");
        (await differ.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserPasswordsDiffer.Sentence());
        (await changed.AlertAsync()).Should().StartWith("Your password was changed.");
        stays.StatusCode.Should().Be(HttpStatusCode.OK);
        ends.LeadsTo().Should().StartWith("/account/sign-in");
    }

    [Fact]
    public async Task An_invitation_is_accepted_once_and_signs_in()
    {
        var link = new Uri(
            (await web.Get<InviteUser>()
                .HandleAsync(actor, new InviteRequest("fajar@fpy.example", "Fajar", Role.Finance), default)).Value).PathAndQuery;
        using var visitor = new HttpVisitor(web);

        using var accepted = await visitor.SendAsync(
            link, ("YourName", "Fajar F"), ("Password", "Another-2026"), ("Repeated", "Another-2026"));
        using var page = await visitor.GetAsync("/billings");
        var again = await visitor.ReadAsync(link);

        accepted.LeadsTo().Should().Be("/");
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        again.QuerySelector("[role=alert]")!.TextContent.Trim().Should().Be(UserRefusals.LinkInvalid.Sentence());
        again.QuerySelector("form").Should().BeNull();
    }

    [Fact]
    public async Task An_invitation_of_two_days_ago_is_over()
    {
        var link = new Uri(
            (await web.Get<InviteUser>()
                .HandleAsync(actor, new InviteRequest("fajar@fpy.example", "Fajar", Role.Finance), default)).Value).PathAndQuery;
        Clock.Advance(InviteUser.Lifetime);
        using var visitor = new HttpVisitor(web);

        (await visitor.ReadAsync(link)).QuerySelector("[role=alert]")!.TextContent.Trim().Should().Be(UserRefusals.LinkInvalid.Sentence());
    }
}
