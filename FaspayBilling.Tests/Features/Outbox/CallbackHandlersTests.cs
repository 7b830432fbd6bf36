using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Outbox;

/// <summary>The address, the list and trying again.</summary>
public sealed class CallbackHandlersTests
{
    private const string Url = "http://127.0.0.1:1/callback";

    [Theory, OnSqlite, OnPostgres]
    public async Task Callbacks_are_listed_the_newest_first_and_by_state(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, Url);
        await paid.PayAsync(1_000m);
        await paid.PayAsync(2_000m);
        await paid.SendAsync();

        var all = await db.Get<ListCallbacks>().HandleAsync(paid.Fpy.Viewer, new(), default);
        var failed = await db.Get<ListCallbacks>().HandleAsync(paid.Fpy.Viewer, new() { State = CallbackState.Failed }, default);
        var text = (await db.Get<ReadCallback>().HandleAsync(paid.Fpy.Viewer, all.Rows[0].Id, default)).Value;

        all.Rows.Select(r => r.Id).Should().BeInDescendingOrder().And.HaveCount(2);
        all.Rows.Should().OnlyContain(r => r.InvoiceNumber == paid.Number
            && r.TransactionNumber == "1233989228221148"
            && r.State == CallbackState.Waiting
            && r.Attempts == 1
            && r.Reason != null
            && r.NextTryAt != null);
        failed.Rows.Should().BeEmpty();
        text.Body.Should().Contain("\"payment_amount\":\"2000\"").And.Contain("\"signature\":\"\"");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_failed_one_is_made_again_to_the_address_that_is_set_now(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, Url);
        await paid.PayAsync();
        var id = (await paid.OnlyAsync()).Id;
        (await db.Get<RepeatCallback>().HandleAsync(paid.Fpy.Finance, id, default)).Refusal!.Code.Should().Be("callback.not-repeatable");
        await db.ReadAsync(d => d.Set<CallbackCall>()
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CallbackState.Failed).SetProperty(c => c.Attempts, 6)));
        await db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.CallbackUrl, server.Url)));

        (await db.Get<RepeatCallback>().HandleAsync(paid.Fpy.Finance, id, default)).Ok.Should().BeTrue();
        await paid.SendAsync();

        server.Received.Should().ContainSingle();
        (await paid.OnlyAsync()).Should().BeEquivalentTo(new { State = CallbackState.Delivered, Attempts = 1, server.Url });
        (await db.Get<RepeatCallback>().HandleAsync(paid.Fpy.Finance, id, default)).Ok
            .Should().BeTrue("a delivered one can be wanted again");
    }

    [Fact]
    public async Task Only_Finance_tries_again_only_an_Admin_sets_the_address_and_nobody_sees_anothers()
    {
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, Url);
        await paid.PayAsync();
        var other = await db.Given.MerchantAsync("OTH");
        var id = (await paid.OnlyAsync()).Id;

        (await db.Get<RepeatCallback>().HandleAsync(paid.Fpy.Viewer, id, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<RepeatCallback>().HandleAsync(other.Admin, id, default)).Refusal!.Code.Should().Be("callback.not-found");
        (await db.Get<ReadCallback>().HandleAsync(other.Admin, id, default)).Refusal!.Code.Should().Be("callback.not-found");
        (await db.Get<ListCallbacks>().HandleAsync(other.Admin, new(), default)).Total.Should().Be(0);
        (await db.Get<ReadCallbackSetting>().HandleAsync(paid.Fpy.Finance, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<SaveCallbackUrl>().HandleAsync(paid.Fpy.Finance, "", version: 1, default)).Refusal!.Code.Should().Be("not-allowed");
    }

    [Fact]
    public async Task The_address_is_checked_saved_and_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var save = db.Get<SaveCallbackUrl>();

        (await save.HandleAsync(fpy.Admin, "http://shop.example.co.id/", version: 0, default)).Refusal
            .Should().BeEquivalentTo(new { Code = "callback.url", Field = "Url" });
        (await save.HandleAsync(fpy.Admin, "https://10.0.0.1/", version: 0, default)).Refusal!.Code.Should().Be("callback.url");
        (await save.HandleAsync(fpy.Admin, " https://shop.example.co.id/faspay ", version: 0, default)).Ok.Should().BeTrue();
        (await save.HandleAsync(fpy.Admin, "", version: 0, default)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await db.Get<ReadCallbackSetting>().HandleAsync(fpy.Admin, default)).Value
            .Should().Be(new CallbackSetting("https://shop.example.co.id/faspay", 1));
        (await save.HandleAsync(fpy.Admin, "", version: 1, default)).Ok.Should().BeTrue();

        (await db.HistoryAsync(fpy))
            .Should().Equal("Callbacks after payments go to https://shop.example.co.id/faspay", "No callbacks after payments");
    }
}
