using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Extensions.Hosting;

namespace FaspayBilling.Tests.Outbox.Callbacks;

public sealed class CallbackWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_payment_wakes_the_worker_at_once()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        var worker = db.Get<IEnumerable<IHostedService>>().Single(s => s.GetType().GenericTypeArguments is [{ Name: "CallbackWorker" }]);
        await worker.StartAsync(CancellationToken.None);
        var delivered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        db.Live.Subscribe(paid.Fpy.Id, change =>
        {
            if (change.Touches(HistorySubject.Callback) && !change.Touches(HistorySubject.Invoice)) delivered.TrySetResult();
        });

        await paid.PayAsync();
        await delivered.Task.WaitAsync(Patience);

        server.Received.Should().ContainSingle();
        (await paid.OnlyAsync()).State.Should().Be(CallbackState.Delivered);
        await worker.StopAsync(CancellationToken.None);
    }
}
