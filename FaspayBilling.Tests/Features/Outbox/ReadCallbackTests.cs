using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Outbox;

public sealed class ReadCallbackTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_reads_the_row_and_its_JSON_without_the_signature(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        await paid.PayAsync(1_000m);
        await paid.PayAsync(2_000m);
        await paid.SendAsync();
        var newest = (await db.Get<ListCallbacks>().HandleAsync(paid.Fpy.Viewer, new(), default)).Rows[0];

        var text = (await db.Get<ReadCallback>().HandleAsync(paid.Fpy.Viewer, newest.Id, default)).Value;

        text.Row.Should().Be(newest);
        text.Body.Should().Contain("\"payment_amount\":\"2000\"").And.Contain("\"signature\":\"\"");
    }

    [Fact]
    public async Task Another_merchants_callback_is_not_found_and_neither_is_an_unknown_one()
    {
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);
        await paid.PayAsync();
        var other = await db.Given.MerchantAsync("OTH");
        var id = (await paid.OnlyAsync()).Id;

        (await db.Get<ReadCallback>().HandleAsync(other.Admin, id, default)).Refusal!.Code.Should().Be("callback.not-found");
        (await db.Get<ReadCallback>().HandleAsync(paid.Fpy.Admin, id + 1, default)).Refusal!.Code.Should().Be("callback.not-found");
    }
}
