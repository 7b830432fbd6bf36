using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace FaspayBilling.Tests.Outbox.Callbacks;

/// <summary>A merchant's system that does not answer holds up nobody else's, and is left alone for a while.</summary>
public sealed class CallbackTurnsTests
{
    private const int LanesOfOne = 4;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hanging_host_does_not_delay_another_merchants_callback(Database database)
    {
        await using var hanging = await MerchantServer.StartAsync();
        await using var quick = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: Patient());
        var hold = Hold(hanging);
        await PayAsync(await PaidBill.OfAsync(db, hanging.Url), bills: 6);
        var other = await PaidBill.OfAsync(db, quick.Url, "OTH");
        await other.PayAsync();

        var sending = other.SendAsync();
        await Until.TrueAsync(() => Task.FromResult(quick.Received.Count == 1), "the call to the host that answers");

        sending.IsCompleted.Should().BeFalse("the others still hang");
        hold.SetResult();
        (await sending).Should().Be(7);
        hanging.Received.Should().HaveCount(6);
        (await other.CallsAsync()).Should().OnlyContain(c => c.State == CallbackState.Delivered && c.Attempts == 1);
    }

    [Fact]
    public async Task A_callback_that_comes_while_another_host_hangs_is_made_at_once()
    {
        await using var hanging = await MerchantServer.StartAsync();
        await using var quick = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: Patient());
        var hold = Hold(hanging);
        await PayAsync(await PaidBill.OfAsync(db, hanging.Url), bills: 6);
        var other = await PaidBill.OfAsync(db, quick.Url, "OTH");
        var worker = db.Get<IEnumerable<IHostedService>>().Single(s => s.GetType().GenericTypeArguments is [{ Name: "CallbackWorker" }]);
        await worker.StartAsync(CancellationToken.None);
        await Until.TrueAsync(() => Task.FromResult(hanging.Received.Count == LanesOfOne), "that the other host has all it may have");

        db.Clock.Advance(TimeSpan.FromSeconds(3));
        await other.PayAsync();
        await Until.TrueAsync(() => Task.FromResult(quick.Received.Count == 1), "the call to the host that answers");

        hanging.Received.Should().HaveCount(LanesOfOne);
        hold.SetResult();
        await worker.StopAsync(CancellationToken.None);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_host_that_does_not_answer_is_left_alone_and_tried_again_later(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        Hold(server);
        var paid = await PaidBill.OfAsync(db, server.Url);
        await PayAsync(paid, bills: 7);

        (await paid.SendAsync()).Should().Be(LanesOfOne);
        (await AttemptsAsync(paid)).Should().Equal(1, 1, 1, 1, 0, 0, 0);
        server.Answers(200);
        (await paid.SendAsync()).Should().Be(0, "it is left alone");
        db.Clock.Advance(TimeSpan.FromSeconds(10));
        (await paid.SendAsync()).Should().Be(3);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        (await paid.SendAsync()).Should().Be(LanesOfOne);

        (await AttemptsAsync(paid)).Should().Equal(2, 2, 2, 2, 1, 1, 1);
        (await paid.CallsAsync()).Should().OnlyContain(c => c.State == CallbackState.Delivered);
    }

    [Fact]
    public async Task While_it_does_not_answer_one_callback_at_a_time_tries_it_less_and_less_often()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        Hold(server);
        var paid = await PaidBill.OfAsync(db, server.Url);
        await PayAsync(paid, bills: 7);
        var tried = new List<int>();

        for (var seconds = 0; seconds <= 30; seconds += 10)
        {
            tried.Add(await paid.SendAsync());
            db.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        tried.Should().Equal(LanesOfOne, 1, 0, 1);
        (await AttemptsAsync(paid)).Should().Equal(1, 1, 1, 1, 1, 1, 0);
    }

    [Fact]
    public async Task A_merchants_new_address_is_called_although_the_one_before_does_not_answer()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var quick = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        Hold(server);
        var paid = await PaidBill.OfAsync(db, server.Url);
        await PayAsync(paid, bills: 8);
        await paid.SendAsync();
        var last = await paid.AnotherAsync("2001");
        await db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.CallbackUrl, quick.Url)));
        await last.PayAsync();

        (await paid.SendAsync()).Should().Be(1);

        quick.Received.Should().ContainSingle();
    }

    private static Dictionary<string, string?> Patient()
    {
        var settings = MerchantServer.Settings;
        settings["Callbacks:TimeoutSeconds"] = "30";
        return settings;
    }

    // Until it is set, or the caller has lost his patience.
    private static TaskCompletionSource Hold(MerchantServer server)
    {
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Answer = http => Task.WhenAny(hold.Task, Task.Delay(Timeout.Infinite, http.RequestAborted));
        return hold;
    }

    private static async Task PayAsync(PaidBill first, int bills)
    {
        await first.PayAsync();
        for (var number = 2; number <= bills; number++)
        {
            await (await first.AnotherAsync($"{1_000 + number}")).PayAsync();
        }
    }

    private static async Task<IEnumerable<int>> AttemptsAsync(PaidBill paid) => (await paid.CallsAsync()).Select(c => c.Attempts);
}
