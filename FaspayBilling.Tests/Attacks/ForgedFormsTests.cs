using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Architecture;
using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;

namespace FaspayBilling.Tests.Attacks;

/// <summary>
/// What another site makes somebody's browser send does nothing: asked of all addresses that take more than a look, and of all forms. That
/// nothing was done is read from all tables.
/// </summary>
public sealed class ForgedFormsTests(TwoMerchants given) : IClassFixture<TwoMerchants>, IAsyncLifetime
{
    private const string FormMark = "@formname=\"";
    private static readonly string[] Methods = ["POST", "PUT", "PATCH", "DELETE"];
    private static readonly (string Name, string Value)[] Foreign = [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")];

    private RawHttp http = null!;
    private HttpVisitor owner = null!;
    private HttpVisitor other = null!;
    private HttpVisitor unproved = null!;
    private HttpVisitor stranger = null!;

    public async Task InitializeAsync()
    {
        http = new RawHttp(given.Web.Address);
        owner = await given.SignedInAsync(TwoMerchants.Owner);
        (await owner.SendAsync(FactorSteps.SecondFactor, ("Current", DemoAccess.Password))).Dispose();
        unproved = await given.SignedInAsync(TwoMerchants.Viewer);
        other = await given.SignedInAsync(TwoMerchants.Finance);
        stranger = given.Stranger();
        (await stranger.GetAsync("/account/sign-in")).Dispose();
        (await other.GetAsync("/account/password")).Dispose();
        await given.QuietAsync();
    }

    public Task DisposeAsync()
    {
        owner.Dispose();
        other.Dispose();
        unproved.Dispose();
        stranger.Dispose();
        http.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task No_address_does_anything_for_a_form_without_a_token()
    {
        var routes = Routes.Of(given.Web).Where(r => !r.IsApi() && !IsWithoutForms(r)).ToList();
        var cookies = CookiesOf(owner);
        var before = await Tables.LinesAsync(given.Web);
        var wrong = new List<string>();

        foreach (var (route, method) in routes.SelectMany(r => Methods.Where(r.Takes).Select(m => (r, m))))
        {
            var address = Filled(route);
            using var bare = await SendAsync(method, address, cookies, [("language", "Indonesian")]);
            using var foreign = await SendAsync(method, address, cookies, [("language", "Indonesian")], Foreign);
            wrong.AddRange(new[] { bare, foreign }
                .Where(answer => answer.StatusCode != HttpStatusCode.BadRequest)
                .Select(answer => $"{method} {address} is answered {answer.StatusCode}"));
        }

        wrong.Should().BeEmpty();
        routes.Count(r => r.Takes("POST")).Should().BeGreaterThan(30, "else they were not found");
        (await Tables.LinesAsync(given.Web)).Should().Equal(before);
    }

    [Fact]
    public async Task No_form_of_a_page_is_taken_without_its_own_token()
    {
        var forms = await FormsAsync();
        var foreign = await FoundForm.TokenAsync(other, "/account/password");
        await given.QuietAsync();
        var before = await Tables.LinesAsync(given.Web);
        var wrong = new List<string>();

        foreach (var (who, form) in forms)
        {
            var cookies = CookiesOf(who);
            (string Name, string Value)[] planted = [(FoundForm.Token, foreign)];
            using var without = await SendAsync("POST", form.Address, cookies, form.Fields);
            using var elsewhere = await SendAsync("POST", form.Address, cookies, form.Fields, Foreign);
            using var others = await SendAsync("POST", form.Address, cookies, form.Fields.Concat(planted));
            using var pair = await SendAsync("POST", form.Address, WithPair(cookies), form.Fields.Concat(planted));
            using var nonsense = await SendAsync("POST", form.Address, cookies, form.Fields.Append((FoundForm.Token, "CfDJ8nonsense")));
            wrong.AddRange(new[] { without, elsewhere, others, pair, nonsense }
                .Index()
                .Where(tried => tried.Item.StatusCode != HttpStatusCode.BadRequest)
                .Select(tried => $"{form.Name} at {form.Address}, way {tried.Index}, is answered {tried.Item.StatusCode}"));
        }

        wrong.Should().BeEmpty();
        (await Tables.LinesAsync(given.Web)).Should().Equal(before);
    }

    [Fact]
    public async Task Every_form_that_a_page_writes_is_among_them()
    {
        var written = Sources.All.Where(file => file.Path.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => file.Lines)
            .Select(line => line.Split(FormMark))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[1].Split('"')[0])
            .ToList();

        var found = (await FormsAsync()).Select(f => f.Form.Name).ToList();

        written.Should().HaveCountGreaterThan(7);
        found.Should().Contain(written.Where(name => !name.StartsWith('@')));
        found.Should().Contain(
            name => name.StartsWith("end-", StringComparison.Ordinal) && name != "end-others", "one is written for each session");
    }

    [Fact]
    public async Task A_form_with_its_own_token_is_taken()
    {
        // Otherwise that nothing was done above would prove nothing.
        var before = await Tables.LinesAsync(given.Web);
        var token = await FoundForm.TokenAsync(owner, "/account/password");

        using var answer = await SendAsync(
            "POST", "/account/language", CookiesOf(owner), [(FoundForm.Token, token), ("language", "Indonesian")]);

        answer.LeadsTo().Should().Be("/");
        (await Tables.LinesAsync(given.Web)).Should().NotEqual(before);
    }

    [Fact]
    public async Task A_session_alone_gets_nothing_from_an_api()
    {
        var apis = Routes.Of(given.Web).Where(r => r.IsApi()).ToList();
        var before = await Tables.LinesAsync(given.Web);
        var cookies = CookiesOf(owner);
        var wrong = new List<string>();

        foreach (var (route, method) in apis.SelectMany(r => Methods.Prepend("GET").Where(r.Takes).Select(m => (r, m))))
        {
            var address = Filled(route);
            using var with = await SendAsync(method, address, cookies, null);
            using var without = await SendAsync(method, address, "", null);
            var said = await with.Content.ReadAsStringAsync();
            if (with.StatusCode != without.StatusCode || said.Contains(TwoMerchants.Marker, StringComparison.OrdinalIgnoreCase))
            {
                wrong.Add($"{method} {address} is answered {with.StatusCode}, without a session {without.StatusCode}");
            }
        }

        wrong.Should().BeEmpty();
        apis.Should().HaveCountGreaterThan(12, "else they were not found");
        (await Tables.LinesAsync(given.Web)).Should().Equal(before);
    }

    // The hub asks for the page's origin instead (HubOriginTests), and of its health a node is only asked.
    private static bool IsWithoutForms(RouteEndpoint route) => route.IsBelow("/_blazor") || route.IsBelow("/health");

    private string Filled(RouteEndpoint route) => route.Fill(parameter => parameter.IsNumber() ? "1" : given.Number);

    private Task<HttpResponseMessage> SendAsync(
        string method,
        string address,
        string cookies,
        IEnumerable<(string Name, string Value)>? form,
        params (string Name, string Value)[] headers) =>
        http.SendAsync(method, address, form, [("Cookie", cookies), RawHttp.From(given.Network()), .. headers]);

    /// <summary>The forms of all pages that are plain HTML, each as whoever fills it in.</summary>
    private async Task<IReadOnlyList<(HttpVisitor Who, FoundForm Form)>> FormsAsync()
    {
        var invitation = await given.Web.Get<InviteUser>().HandleAsync(
            new Actor(1, null, "Ada", Role.Admin), new InviteRequest("fajar@zebra.example", "Fajar", Role.Finance), default);
        string[] links =
        [
            "",
            new Uri(invitation.Value).Query,
            new Uri((await given.Web.Get<OfferReset>().HandleAsync(TwoMerchants.Admin, default)).Value).Query,
            new Uri(await given.Web.Get<OfferSetup>().HandleAsync(default)).Query,
        ];
        var pages = Routes.Of(given.Web)
            .Where(r => r.RoutePattern.Parameters.Count == 0
                && r.Metadata.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is not null)
            .Select(r => r.Name())
            .ToList();
        var forms = new List<(HttpVisitor Who, FoundForm Form)>();
        foreach (var address in pages.SelectMany(page => links.Select(link => page + link)))
        {
            forms.AddRange((await FoundForm.OfAsync(owner, address)).Select(form => (owner, form)));
            forms.AddRange((await FoundForm.OfAsync(stranger, address)).Select(form => (stranger, form)));
        }

        foreach (var (visitor, page) in given.Steps.Append(unproved).SelectMany(visitor => pages.Select(page => (visitor, page))))
        {
            forms.AddRange((await FoundForm.OfAsync(visitor, page)).Select(form => (visitor, form)));
        }

        return forms;
    }

    private string CookiesOf(HttpVisitor visitor) => visitor.Cookies.GetCookieHeader(new Uri(given.Web.Address));

    // Both halves of the other's token, beside the session of who is attacked: as a neighbour plants them who can write cookies.
    private string WithPair(string cookies)
    {
        var theirs = CookiesOf(other).Split("; ").Single(IsAntiforgery);
        return string.Join("; ", cookies.Split("; ").Where(c => c.Length > 0 && !IsAntiforgery(c)).Append(theirs));
    }

    private static bool IsAntiforgery(string cookie) => cookie.Contains("Antiforgery", StringComparison.OrdinalIgnoreCase);
}
