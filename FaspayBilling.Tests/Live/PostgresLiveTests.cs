using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Live;
using FaspayBilling.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Live;

public sealed class PostgresLiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [PostgresFact]
    public async Task A_commit_on_one_node_is_heard_on_the_other()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var fpy = await nodes.A.Given.MerchantAsync("FPY");
        var heard = nodes.FirstHeardOnB(fpy.Id);

        await nodes.A.Write.RunAsync(fpy.Finance, new(HistorySubject.Invoice, "Cancel"), write =>
        {
            write.MarkChanged(HistorySubject.Invoice, 42);
            return Task.FromResult(Outcome.Done);
        }, CancellationToken.None);

        (await heard.WaitAsync(Patience)).Touches(HistorySubject.Invoice, 42).Should().BeTrue();
    }

    [PostgresFact]
    public async Task A_node_hears_its_own_change_once()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var heardOnA = new List<LiveChange>();
        using var listening = nodes.A.Live.Subscribe(1, heardOnA.Add);
        var heardOnB = nodes.FirstHeardOnB(1);

        nodes.A.Live.Publish(new LiveChange(1, [new ChangedRow(HistorySubject.Mail, 1)]));
        await heardOnB.WaitAsync(Patience);

        // B answers on the same channel: when A has heard that, it has also been told of its own.
        nodes.B.Live.Publish(new LiveChange(1, [new ChangedRow(HistorySubject.Mail, 2)]));
        SpinWait.SpinUntil(() => heardOnA.Exists(c => c.Touches(HistorySubject.Mail, 2)), Patience).Should().BeTrue();

        heardOnA.Should().ContainSingle(c => c.Touches(HistorySubject.Mail, 1));
    }

    [PostgresFact]
    public async Task A_change_of_many_rows_arrives_whole()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var arrived = new HashSet<long>();
        using var listening = nodes.B.Live.Subscribe(
            1, change => { lock (arrived) arrived.UnionWith(change.Rows.Select(r => r.Id!.Value)); });

        nodes.A.Live.Publish(
            new LiveChange(
                1, [.. Enumerable.Range(1, 1_000).Select(i => new ChangedRow(HistorySubject.TaxNumberRange, long.MaxValue - i))]));

        SpinWait.SpinUntil(() => { lock (arrived) return arrived.Count == 1_000; }, Patience).Should().BeTrue();
    }

    [PostgresFact]
    public async Task A_broken_line_is_opened_again()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var heard = nodes.FirstHeardOnB(1);

        await nodes.A.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"));

        SpinWait.SpinUntil(() =>
        {
            nodes.A.Live.Publish(new LiveChange(1, [new ChangedRow(HistorySubject.Mail, 1)]));
            return heard.Wait(TimeSpan.FromMilliseconds(200));
        }, Patience).Should().BeTrue();
    }
}
