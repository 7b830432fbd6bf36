using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Api.BillingApi;

public sealed class BillingSignInTests
{
    [Fact]
    public async Task A_made_credential_works_until_it_is_revoked()
    {
        await using var web = TestWeb.WithDemo();
        using var system = new BillingSystem(web);
        var admin = Actor.System(1);
        var made = (await web.Get<MakeBillingCredential>().HandleAsync(admin, default)).Value;
        var row = (await web.Get<ListApiAccess>().HandleAsync(admin, default)).Value.Credentials.Single(c => c.Username == made.Username);

        var before = await system.AskAsync(BillingSystem.Call(made.Username, made.Password));
        await web.Get<RevokeBillingCredential>().HandleAsync(admin, row.Id, default);
        var after = await system.AskAsync(BillingSystem.Call(made.Username, made.Password));

        before.Body.Should().Be(DocumentedBilling.Answer);
        (after.Code, after.Data.Count).Should().Be(("01", 0));
        after.Message.Should().StartWith("signature:");
        (await system.AskAsync(BillingSystem.Call(DemoAccess.Username, DemoAccess.ApiPassword))).Code.Should().Be("00");
    }

    [Fact]
    public async Task After_30_wrong_signatures_within_a_minute_even_a_right_one_is_not_looked_at()
    {
        var clock = Given.Clock();
        await using var web = new TestWeb(new() { ["Demo:Enabled"] = "true" }, clock);
        using var system = new BillingSystem(web);
        var right = BillingSystem.Call(DemoAccess.Username, DemoAccess.ApiPassword);

        var wrong = new List<BillingReply>();
        for (var i = 0; i < 30; i++)
        {
            wrong.Add(await system.AskAsync(BillingSystem.Call(DemoAccess.Username, $"guess {i}")));
        }

        var blocked = await system.AskAsync(right);
        clock.Advance(TimeSpan.FromSeconds(59));
        var stillBlocked = await system.AskAsync(right);
        clock.Advance(TimeSpan.FromSeconds(1));
        var free = await system.AskAsync(right);

        wrong.Should().OnlyContain(r => r.Code == "01" && r.Message.StartsWith("signature: Invalid signature", StringComparison.Ordinal));
        blocked.Message.Should().StartWith("signature: too many");
        stillBlocked.Body.Should().Be(blocked.Body);
        free.Code.Should().Be("00");
    }

    [Fact]
    public async Task The_log_names_each_wrong_signature_by_its_call_and_once_a_minute_that_they_are_too_many()
    {
        using var log = new CapturedLog();
        await using var web = new TestWeb(clock: Given.Clock(), log: log);
        using var system = new BillingSystem(web);

        var replies = new List<BillingReply>();
        for (var i = 0; i < 32; i++)
        {
            replies.Add(await system.AskAsync(BillingSystem.Call("a", $"guess {i}")));
        }

        var lines = log.Text.Split('\n');
        var wrong = lines.Where(line => line.Contains("BillingApiPipeline[2102]", StringComparison.Ordinal)).ToList();
        wrong.Should().HaveCount(30);
        wrong[7].Should().Contain($"correlationId {replies[7].Headers["correlationId"]}");
        lines.Should().ContainSingle(line => line.Contains("BillingApiPipeline[2103]", StringComparison.Ordinal));
        log.Text.Should().NotContain(BillingSignature.Of("a", "guess 7"));
    }

    [Fact]
    public async Task An_installation_without_credentials_refuses_and_makes_nothing()
    {
        await using var web = new TestWeb();
        using var system = new BillingSystem(web);

        (await system.AskAsync(BillingSystem.Call("a", "b"))).Message.Should().StartWith("signature:");
    }
}
