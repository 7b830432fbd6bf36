using System.Globalization;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FaspayBilling.Tests.Api.DocumentApi;

public sealed class DocumentTokenTests
{
    [Fact]
    public async Task A_client_signs_in_as_documented()
    {
        await using var api = await TestApi.MakeAsync();

        using var answer = await api.LoginAsync("FPY-erp", GivenClient.Secret);

        ((int)answer.StatusCode).Should().Be(200);
        var json = TestApi.Json(await answer.Content.ReadAsStringAsync());
        json.EnumerateObject().Select(p => p.Name).Should().Equal("access_token", "token_type", "expires_in", "scope");
        json.GetProperty("token_type").GetString().Should().Be("Bearer");
        json.GetProperty("expires_in").GetInt32().Should().Be(3600);
        json.GetProperty("scope").GetString().Should().Be("InvoicingAPI");
        answer.Headers.GetValues("correlationId").Should().ContainSingle();
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        answer.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [Theory]
    [InlineData("client_id=FPY-erp&client_secret=wrong&grant_type=client_credentials", "invalid_client")]
    [InlineData("client_id=nobody&client_secret=wrong&grant_type=client_credentials", "invalid_client")]
    [InlineData("client_id=FPY-erp&grant_type=client_credentials", "invalid_request")]
    [InlineData("client_id=FPY-erp&client_secret=x", "invalid_request")]
    [InlineData("client_id=FPY-erp&client_secret=x&grant_type=password", "unsupported_grant_type")]
    [InlineData("client_id=FPY-erp&client_secret=x&grant_type=client_credentials&scope=everything", "invalid_scope")]
    [InlineData("client_id=FPY-erp&client_id=other&client_secret=x&grant_type=client_credentials", "invalid_request")]
    [InlineData("client_id=%00&client_secret=%FF%FE&grant_type=client_credentials", "invalid_client")]
    [InlineData("client_id=' OR 1=1 --&client_secret=x&grant_type=client_credentials", "invalid_client")]
    [InlineData("", "invalid_request")]
    [InlineData("{\"client_id\":\"FPY-erp\"}", "invalid_request")]
    public async Task A_wrong_sign_in_gets_an_error_of_OAuth(string form, string error)
    {
        await using var api = await TestApi.MakeAsync();

        var reply = await api.SendAsync(
            HttpMethod.Post, "/connect/token", null, System.Text.Encoding.UTF8.GetBytes(form), "application/x-www-form-urlencoded");

        reply.Status.Should().Be(400);
        reply.Json.GetProperty("error").GetString().Should().Be(error);
        reply.Json.GetProperty("error_description").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_log_says_who_signed_in_and_from_where_somebody_failed_to_and_never_what_was_sent()
    {
        using var log = new CapturedLog();
        await using var web = new TestWeb(new() { ["Demo:Enabled"] = "true" }, log: log);
        using var system = new HttpVisitor(web).From("198.51.100.9");

        using var wrong = await SignInAsync(system, DemoAccess.ClientId, "guessed-secret");
        using var swapped = await SignInAsync(system, DemoAccess.ClientSecret, DemoAccess.ClientId);
        using var right = await SignInAsync(system, DemoAccess.ClientId, DemoAccess.ClientSecret);

        var lines = log.Text.Split('\n');
        lines.Where(line => line.Contains("TokenEndpoint[2112]", StringComparison.Ordinal)).Should().HaveCount(2)
            .And.OnlyContain(line => line.Contains("from 198.51.100.9 was refused", StringComparison.Ordinal));
        lines.Should().ContainSingle(line => line.Contains("TokenEndpoint[2114]", StringComparison.Ordinal))
            .Which.Should().Contain("from 198.51.100.9");
        log.Text.Should().NotContain("guessed-secret").And.NotContain(DemoAccess.ClientSecret);
    }

    [Fact]
    public async Task The_log_says_from_where_a_token_came_that_is_none_but_nothing_of_one_that_ended()
    {
        using var log = new CapturedLog();
        var clock = Given.Clock();
        await using var web = new TestWeb(clock: clock, log: log);
        var ofNobody = web.Get<FaspayBilling.Web.Api.DocumentApi.ApiTokens>().Issue(new ApiGrant(7, 7));

        await CallAsync(web, $"Bearer {ofNobody}");
        await CallAsync(web, $"Bearer {ofNobody}A");
        await CallAsync(web, "Basic Z3Vlc3NlZA==");
        await CallAsync(web, null);
        clock.Advance(TimeSpan.FromHours(1));
        await CallAsync(web, $"Bearer {ofNobody}");

        log.Text.Split('\n').Where(line => line.Contains("DocumentApiPipeline[2115]", StringComparison.Ordinal)).Should().HaveCount(3)
            .And.OnlyContain(line => line.StartsWith("Warning ", StringComparison.Ordinal)
                && line.Contains("from 198.51.100.9 was refused", StringComparison.Ordinal));
        log.Text.Should().NotContain(ofNobody).And.NotContain("Z3Vlc3NlZA");
    }

    [Fact]
    public async Task A_token_ends_after_an_hour()
    {
        await using var api = await TestApi.MakeAsync();
        var token = await api.TokenAsync("FPY-erp");

        api.Clock.Advance(TimeSpan.FromSeconds(3599));
        (await api.GetAsync(token, "/documenttypes")).Status.Should().Be(200);
        api.Clock.Advance(TimeSpan.FromSeconds(1));

        (await api.GetAsync(token, "/documenttypes")).Said.Should().Be("401 Unauthorized");
    }

    [Fact]
    public async Task A_token_that_was_touched_is_worth_nothing()
    {
        await using var api = await TestApi.MakeAsync();
        var token = await api.TokenAsync("FPY-erp");
        string[] forged =
        [
            token[..^1],
            token + "A",
            token[..20] + (token[20] == 'A' ? 'B' : 'A') + token[21..],
            "",
            "x",
            new string('A', 3000),
            token.ToUpperInvariant()
        ];

        foreach (var one in forged)
        {
            (await api.GetAsync(one, "/documenttypes")).Said.Should().Be("401 Unauthorized", one);
        }

        var reply = await api.GetAsync(null, "/documenttypes");
        reply.Said.Should().Be("401 Unauthorized");
        reply.Headers["WWW-Authenticate"].Should().Be("Bearer");
        reply.Headers.Should().NotContainKey("Location");
    }

    [Fact]
    public async Task What_this_installation_protects_for_another_purpose_is_no_token()
    {
        await using var api = await TestApi.MakeAsync();
        var tokens = api.Web.Get<IOptionsMonitor<BearerTokenOptions>>().Get(FaspayBilling.Web.Api.DocumentApi.ApiTokens.Scheme);
        var cookies = api.Web.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = tokens.BearerTokenProtector.Unprotect(await api.TokenAsync("FPY-erp"))!;
        string[] others = [tokens.RefreshTokenProtector.Protect(ticket), cookies.TicketDataFormat.Protect(ticket)];

        foreach (var one in others)
        {
            (await api.GetAsync(one, "/documenttypes")).Said.Should().Be("401 Unauthorized");
        }

        (await api.GetAsync(tokens.BearerTokenProtector.Protect(ticket), "/documenttypes")).Status
            .Should().Be(200, "the purpose alone was another");
    }

    [Fact]
    public async Task A_token_of_another_installation_is_worth_nothing()
    {
        await using var api = await TestApi.MakeAsync();
        await using var elsewhere = await TestApi.MakeAsync();
        var (own, foreign) = (await api.TokenAsync("FPY-erp"), await elsewhere.TokenAsync("FPY-erp"));

        (await api.GetAsync(own, "/documenttypes")).Status.Should().Be(200);
        (await api.GetAsync(foreign, "/documenttypes")).Said.Should().Be("401 Unauthorized");
    }

    [Fact]
    public async Task A_revoked_clients_token_ends_at_once()
    {
        await using var api = await TestApi.MakeAsync();
        var token = await api.TokenAsync("FPY-erp");
        var now = api.Clock.GetUtcNow().UtcDateTime;
        await api.Db.ReadAsync(
            d => d.Set<ApiClient>().Where(c => c.ClientId == "FPY-erp").ExecuteUpdateAsync(set => set.SetProperty(c => c.RevokedAt, now)));

        (await api.GetAsync(token, "/documenttypes")).Said.Should().Be("401 Unauthorized");
        using var again = await api.LoginAsync("FPY-erp", GivenClient.Secret);
        ((int)again.StatusCode).Should().Be(400);
    }

    [Theory]
    [InlineData("022732101075000", true)]
    [InlineData("0022732101075000", true)]
    [InlineData("02.273.210.1-075.000", true)]
    [InlineData("022732101075000:201901234567", true)]
    [InlineData("0013825647609000", false)]
    [InlineData("100015840", false)]
    [InlineData("", false)]
    public async Task An_intermediary_acts_for_whom_it_was_granted(string onBehalfOf, bool granted)
    {
        await using var api = await TestApi.MakeAsync();
        await api.Db.RepresentAsync(api.AgentClient, api.Fpy);

        using var answer = await api.LoginAsync("AGN-erp", GivenClient.Secret, onBehalfOf);

        ((int)answer.StatusCode).Should().Be(granted ? 200 : 400);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(granted ? "access_token" : "unauthorised_client");
    }

    [Fact]
    public async Task A_representation_that_ended_gives_no_token_and_its_token_does_nothing()
    {
        await using var api = await TestApi.MakeAsync();
        await api.Db.RepresentAsync(
            api.AgentClient, api.Fpy, to: DateOnly.ParseExact("2026-11-16", "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var document = await api.DocumentAsync();
        api.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 16, 23, 59, 30, TimeSpan.FromHours(7)));
        var token = await api.TokenAsync("AGN-erp", "022732101075000");
        (await api.GetAsync(token, $"/documents/{document.DocumentId}/details")).Status.Should().Be(200);

        api.Clock.Advance(TimeSpan.FromMinutes(1));

        (await api.GetAsync(token, $"/documents/{document.DocumentId}/details")).Said.Should().Be("403 Forbidden");
        using var again = await api.LoginAsync("AGN-erp", GivenClient.Secret, "022732101075000");
        ((int)again.StatusCode).Should().Be(400);
    }

    private static async Task CallAsync(TestWeb web, string? authorization)
    {
        using var http = new HttpClient { BaseAddress = new Uri(web.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1.0/documenttypes", UriKind.Relative));
        request.Headers.Add(CallerAddress.Header, "198.51.100.9");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await http.SendAsync(request);
        ((int)answer.StatusCode).Should().Be(401);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpVisitor system, string client, string secret) =>
        system.PostAsync("/connect/token", ("client_id", client), ("client_secret", secret), ("grant_type", "client_credentials"));
}
