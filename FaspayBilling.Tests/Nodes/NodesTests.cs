using System.Globalization;
using System.Net;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.EndToEnd;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.Nodes;

/// <summary>What users and callers of two nodes behind nginx meet, also when one of them or the database goes.</summary>
public sealed class NodesTests(NodePair nodes) : IClassFixture<NodePair>
{
    private const string Documented = "INV-FPY-032300400";
    private const string Finance = "finance@fpy.example";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [NodesFact]
    public async Task Who_signed_in_at_a_node_that_dies_is_signed_in_at_the_other_and_stays_there()
    {
        using var client = nodes.ClientAt("a");
        using var ayu = new HttpVisitor(nodes.Address, client);
        using var signed = await ayu.SignInAsync(Finance);
        var before = nodes.NodeOf(client);

        var (away, during) = await WithoutAsync(nodes.A, async () =>
        {
            using var answer = await ayu.GetAsync("/billings");
            return (answer.StatusCode, nodes.NodeOf(client));
        });
        using var back = await ayu.GetAsync("/billings");

        signed.LeadsTo().Should().Be("/");
        (away, back.StatusCode).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK));
        (before, during, nodes.NodeOf(client)).Should().Be(("a", "b", "b"), "its files and pages are at the other now");
    }

    [NodesFact]
    public async Task What_is_cancelled_at_one_node_shows_on_the_open_page_of_the_other()
    {
        await using var list = await nodes.GuestAtAsync("a", Finance);
        await using var other = await nodes.GuestAtAsync("b", Finance);
        await list.GoAsync($"/billings?q={Documented}", "Billings");
        await Assertions.Expect(list.Row(Documented).GetByTestId("status")).ToHaveTextAsync("Unpaid");

        await other.GoAsync($"/billings/{Documented}", Documented);
        await other.ActAsync("Cancel");

        await Assertions.Expect(list.Row(Documented).GetByTestId("status")).ToHaveTextAsync("Cancelled");
        (await nodes.NodeOfAsync(list.Page), await nodes.NodeOfAsync(other.Page)).Should().Be(("a", "b"));
    }

    [NodesFact]
    public async Task Eight_writers_at_both_nodes_get_numbers_of_their_own_without_a_gap()
    {
        using var a = new NodeBills(nodes, "a");
        using var b = new NodeBills(nodes, "b");
        await using var db = nodes.Open();
        var before = await NumbersAsync(db);

        var bills = await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            var made = new List<string>();
            for (var i = 0; i < 6; i++)
            {
                // The same bill at both nodes at once is one bill.
                var twins = await Task.WhenAll(new[] { a, b }.Select(node => node.InsistAsync($"80{writer}{i}")));
                made.Add(twins.Distinct(StringComparer.Ordinal).Single());
            }

            return made;
        }));

        bills.SelectMany(made => made).Should().HaveCount(48).And.OnlyHaveUniqueItems();
        var numbers = (await NumbersAsync(db)).Except(before).Order(StringComparer.Ordinal).Select(n => int.Parse(n[^5..], null)).ToList();
        numbers.Should().Equal(Enumerable.Range(numbers[0], 48));
    }

    [NodesFact]
    public async Task A_mail_that_a_dead_node_had_in_hand_leaves_by_the_other_once_its_lease_is_over()
    {
        await using var db = nodes.Open();
        var merchant = new GivenMerchant(db, await db.ReadAsync(d => d.Set<Merchant>().SingleAsync(m => m.Code == "FPY")));

        var meanwhile = await WithoutAsync(nodes.A, async () =>
        {
            var now = db.Clock.GetUtcNow().UtcDateTime;
            var held = await merchant.MailAsync(to: "held@pelanggan.example", also: m => m.LeasedUntil = now.AddMinutes(2));
            var free = await merchant.MailAsync(to: "free@pelanggan.example");
            await LeavesAsync(db, free);
            var state = await StateAsync(db, held);
            await db.ReadAsync(d => d.Set<OutboxMail>().Where(m => m.Id == held.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, now.AddMinutes(-1))));
            await LeavesAsync(db, held);
            return state;
        });

        meanwhile.Should().Be(MailState.Waiting, "the dead node may still be sending it");
        Directory.EnumerateFiles(nodes.MailFolder, "*.eml").Count(f => File.ReadAllText(f).Contains("held@pelanggan.example"))
            .Should().Be(1);
    }

    [NodesFact]
    public async Task A_restart_of_one_node_after_the_other_loses_nothing_that_was_typed()
    {
        await using var guest = await nodes.GuestAtAsync("a", Finance);
        guest.Page.SetDefaultTimeout(120_000);
        await guest.GoAsync("/billings/new", "New invoice");
        await guest.Page.GetByLabel("Invoice Subject").PressSequentiallyAsync("Hosting in May");
        await guest.Page.IsKeptAsync();

        foreach (var (node, at) in new[] { (nodes.A, "b"), (nodes.B, "a") })
        {
            try
            {
                (await node.StopAsync()).Should().Be(0, "{0}", node.Log);
                await guest.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
                await guest.PressAsync("Restore what you typed");
                await Assertions.Expect(guest.Page.GetByLabel("Invoice Subject")).ToHaveValueAsync("Hosting in May");
                (await nodes.NodeOfAsync(guest.Page)).Should().Be(at);
            }
            finally
            {
                await nodes.ReturnAsync(node);
            }
        }
    }

    [NodesFact]
    public async Task Without_a_connection_left_callers_are_told_to_come_again_and_what_they_ask_again_is_done_once()
    {
        using var a = new NodeBills(nodes, "a");
        using var b = new NodeBills(nodes, "b");
        await a.InsistAsync("9000");

        string?[] refused;
        try
        {
            await LimitConnectionsAsync(0);
            await EndConnectionsAsync();
            refused = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => (i % 2 == 0 ? a : b).CreateAsync($"900{i}")));
        }
        finally
        {
            await LimitConnectionsAsync(-1);
        }

        var again = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => (i % 2 == 0 ? b : a).InsistAsync($"900{i}")));

        refused.Should().OnlyContain(bill => bill == null);
        again.Should().OnlyHaveUniqueItems();
        await using var db = nodes.Open();
        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync(i => i.TransactionNumber!.StartsWith("900")))).Should().Be(9);
    }

    [NodesFact]
    public async Task More_callers_than_connections_are_all_answered()
    {
        using var a = new NodeBills(nodes, "a");
        using var b = new NodeBills(nodes, "b");

        var bills = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? a : b).CreateAsync($"95{i:D2}")));

        bills.Should().NotContainNulls().And.OnlyHaveUniqueItems();
    }

    [NodesFact]
    public async Task PostgreSQL_restarts_under_open_pages_and_they_go_on()
    {
        await using var one = await nodes.GuestAtAsync("a", Finance);
        await using var other = await nodes.GuestAtAsync("b", Finance);
        foreach (var guest in new[] { one, other })
        {
            await guest.GoAsync("/billings?size=10", "Billings");
            await Assertions.Expect(guest.Page.Locator(".paged-table tbody tr")).ToHaveCountAsync(10);
            await guest.Page.EvaluateAsync("window.sameLoad = true");
        }

        await nodes.Server.StopAsync("fast");
        await nodes.Server.StartAsync();

        foreach (var guest in new[] { one, other })
        {
            var first = await guest.Page.Locator(".paged-table tbody tr a").First.InnerTextAsync();
            await guest.Page.GetByLabel("Next page").ClickAsync();
            await Assertions.Expect(guest.Page.Locator(".paged-table tbody tr a").First).Not.ToHaveTextAsync(first);
            (await guest.Page.EvaluateAsync<bool>("window.sameLoad === true")).Should().BeTrue("it is still the page that was open");
        }
    }

    // Whatever comes of it, the other tests find both nodes again.
    private async Task<T> WithoutAsync<T>(NodeProcess node, Func<Task<T>> then)
    {
        try
        {
            await node.KillAsync();
            return await then();
        }
        finally
        {
            await nodes.ReturnAsync(node);
        }
    }

    private Task LimitConnectionsAsync(int most) => nodes.Server.ExecuteAsync(
        "postgres", string.Create(CultureInfo.InvariantCulture, $"ALTER ROLE {NodePair.User} CONNECTION LIMIT {most}"));

    private Task EndConnectionsAsync() => nodes.Server.ExecuteAsync(
        "postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{NodePair.User}'");

    private static Task<List<string>> NumbersAsync(TestDb db) => db.ReadAsync(d => d.Set<Invoice>()
        .Where(i => i.TransactionNumber!.StartsWith("80")).Select(i => i.Number).ToListAsync());

    private static Task<MailState> StateAsync(TestDb db, OutboxMail mail) =>
        db.ReadAsync(d => d.Set<OutboxMail>().Where(m => m.Id == mail.Id).Select(m => m.State).SingleAsync());

    private static async Task LeavesAsync(TestDb db, OutboxMail mail)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await StateAsync(db, mail) != MailState.Sent)
        {
            await Task.Delay(100, patience.Token);
        }
    }
}
