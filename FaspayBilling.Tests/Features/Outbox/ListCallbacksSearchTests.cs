using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Outbox;

/// <summary>Callbacks are searched by the number of their invoice and by the merchant's own number of it.</summary>
public sealed class ListCallbacksSearchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Either_number_finds_a_callback_and_another_merchants_are_not_found(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, "http://127.0.0.1:1/callback");
        await paid.PayAsync();
        var other = await db.Given.MerchantAsync("OTH");

        (await CountAsync(paid.Number.ToLowerInvariant())).Should().Be(1);
        (await CountAsync("  39892282 ")).Should().Be(1);
        (await CountAsync("39892282%")).Should().Be(0);
        (await CountAsync("INV-OTH")).Should().Be(0);
        (await db.Get<ListCallbacks>().HandleAsync(other.Viewer, new() { Search = paid.Number }, default)).Total.Should().Be(0);

        async Task<int> CountAsync(string search)
        {
            var page = await db.Get<ListCallbacks>().HandleAsync(paid.Fpy.Viewer, new() { Search = search }, default);
            page.Rows.Should().HaveCount(page.Total);
            return page.Total;
        }
    }
}
