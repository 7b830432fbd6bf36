using System.Diagnostics;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Faults;

/// <summary>A merchant's system that takes a callback and does not answer, under the running program.</summary>
public sealed class CallbackFaultsTests
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    [LinuxFact]
    public async Task A_receiver_that_hangs_holds_no_bill_up_and_is_called_no_oftener_than_is_written_down()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var ground = await FaultGround.MakeAsync(MerchantServer.Settings);
        (await ground.Db.Get<SaveCallbackUrl>().HandleAsync(ground.Merchant.Admin, server.Url, version: 0, default)).Ok.Should().BeTrue();
        server.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        (await ground.CreateAsync("1001")).ShouldBeDone();
        await PayAsync(ground, "1001");

        await Until.TrueAsync(() => Task.FromResult(server.Received.Count == 1), "the call");
        var begun = Stopwatch.GetTimestamp();
        (await ground.CreateAsync("1002")).ShouldBeDone();
        Stopwatch.GetElapsedTime(begun).Should().BeLessThan(Quick);
        await Until.TrueAsync(async () => (await OnlyAsync(ground)).LastError is not null, "the end of its time");
        server.Answers(StatusCodes.Status200OK);
        await DueAsync(ground);
        await Until.TrueAsync(async () => (await OnlyAsync(ground)).State == CallbackState.Delivered, "the delivery");

        (await ground.CreateAsync("1003")).ShouldBeDone();
        server.Received.Should().HaveCount((await OnlyAsync(ground)).Attempts);
        server.Received.Select(c => c["payment_id"]).Distinct().Should().ContainSingle();
        await ground.ShouldBeSoundAsync();
    }

    private static async Task PayAsync(FaultGround ground, string transaction)
    {
        var number = await ground.Db.ReadAsync(
            d => d.Set<Invoice>().Where(i => i.TransactionNumber == transaction).Select(i => i.Number).SingleAsync());
        var today = JakartaCalendar.DayOf(ground.Db.Clock.Now());
        var paid = await ground.Db.Get<RecordPayment>()
            .HandleAsync(ground.Merchant.Finance, number, new PaymentInput(10_000m, today, "Virtual account"), default);
        paid.Ok.Should().BeTrue();
    }

    private static Task<int> DueAsync(FaultGround ground)
    {
        var past = ground.Db.Clock.Now();
        return ground.Db.ReadAsync(d => d.Set<CallbackCall>().ExecuteUpdateAsync(set => set.SetProperty(c => c.NextTryAt, past)));
    }

    private static Task<CallbackCall> OnlyAsync(FaultGround ground) =>
        ground.Db.ReadAsync(d => d.Set<CallbackCall>().AsNoTracking().SingleAsync());
}
