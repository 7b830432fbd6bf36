using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Tests.Security;

/// <summary>Who forgot the password gets a new one by mail.</summary>
public sealed class ResetTests : IAsyncLifetime
{
    private const string Viewer = "vera@fpy.example";
    private const string New = "Another-2026";

    private readonly DirectoryInfo mails = Directory.CreateTempSubdirectory("faspay-mails-");
    private readonly CapturedLog log = new();
    private readonly TestWeb web;

    public ResetTests() => web = new TestWeb(new() { ["Mail:Folder"] = mails.FullName }, Given.Clock(), log: log);

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default)).Ok
            .Should().BeTrue();
        await web.UserAsync(1, Viewer, Role.Viewer);
    }

    public async Task DisposeAsync()
    {
        await web.DisposeAsync();
        mails.Delete(recursive: true);
    }

    [Fact]
    public async Task The_whole_way_by_mail_ends_the_old_session_and_the_old_password()
    {
        using var signedIn = new HttpVisitor(web);
        using var session = await signedIn.SignInAsync(Viewer);
        using var visitor = new HttpVisitor(web);
        (await visitor.ReadAsync("/account/sign-in")).QuerySelector("a[href='/account/forgot']")!.TextContent
            .Should().Be("Forgot your password?");

        using var asked = await visitor.SendAsync("/account/forgot", ("Email", Viewer));
        var link = await LinkAsync();
        using var changed = await visitor.SendAsync(link, ("Password", New), ("Repeated", New));
        using var old = await visitor.SignInAsync(Viewer);
        using var right = await visitor.SignInAsync(Viewer, New);
        using var page = await signedIn.GetAsync("/billings");

        (await asked.AlertAsync()).Should().Contain("If a user has the address vera@fpy.example");
        (await changed.AlertAsync()).Should().StartWith("Your password was changed");
        (await old.AlertAsync()).Should().Be(PasswordSignIn.Wrong);
        right.LeadsTo().Should().Be("/");
        page.LeadsTo().Should().StartWith("/account/sign-in");
        (await visitor.ReadAsync(link)).QuerySelector("form").Should().BeNull("the link was used");
    }

    [Fact]
    public async Task The_second_factor_stays_and_is_asked_for_after_it()
    {
        using var owner = new HttpVisitor(web);
        using var session = await owner.SignInAsync(Viewer);
        var (app, _) = await owner.TurnOnAsync();
        using var visitor = new HttpVisitor(web);
        using var asked = await visitor.SendAsync("/account/forgot", ("Email", Viewer));
        using var changed = await visitor.SendAsync(await LinkAsync(), ("Password", New), ("Repeated", New));

        using var half = await visitor.SignInAsync(Viewer, New);
        var before = await visitor.HoldsAsync();
        using var through = await visitor.SendAsync(half.LeadsTo()!, ("Code", app.Next()));

        half.LeadsTo().Should().Be("/account/second?returnUrl=%2F");
        before.Should().BeFalse();
        through.LeadsTo().Should().Be("/");
    }

    [Fact]
    public async Task An_unknown_address_is_answered_in_the_same_words()
    {
        using var visitor = new HttpVisitor(web);

        using var unknown = await visitor.SendAsync("/account/forgot", ("Email", "nobody@fpy.example"));
        using var known = await visitor.SendAsync("/account/forgot", ("Email", Viewer));

        (await unknown.AlertAsync())!.Replace("nobody@fpy.example", Viewer, StringComparison.Ordinal)
            .Should().Be(await known.AlertAsync());
    }

    [Fact]
    public async Task What_is_no_address_and_what_is_no_password_are_marked_at_their_fields()
    {
        using var visitor = new HttpVisitor(web);
        using var asked = await visitor.SendAsync("/account/forgot", ("Email", Viewer));
        var link = await LinkAsync();

        using var nonsense = await visitor.SendAsync("/account/forgot", ("Email", "nonsense"));
        using var differ = await visitor.SendAsync(link, ("Password", New), ("Repeated", "Another-2027"));
        using var weak = await visitor.SendAsync(link, ("Password", "weak"), ("Repeated", "weak"));

        (await nonsense.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserEmail.Sentence());
        (await differ.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserPasswordsDiffer.Sentence());
        (await weak.AlertAsync()).Should().Be("Please correct the marked field.");
        (await visitor.ReadAsync(link)).QuerySelector("form").Should().NotBeNull("the link is still good");
    }

    [Theory]
    [InlineData("/account/reset")]
    [InlineData("/account/reset?link=never-given")]
    public async Task Another_link_says_so_and_leads_to_a_new_one(string path)
    {
        using var visitor = new HttpVisitor(web);

        var page = await visitor.ReadAsync(path);

        page.QuerySelector("[role=alert]")!.TextContent.Trim().Should().Be(UserRefusals.LinkInvalid.Sentence());
        page.QuerySelector("a[href='/account/forgot']").Should().NotBeNull();
    }

    [Fact]
    public async Task The_log_says_from_where_a_link_was_asked_for_and_used_and_never_whose()
    {
        using var visitor = new HttpVisitor(web).From("198.51.100.9");

        using var refused = await visitor.SendAsync("/account/forgot", ("Email", "nonsense"));
        LinesOf(2207).Should().BeEmpty();
        using var unknown = await visitor.SendAsync("/account/forgot", ("Email", "nobody@fpy.example"));
        using var asked = await visitor.SendAsync("/account/forgot", ("Email", Viewer));
        var link = await LinkAsync();
        using var weak = await visitor.SendAsync(link, ("Password", "weak"), ("Repeated", "weak"));
        LinesOf(2208).Should().BeEmpty();
        using var changed = await visitor.SendAsync(link, ("Password", New), ("Repeated", New));

        LinesOf(2207).Should().HaveCount(2).And.OnlyContain(line => line.Contains("asked for from 198.51.100.9"));
        LinesOf(2208).Should().ContainSingle().Which.Should().Contain("by a link from 198.51.100.9");
        log.Text.Should().NotContain(Viewer).And.NotContain("nobody@fpy.example");
    }

    private IEnumerable<string> LinesOf(int number) =>
        log.Text.Split('\n').Where(line => line.Contains($"ResetLog[{number}]", StringComparison.Ordinal));

    // A change of the sign-in is told by mail too.
    private static bool IsLink(ReceivedMail mail) => mail.To == Viewer && mail.Text.Contains("link=", StringComparison.Ordinal);

    // As it left: the outbox keeps it no longer.
    private async Task<string> LinkAsync()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        string? text;
        while ((text = MailFolder.Read(mails.FullName).SingleOrDefault(IsLink)?.Text) is null)
        {
            await Task.Delay(50, enough.Token);
        }

        return $"/account/reset?link={text.Split("link=")[1].Split('\r')[0]}";
    }
}
