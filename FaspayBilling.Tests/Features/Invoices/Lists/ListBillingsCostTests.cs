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
}
