using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

/// <summary>SQLite's index over numbers takes what changed in batches: what waits for it is found as what stands in it.</summary>
public sealed class SearchQueueTests
{
    // How many of its changes are indexed: none, the first two and then it waits with a number that is indexed, or all.
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(9)]
    public async Task Numbers_that_come_and_go_are_found_as_they_are_whether_they_wait_or_are_indexed(int indexed)
    {
        var changes = 0;
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(number: "INV-FPY-032300400");
        await PassAsync();
        await FoundAsync(("032300400", 1), ("FPY-0323", 1), ("123456", 0));

        await SetAsync("TaxNumber", "0002212345619");
        await FoundAsync(("2212345619", 1), ("000-22.12345619", 1), ("456", 1), ("032300400", 1));

        await SetAsync("TaxNumber", "0002298765432");
        await FoundAsync(("2212345619", 0), ("12345", 0), ("456", 0), ("2298765432", 1), ("876", 1), ("032300400", 1));

        await SetAsync("TaxNumber", null);
        await FoundAsync(("2298765432", 0), ("876", 0), ("032300400", 1), ("300", 1));

        await SetAsync("DeletedAt", "2026-11-16 02:00:00");
        await FoundAsync(("032300400", 0), ("300", 0), ("456", 0), ("876", 0));

        await SetAsync("DeletedAt", null);
        await FoundAsync(("032300400", 1), ("300", 1), ("456", 0), ("876", 0));

        async Task SetAsync(string column, string? value)
        {
            await db.ReadAsync(d => column == "TaxNumber"
                ? d.Database.ExecuteSqlAsync($"UPDATE Invoices SET TaxNumber = {value} WHERE Id = {invoice.Id}")
                : d.Database.ExecuteSqlAsync($"UPDATE Invoices SET DeletedAt = {value} WHERE Id = {invoice.Id}"));
            await PassAsync();
        }

        async Task PassAsync()
        {
            if (changes++ < indexed)
            {
                await FillQueueAsync(db);
            }
        }

        async Task FoundAsync(params (string Text, int Count)[] searches)
        {
            foreach (var (text, count) in searches)
            {
                var page = await db.Get<ListBillings>().HandleAsync(fpy.Viewer, new BillingQuery { Search = text }, default);
                page.Total.Should().Be(count, "of {0}", text);
            }
        }
    }

    [Fact]
    public async Task The_queue_never_grows_past_what_a_search_may_read()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        await db.FillAsync(fpy, "FPY", 1_000);

        (await WaitingAsync(db)).Should().BeLessThan(128);
        var page = await db.Get<ListBillings>().HandleAsync(fpy.Viewer, new BillingQuery { Search = "-100009" }, default);
        page.Total.Should().Be(100, "from 10000900 to 10000999, of which some wait");
    }

    private static Task<int> WaitingAsync(TestDb db) =>
        db.ReadAsync(d => d.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM InvoiceSearchQueue").SingleAsync());

    // Another merchant's, so that they are found by nobody here.
    private static async Task FillQueueAsync(TestDb db)
    {
        var other = await db.Given.MerchantAsync($"X{await db.ReadAsync(d => d.Set<Merchant>().CountAsync())}");
        while (await WaitingAsync(db) > 0)
        {
            await db.FillAsync(other, $"{Guid.NewGuid():N}"[..6], 127 - await WaitingAsync(db));
        }
    }
}
