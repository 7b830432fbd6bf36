using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Security;

/// <summary>Who guesses waits longer and longer; who knows the password of an account is not shut out by others.</summary>
public sealed class SignInWaitsTests : IAsyncLifetime
{
    private const string Admin = "ada@fpy.example";
    private const string Viewer = "vera@fpy.example";
    private const string Office = "203.0.113.7";
    private const string Elsewhere = "198.51.100.1";

    private readonly FakeTimeProvider clock = Given.Clock();
    private readonly TestWeb web;

    public SignInWaitsTests() => web = new TestWeb(clock: clock);

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
    [InlineData(Viewer)]
    [InlineData("nobody@fpy.example")]
    public async Task After_five_wrong_passwords_even_the_right_one_waits_and_an_unknown_address_gets_the_same_words(string email)
    {
        using var visitor = new HttpVisitor(web);
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await visitor.SignInAsync(email, "wrong");
            (await wrong.AlertAsync()).Should().Be(PasswordSignIn.Wrong);
        }

        using var right = await visitor.SignInAsync(email);
        using var other = await visitor.SignInAsync(Admin);

        (await right.AlertAsync()).Should().Be(PasswordSignIn.Rests(AttemptGuard.FirstWait)).And.Contain("30 seconds");
        other.LeadsTo().Should().Be("/", "the others are not concerned");
    }

    [Fact]
    public async Task The_wait_passes_and_the_right_password_makes_all_good()
    {
        using var visitor = new HttpVisitor(web);
        await FailAsync(visitor, Viewer, 5);

        clock.Advance(AttemptGuard.FirstWait);
        using var right = await visitor.SignInAsync(Viewer);

        right.LeadsTo().Should().Be("/");
    }

    [Fact]
    public async Task A_known_browser_is_not_shut_out_by_guesses_elsewhere_and_another_browser_is()
    {
        using var known = new HttpVisitor(web).From(Office);
        using var stranger = new HttpVisitor(web).From(Office);
        using var guesser = new HttpVisitor(web).From(Elsewhere);
        using var first = await known.SignInAsync(Viewer);
        using var left = await known.SignOutAsync();

        await FailAsync(guesser, Viewer, 5);
        using var again = await known.SignInAsync(Viewer);
        using var shut = await stranger.SignInAsync(Viewer);

        again.LeadsTo().Should().Be("/");
        (await shut.AlertAsync()).Should().Be(PasswordSignIn.Rests(AttemptGuard.FirstWait));
    }

    [Fact]
    public async Task A_browser_is_known_no_more_after_a_lock_and_the_like()
    {
        using var known = new HttpVisitor(web).From(Office);
        using var guesser = new HttpVisitor(web).From(Elsewhere);
        using var first = await known.SignInAsync(Viewer);
        var admin = Actor.System(1);
        var viewer = (await web.ReadAsync(db => db.Set<User>().SingleAsync(u => u.Email == Viewer))).Id;
        (await web.Get<LockUser>().HandleAsync(admin, viewer, default)).Ok.Should().BeTrue();
        (await web.Get<UnlockUser>().HandleAsync(admin, viewer, default)).Ok.Should().BeTrue();

        await FailAsync(guesser, Viewer, 5);
        using var shut = await known.SignInAsync(Viewer);

        (await shut.AlertAsync()).Should().Be(PasswordSignIn.Rests(AttemptGuard.FirstWait));
    }

    [Fact]
    public async Task One_machine_tries_60_times_a_minute_and_no_more_whatever_it_tries()
    {
        using var visitor = new HttpVisitor(web).From(Elsewhere);
        for (var i = 0; i < 60; i++)
        {
            using var wrong = await visitor.SendAsync("/account/forgot", ("Email", $"nobody{i}@fpy.example"));
        }

        using var shut = await visitor.SignInAsync(Viewer);

        (await shut.AlertAsync()).Should().StartWith("Too many failed attempts.");
        (await web.ReadAsync(db => db.Set<AttemptCount>().CountAsync(c => c.Key.StartsWith("sign-in")))).Should().Be(0);
    }

    [Fact]
    public async Task A_browser_that_is_known_for_one_account_is_not_for_another()
    {
        using var known = new HttpVisitor(web).From(Office);
        using var guesser = new HttpVisitor(web).From(Elsewhere);
        using var first = await known.SignInAsync(Viewer);
        using var left = await known.SignOutAsync();

        await FailAsync(guesser, Admin, 5);
        using var shut = await known.SignInAsync(Admin);

        (await shut.AlertAsync()).Should().Be(PasswordSignIn.Rests(AttemptGuard.FirstWait));
    }

    [Fact]
    public async Task A_network_that_fails_at_twenty_accounts_waits_and_others_do_not()
    {
        using var guesser = new HttpVisitor(web).From("2001:db8:0:1::1");
        for (var i = 0; i < 20; i++)
        {
            await FailAsync(guesser, $"user{i}@fpy.example", 1);
        }

        using var neighbour = new HttpVisitor(web).From("2001:db8:0:1::2");
        using var other = new HttpVisitor(web).From("2001:db8:0:2::1");
        using var shut = await neighbour.SignInAsync(Viewer);
        using var open = await other.SignInAsync(Viewer);

        (await shut.AlertAsync()).Should().Be(PasswordSignIn.Rests(AttemptGuard.FirstWait), "it is of the same /64");
        open.LeadsTo().Should().Be("/");
    }

    [Fact]
    public async Task Every_attempt_at_a_user_is_in_the_security_history_with_address_and_browser()
    {
        using var visitor = new HttpVisitor(web).From(
            "198.51.100.9", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await FailAsync(visitor, Viewer, 1);
        await FailAsync(visitor, "nobody@fpy.example", 1);
        using var right = await visitor.SignInAsync(Viewer);

        var lines = await web.ReadAsync(
            db => db.Set<HistoryEntry>().Where(h => h.Subject == HistorySubject.Session).OrderBy(h => h.Id).ToListAsync());

        lines.Select(h => (h.Action, h.Address, h.Browser)).Should().Equal(
            ("session.refuse:password", "198.51.100.9", "Firefox 140 on Linux"), ("session.open", "198.51.100.9", "Firefox 140 on Linux"));
    }

    private static async Task FailAsync(HttpVisitor visitor, string email, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var wrong = await visitor.SignInAsync(email, "wrong");
            wrong.StatusCode.Should().Be(HttpStatusCode.OK);
        }
    }
}
