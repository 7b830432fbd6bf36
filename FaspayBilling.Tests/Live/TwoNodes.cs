using FaspayBilling.Core.Data;
using FaspayBilling.Core.Live;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Live;

/// <summary>Two nodes on one PostgreSQL database that hear each other.</summary>
internal sealed class TwoNodes(TestDb a, TestDb b) : IAsyncDisposable
{
    public TestDb A => a;

    public TestDb B => b;

    public static async Task<TwoNodes> StartAsync()
    {
        var a = await TestDb.MakeAsync(Database.Postgres);
        var nodes = new TwoNodes(a, a.AnotherNode());
        foreach (var carrier in nodes.Carriers)
        {
            await carrier.StartAsync(CancellationToken.None);
            await carrier.Listening.WaitAsync(TimeSpan.FromSeconds(20));
        }

        return nodes;
    }

    public Task<LiveChange> FirstHeardOnB(long merchantId)
    {
        var heard = new TaskCompletionSource<LiveChange>(TaskCreationOptions.RunContinuationsAsynchronously);
        b.Live.Subscribe(merchantId, change => heard.TrySetResult(change));
        return heard.Task;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var carrier in Carriers)
        {
            await carrier.StopAsync(CancellationToken.None);
        }

        await b.DisposeAsync();
        await a.DisposeAsync();
    }

    private IEnumerable<PostgresLive> Carriers => [a.Get<PostgresLive>(), b.Get<PostgresLive>()];
}
