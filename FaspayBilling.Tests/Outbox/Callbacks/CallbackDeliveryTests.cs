using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Outbox.Callbacks;

/// <summary>Callbacks to a real HTTP server.</summary>
public sealed partial class CallbackDeliveryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_payment_calls_the_merchant_once_with_the_documented_fields(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);

        await paid.PayAsync();
        (await paid.SendAsync()).Should().Be(1);
        (await paid.SendAsync()).Should().Be(0);

        var call = server.Received.Should().ContainSingle().Subject;
        (call.Method, call.Path, call.ContentType).Should().Be(("POST", "/callback", "application/json; charset=utf-8"));
        var payment = (await db.ReadAsync(d => d.Set<Payment>().SingleAsync())).Id;
        call.Body.Should().Be(FormattableString.Invariant($$"""
            {"billing_id":{{paid.Bill.Id}},"service_id":{{paid.System.ServiceId}},"transaction_number":"1233989228221148",
            "billing_total":"10000","signature":"{{SignatureOf(paid)}}","billing_status":"PAID","payment_id":"{{payment}}",
            "payment_amount":"10000","payment_method":"Virtual account","payment_date":"2026-11-16 09:00:00"}
            """).ReplaceLineEndings(""));
        (await paid.OnlyAsync()).Should().BeEquivalentTo(new
        {
            State = CallbackState.Delivered,
            Attempts = 1,
            LastError = (string?)null,
            LeasedUntil = (DateTime?)null,
            DeliveredAt = (DateTime?)db.Clock.GetUtcNow().UtcDateTime
        });
    }

    [Fact]
    public async Task Each_of_two_payments_is_told_with_what_the_bill_then_was()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);

        await paid.PayAsync(4_000m);
        await paid.SendAsync();
        await paid.PayAsync(6_000m);
        await paid.SendAsync();

        server.Received.Select(c => (c["payment_amount"], c["billing_status"])).Should().Equal(("4000", "UNPAID"), ("6000", "PAID"));
        server.Received.Select(c => c["payment_id"]).Should().OnlyHaveUniqueItems();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Those_of_a_bill_keep_their_order_so_that_UNPAID_never_comes_after_PAID(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        server.Answers(500);
        await paid.PayAsync(4_000m);
        await paid.SendAsync();
        server.Answers(200);
        await paid.PayAsync(6_000m);

        (await paid.SendAsync()).Should().Be(0, "the first one is not due yet");
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        await paid.SendAsync();
        await paid.SendAsync();

        server.Received.Select(c => c["billing_status"]).Should().Equal("UNPAID", "UNPAID", "PAID");
    }

    [Fact]
    public async Task The_stored_JSON_holds_no_signature()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        await paid.PayAsync();

        (await paid.OnlyAsync()).Body.Should().Contain("\"signature\":\"\"").And.NotContain(SignatureOf(paid));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_500_it_is_tried_again_and_delivered(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        server.Answers(500, "Our shop\nis down");
        await paid.PayAsync();

        await paid.SendAsync();
        var waiting = await paid.OnlyAsync();
        (await paid.SendAsync()).Should().Be(0, "it is not due yet");
        server.Answers(204);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        await paid.SendAsync();

        waiting.Should().BeEquivalentTo(new { State = CallbackState.Waiting, Attempts = 1, LastError = "HTTP 500: Our shop is down" });
        server.Received.Should().HaveCount(2);
        server.Received[1].Body.Should().Be(server.Received[0].Body);
        (await paid.OnlyAsync()).Should().BeEquivalentTo(new { State = CallbackState.Delivered, Attempts = 2, LastError = (string?)null });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_tried_later_and_later_and_after_the_last_attempt_it_has_failed_for_good(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        server.Answers(404);
        await paid.PayAsync();
        var waits = new List<double>();

        while ((await paid.OnlyAsync()).State == CallbackState.Waiting)
        {
            (await paid.SendAsync()).Should().Be(1);
            var call = await paid.OnlyAsync();
            var wait = call.NextTryAt - db.Clock.GetUtcNow().UtcDateTime;
            if (call.State == CallbackState.Waiting) waits.Add(wait.TotalMinutes);
            db.Clock.Advance(wait);
        }

        waits.Should().Equal(1, 5, 15, 60, 360);
        (await paid.OnlyAsync()).Should().BeEquivalentTo(new { State = CallbackState.Failed, Attempts = 6, LastError = "HTTP 404" });
        server.Received.Should().HaveCount(6);
        (await db.HistoryAsync(paid.Fpy)).Should().Contain($"Callback to {server.Url} failed: HTTP 404");
        db.Clock.Advance(TimeSpan.FromDays(30));
        (await paid.SendAsync()).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crash_between_the_call_and_the_commit_calls_once_more_with_the_same_payment(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        await paid.PayAsync();
        using var crash = new CancellationTokenSource();
        server.Answer = async http =>
        {
            await crash.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var slow = new CallbackSender(new CallbackSettings(AllowLocal: true, TimeSpan.FromSeconds(30)));
        var dying = new CallbackDelivery(db.Dbs, db.Write, slow, db.Get<BillingSecrets>(), db.Clock, NoLog.For<CallbackDelivery>());

        // The server has the call; the process stops before it can write that down.
        await dying.Invoking(d => d.SendDueAsync(crash.Token)).Should().ThrowAsync<OperationCanceledException>();
        (await paid.OnlyAsync()).State.Should().Be(CallbackState.Waiting);
        (await paid.SendAsync()).Should().Be(0, "the lease of the dead process still runs");
        server.Answers(200);
        await paid.EndLeasesAsync();
        await paid.SendAsync();

        server.Received.Should().HaveCount(2);
        server.Received.Select(c => c["payment_id"]).Distinct().Should().ContainSingle();
        (await paid.OnlyAsync()).State.Should().Be(CallbackState.Delivered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_nodes_at_once_make_every_call_once(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        await using var another = db.AnotherNode();
        var paid = await PaidBill.OfAsync(db, server.Url);
        for (var i = 0; i < 10; i++)
        {
            await paid.PayAsync(1_000m);
        }

        await Task.WhenAll(EmptyAsync(db), EmptyAsync(another), EmptyAsync(db), EmptyAsync(another));

        server.Received.Should().HaveCount(10);
        server.Received.Select(c => c["payment_id"]).Should().OnlyHaveUniqueItems();
    }

    private static async Task EmptyAsync(TestDb node)
    {
        while (await node.Get<CallbackDelivery>().SendDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    // Written again from the documentation, not by the product's own code.
    private static string SignatureOf(PaidBill paid)
    {
        var inner = Convert
            .ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(paid.System.Username + paid.System.Password + "1233989228221148")))
            .ToLowerInvariant();
        return Convert.ToHexString(SHA1.HashData(Encoding.ASCII.GetBytes(inner))).ToLowerInvariant();
    }
}
