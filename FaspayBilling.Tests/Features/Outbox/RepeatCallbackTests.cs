using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Outbox;

public sealed class RepeatCallbackTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_failed_one_is_made_again_to_the_address_that_is_set_now(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        await paid.PayAsync();
        var id = (await paid.OnlyAsync()).Id;
        (await db.Get<RepeatCallback>().HandleAsync(paid.Fpy.Finance, id, default)).Refusal!.Code.Should().Be("callback.not-repeatable");
        await FailAsync(db);
        await SetAddressAsync(db, server.Url);

        (await db.Get<RepeatCallback>().HandleAsync(paid.Fpy.Finance, id, default)).Ok.Should().BeTrue();
        await paid.SendAsync();

        server.Received.Should().ContainSingle();
        (await paid.OnlyAsync()).Should().BeEquivalentTo(new { State = CallbackState.Delivered, Attempts = 1, server.Url });
        (await db.Get<RepeatCallback>().HandleAsync(paid.Fpy.Finance, id, default)).Ok
            .Should().BeTrue("a delivered one can be wanted again");
    }

    [Fact]
    public async Task Pressed_twice_in_one_question_it_is_made_once()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        await paid.PayAsync();
        await paid.SendAsync();
        var sent = paid.Fpy.Finance with { Form = new SentForm("one-opened-question") };

        for (var press = 1; press <= 2; press++)
        {
            (await db.Get<RepeatCallback>().HandleAsync(sent, (await paid.OnlyAsync()).Id, default)).Ok.Should().BeTrue();
            await paid.SendAsync();
        }

        server.Received.Should().HaveCount(2, "once when it was paid and once when it was repeated");
    }

    [Fact]
    public async Task While_no_address_is_set_it_goes_where_it_went_before_and_the_history_says_where()
    {
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        await paid.PayAsync();
        await FailAsync(db);
        await SetAddressAsync(db, "");

        (await db.Get<RepeatCallback>().HandleAsync(paid.Fpy.Finance, (await paid.OnlyAsync()).Id, default)).Ok.Should().BeTrue();

        (await paid.OnlyAsync()).Should().BeEquivalentTo(new
        {
            State = CallbackState.Waiting,
            Attempts = 0,
            Url = MerchantServer.Nowhere,
            LastError = (string?)null,
            NextTryAt = db.Clock.GetUtcNow().UtcDateTime
        });
        (await db.HistoryAsync(paid.Fpy))[^1].Should().Contain(MerchantServer.Nowhere);
    }

    [Fact]
    public async Task Only_Finance_tries_again_and_anothers_is_not_found()
    {
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        await paid.PayAsync();
        await FailAsync(db);
        var other = await db.Given.MerchantAsync("OTH");
        var id = (await paid.OnlyAsync()).Id;

        (await db.Get<RepeatCallback>().HandleAsync(paid.Fpy.Viewer, id, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<RepeatCallback>().HandleAsync(other.Admin, id, default)).Refusal!.Code.Should().Be("callback.not-found");

        (await paid.OnlyAsync()).State.Should().Be(CallbackState.Failed);
        (await db.RefusedAsync()).Should().Equal("not-allowed");
    }

    private static Task<int> FailAsync(TestDb db) => db.ReadAsync(d => d.Set<CallbackCall>()
        .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CallbackState.Failed).SetProperty(c => c.Attempts, 6)));

    private static Task<int> SetAddressAsync(TestDb db, string url) =>
        db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.CallbackUrl, url)));
}
