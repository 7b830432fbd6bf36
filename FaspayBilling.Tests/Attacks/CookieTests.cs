using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Tests.Attacks;

/// <summary>Cookies reach no script, no other site and no other host, and nobody makes one.</summary>
public sealed class CookieTests(TwoMerchants given) : IClassFixture<TwoMerchants>
{
    private const string Site = "https://billing.example";
    private const string Email = "ada@toko.example";
    private const string SignIn = "/account/sign-in";
    private const string Password = "/account/password";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_cookie_of_a_whole_walk_stays_with_this_host_and_away_from_scripts(bool https)
    {
        await using var web = https
            ? new TestWeb(new() { ["Site:Address"] = Site }, environment: "Production")
            : new TestWeb();
        var names = web.Get<CookieNames>();
        using var cookies = new SetCookies(
            https ? new TlsProxy(web.Address) : new HttpClientHandler { AllowAutoRedirect = false });

        await WalkAsync(web, https ? Site : web.Address, cookies);

        cookies.Seen.Select(c => c.Split('=')[0]).Distinct().Should().HaveCount(5)
            .And.Contain([names.Session, names.Known, names.Half, names.Passkey]);
        cookies.Seen.Should().Contain(c => c.StartsWith($"{names.Session}=;", StringComparison.Ordinal), "the sign-out takes it away");
        foreach (var cookie in cookies.Seen)
        {
            var parts = cookie.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries);
            parts.Should().Contain(["httponly", "path=/"]);
            parts.Should().ContainSingle(p => p == "samesite=lax" || p == "samesite=strict");
            parts.Should().NotContain(p => p.StartsWith("domain", StringComparison.Ordinal));
            if (https)
            {
                cookie.Should().StartWith("__Host-");
                parts.Should().Contain("secure");
            }
        }
    }

    [Fact]
    public async Task No_altered_cookie_of_a_session_signs_in_or_breaks_a_page()
    {
        using var ada = await given.SignedInAsync(TwoMerchants.Owner);
        using var bima = await given.SignedInAsync(TwoMerchants.Admin);
        var name = given.Web.Get<CookieNames>().Session;
        var (mine, another) = (ValueOf(ada, name), ValueOf(bima, name));
        using var http = new RawHttp(given.Web.Address);
        using var whole = await http.GetAsync("/billings", $"{name}={mine}");
        var wrong = new List<string>();

        foreach (var seed in AttackCount.Seeds)
        {
            var altered = AlteredCookie.Of(mine, another, new Random(seed));
            using var answer = await http.GetAsync("/billings", $"{name}={altered}");
            if (answer.LeadsTo()?.StartsWith(SignIn, StringComparison.Ordinal) != true)
            {
                wrong.Add($"{seed}: {altered} is answered {answer.StatusCode}");
            }
        }

        whole.StatusCode.Should().Be(HttpStatusCode.OK, "unaltered it signs in");
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task No_altered_cookie_of_a_form_breaks_its_page_or_lets_the_form_pass()
    {
        using var visitor = given.Stranger();
        using var someone = given.Stranger();
        var token = await FoundForm.TokenAsync(visitor, SignIn);
        (await someone.GetAsync(SignIn)).Dispose();
        var name = NameOfToken(visitor);
        var (mine, another) = (ValueOf(visitor, name), ValueOf(someone, name));
        using var http = new RawHttp(given.Web.Address);
        var wrong = new List<string>();

        foreach (var seed in AttackCount.Seeds)
        {
            var altered = ("Cookie", $"{name}={AlteredCookie.Of(mine, another, new Random(seed))}");
            using var page = await http.SendAsync("GET", SignIn, null, altered);
            using var sent = await http.SendAsync("POST", "/account/sign-out", [(FoundForm.Token, token)], altered);
            if (page.StatusCode != HttpStatusCode.OK || sent.StatusCode != HttpStatusCode.BadRequest)
            {
                wrong.Add($"{seed}: {altered} is answered {page.StatusCode}, the form {sent.StatusCode}");
            }
        }

        wrong.Should().BeEmpty();
    }

    private static async Task WalkAsync(TestWeb web, string site, SetCookies cookies)
    {
        using var visitor = new HttpVisitor(site, cookies);
        var link = new Uri(await web.Get<OfferSetup>().HandleAsync(default)).PathAndQuery;
        using var nobody = await visitor.GetAsync("/");
        using var made = await visitor.SendAsync(
            link, ("MerchantName", "Toko Ada"), ("Code", "ADA"), ("YourName", "Ada"), ("Email", Email), ("Password", DemoAccess.Password),
            ("Repeated", DemoAccess.Password));
        made.LeadsTo().Should().Be("/");
        foreach (var route in Routes.Of(web).Where(r => r.RoutePattern.Parameters.Count == 0 && r.Takes("GET")))
        {
            using var looked = await visitor.GetAsync(route.Name());
        }

        await visitor.TurnOnAsync();
        using var passkey = await visitor.PostAsync(
            "/account/passkeys/use", (FoundForm.Token, await FoundForm.TokenAsync(visitor, Password)), ("credential", ""));
        using var bill = await visitor.GetAsync($"/bill/{new string('A', 32)}");
        using var language = await visitor.PostAsync(
            "/account/language", (FoundForm.Token, await FoundForm.TokenAsync(visitor, Password)), ("language", "Indonesian"));
        using var changed = await visitor.SendAsync(
            Password, ("Current", DemoAccess.Password), ("Password", "Another-2026"), ("Repeated", "Another-2026"));
        using var left = await visitor.SignOutAsync();
        using var forgot = await visitor.SendAsync("/account/forgot", ("Email", Email));
        using var wrong = await visitor.SignInAsync(Email, "wrong");
        using var again = await visitor.SendAsync(SignIn, ("Email", Email), ("Password", "Another-2026"), ("Remember", "true"));
        new[] { language, left, again }.Should().OnlyContain(answer => answer.LeadsTo() != null, "the walk goes all the way");
    }

    private string ValueOf(HttpVisitor visitor, string name) => visitor.Cookies.GetCookies(new Uri(given.Web.Address))[name]!.Value;

    private string NameOfToken(HttpVisitor visitor) =>
        visitor.Cookies.GetCookies(new Uri(given.Web.Address)).Single(c => c.Name.Contains("Antiforgery", StringComparison.Ordinal)).Name;
}
