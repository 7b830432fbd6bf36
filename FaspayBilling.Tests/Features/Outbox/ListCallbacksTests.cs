using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Outbox;

public sealed class ListCallbacksTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Callbacks_are_listed_the_newest_first_and_by_state(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        await paid.PayAsync(1_000m);
        await paid.PayAsync(2_000m);
        await paid.SendAsync();

        var all = await ListAsync(paid, new());
        var failed = await ListAsync(paid, new() { State = CallbackState.Failed });

        all.Rows.Select(r => r.Id).Should().BeInDescendingOrder().And.HaveCount(2);
        all.Rows.Should().OnlyContain(r => r.InvoiceNumber == paid.Number
            && r.TransactionNumber == "1233989228221148"
            && r.State == CallbackState.Waiting
            && r.NextTryAt != null);

        // Those of a bill keep their order: the newer one is not tried before the older one was taken.
        all.Rows.Select(r => (r.Attempts, r.Reason != null)).Should().Equal((0, false), (1, true));
        failed.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_a_waiting_one_has_a_next_try()
    {
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        await paid.PayAsync(1_000m);
        await db.ReadAsync(d => d.Set<CallbackCall>().ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CallbackState.Failed)));
        await paid.PayAsync(2_000m);

        (await ListAsync(paid, new())).Rows.Select(r => (r.State, r.NextTryAt.HasValue))
            .Should().Equal((CallbackState.Waiting, true), (CallbackState.Failed, false));
        (await ListAsync(paid, new() { State = CallbackState.Failed })).Total.Should().Be(1);
    }

    [Fact]
    public async Task A_page_past_the_end_answers_the_last_one_in_two_commands()
    {
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        for (var i = 0; i < 11; i++) await paid.PayAsync(100m);
        var oldest = (await paid.CallsAsync())[0].Id;
        using var sql = SqlCommands.Watch();

        var page = await ListAsync(paid, new() { Page = 9, Size = 10 });

        sql.Sent.Should().HaveCount(2);
        (page.Number, page.Total).Should().Be((2, 11));
        page.Rows.Should().ContainSingle().Which.Id.Should().Be(oldest);
    }

    [Fact]
    public async Task Another_merchants_callbacks_do_not_show()
    {
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        await paid.PayAsync();
        var other = await db.Given.MerchantAsync("OTH");

        (await db.Get<ListCallbacks>().HandleAsync(other.Admin, new(), default)).Total.Should().Be(0);
    }

    private static Task<Page<CallbackRow>> ListAsync(PaidBill paid, CallbackQuery query) =>
        paid.Db.Get<ListCallbacks>().HandleAsync(paid.Fpy.Viewer, query, default);
}
