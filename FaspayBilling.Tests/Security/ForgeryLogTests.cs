using System.Net;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>What the log says of forms that did not come from a page of this site.</summary>
public sealed class ForgeryLogTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_form_without_a_token_is_told_once_with_its_page_and_from_where_it_came(string environment)
    {
        using var log = new CapturedLog();
        await using var web = new TestWeb(environment: environment, log: log);
        using var stranger = new HttpVisitor(web).From("198.51.100.9");

        using var answer = await SendAsync(stranger);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        Told(log).Should().ContainSingle().Which
            .Should().StartWith("Warning ").And.Contain("to /account/sign-in from 198.51.100.9 and refused");
        log.Text.Should().NotContain("ada@fpy.example").And.NotContain("typed-secret");
    }

    [Fact]
    public async Task A_form_with_its_token_is_not_told()
    {
        using var log = new CapturedLog();
        await using var web = new TestWeb(log: log);
        using var visitor = new HttpVisitor(web);

        using var answer = await visitor.SignInAsync("ada@fpy.example", "typed-secret");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        Told(log).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_sends_them_without_end_does_not_fill_the_log()
    {
        using var log = new CapturedLog();
        await using var web = new TestWeb(clock: Given.Clock(), log: log);
        using var stranger = new HttpVisitor(web).From("198.51.100.9");
        using var other = new HttpVisitor(web).From("198.51.100.10");

        for (var i = 0; i < 15; i++)
        {
            using var one = await SendAsync(stranger);
        }

        using var answer = await SendAsync(other);

        Told(log).Should().HaveCount(13, "12 are told of each network and minute");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpVisitor visitor) =>
        visitor.PostAsync("/account/sign-in", ("_handler", "sign-in"), ("Email", "ada@fpy.example"), ("Password", "typed-secret"));

    private static IEnumerable<string> Told(CapturedLog log) =>
        log.Text.Split('\n').Where(line => line.Contains("[2292]", StringComparison.Ordinal));
}
