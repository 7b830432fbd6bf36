using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

public sealed class ListBillingsCostTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_of_the_list_costs_at_most_two_commands_and_three_under_a_search(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        for (var n = 0; n < 12; n++)
        {
            await fpy.InvoiceAsync();
        }

        BillingQuery[] queries =
        [
            new(), new() { Search = "pelanggan" }, new() { Search = "IN" },
            new() { Status = InvoiceStatus.Unpaid, From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 12, 31) },
            new() { Page = 2, Size = 10 }, new() { Page = 99, Size = 10 },
            .. Enum.GetValues<BillingSort>().Select(s => new BillingQuery { Sort = s }),
        ];
        foreach (var query in queries)
        {
            using var sql = SqlCommands.Watch();
            var page = await db.Get<ListBillings>().HandleAsync(fpy.Viewer, query, default);

            page.Rows.Should().NotBeEmpty("{0}", query);
            sql.Sent.Should().HaveCountLessThanOrEqualTo(query.Search.Length > 0 ? 3 : 2, "{0}", query).And.NotBeEmpty();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_past_the_end_is_the_last_one(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        for (var n = 0; n < 12; n++)
        {
            await fpy.InvoiceAsync();
        }

        var page = await db.Get<ListBillings>().HandleAsync(fpy.Viewer, new BillingQuery { Page = 99, Size = 10 }, default);

        page.Rows.Should().HaveCount(2);
        page.Total.Should().Be(12);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_after_it_counts_nothing_again_unless_the_rows_say_that_the_total_changed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        for (var n = 0; n < 12; n++)
        {
            await fpy.InvoiceAsync();
        }

        using var sql = SqlCommands.Watch();
        var second = await db.Get<ListBillings>().HandleAsync(fpy.Viewer, new BillingQuery { Page = 2, Size = 10 }, default, known: 12);
        (second.Total, second.Rows.Count, sql.Sent.Count).Should().Be((12, 2, 1));

        var shorter = await db.Get<ListBillings>().HandleAsync(fpy.Viewer, new BillingQuery { Page = 2, Size = 10 }, default, known: 14);
        (shorter.Total, shorter.Rows.Count).Should().Be((12, 2));
        var longer = await db.Get<ListBillings>().HandleAsync(fpy.Viewer, new BillingQuery { Page = 2, Size = 10 }, default, known: 11);
        (longer.Total, longer.Rows.Count).Should().Be((12, 2));
    }
}
