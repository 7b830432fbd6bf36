using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Api.BillingApi;

public sealed class BadBillingCallTests(DemoWeb demo) : IClassFixture<DemoWeb>
{
    [Fact]
    public async Task Each_malformed_call_gets_the_documented_01_that_names_what_is_wrong_and_nothing_changes()
    {
        using var system = new BillingSystem(demo.Web);
        var before = await FingerprintAsync(demo.Web);
        var unexpected = new List<string>();

        foreach (var call in BadBillingCalls.All)
        {
            var reply = await system.SendAsync(call.Query, call.Body);
            if (reply.Status != 200 || !IsRefusal(reply, call.Blames))
            {
                unexpected.Add($"{call.Name}: {reply.Status} {reply.Body}");
            }
        }

        unexpected.Should().BeEmpty();
        BadBillingCalls.All.Select(c => c.Name).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(300);
        (await FingerprintAsync(demo.Web)).Should().Be(before);
        (await system.AskAsync(BillingSystem.Call(DemoAccess.Username, DemoAccess.ApiPassword))).Body.Should().Be(DocumentedBilling.Answer);
    }

    private static bool IsRefusal(BillingReply reply, string blames) =>
        reply is { Code: "01", Data.Count: 0 } && reply.Message.StartsWith(
            blames, StringComparison.Ordinal) && reply.Message.Length <= 255 && reply.Headers.ContainsKey("correlationId")
        && reply.Json.EnumerateObject()
            .Select(p => p.Name)
            .SequenceEqual(["current_page", "total_pages", "total_data", "response_code", "data", "message"]);

    private static async Task<string> FingerprintAsync(TestWeb web)
    {
        await using var db = await web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        var invoices = await db.Set<Invoice>()
            .IgnoreQueryFilters()
            .OrderBy(i => i.Id)
            .Select(i => new { i.Id, i.Version, i.Status })
            .ToListAsync();
        return $"{string.Join(' ', invoices)} {await db.Set<HistoryEntry>().CountAsync()} "
            + $"{await db.Set<BillingCredential>().CountAsync()} {await db.Set<InstallationSecret>().CountAsync()}";
    }
}
