using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

public sealed class ListBillingsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_is_found_by_number_tax_number_and_customer_and_never_shows_another_merchant(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V");
        await fpy.AvailableNumbersAsync(2023, 20, "000-22.12345619");
        await other.AvailableNumbersAsync(2023, 20, "000-22.12345619");
        await fpy.InvoiceAsync(taxNumber: "000-22.12345619", date: new DateOnly(2023, 3, 7), number: "INV-FPY-032300400");
        await fpy.InvoiceAsync(InvoiceStatus.Draft, date: new DateOnly(2023, 4, 7), number: "INV-FPY-042300001");
        await other.InvoiceAsync(taxNumber: "000-22.12345619", date: new DateOnly(2023, 3, 7), number: "INV-T8V-032300400");

        (await FindAsync("032300400")).Should().Equal("INV-FPY-032300400");
        (await FindAsync("000-22.123456")).Should().Equal("INV-FPY-032300400");
        (await FindAsync("0002212345619")).Should().Equal("INV-FPY-032300400");
        (await FindAsync("pelanggan se")).Should().Equal("INV-FPY-042300001", "INV-FPY-032300400");
        (await FindAsync("IN")).Should().HaveCount(2);
        (await FindAsync("00")).Should().Equal("INV-FPY-032300400");
        (await FindAsync("\"' OR 1=1 --")).Should().BeEmpty();
        (await FindAsync("100%_")).Should().BeEmpty();

        async Task<IEnumerable<string>> FindAsync(string text) =>
            (await db.Get<ListBillings>().HandleAsync(fpy.Viewer, new BillingQuery { Search = text }, default)).Rows.Select(r => r.Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_sort_both_ways_gives_every_row_once_over_the_pages(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        foreach (var status in InvoiceStatuses.All)
        {
            await fpy.InvoiceAsync(status, price: 100_000m * (int)status);
            await fpy.InvoiceAsync(status);
        }

        foreach (var sort in Enum.GetValues<BillingSort>())
        {
            foreach (var descending in new[] { false, true })
            {
                var first = await db.Get<ListBillings>()
                    .HandleAsync(fpy.Viewer, new BillingQuery { Sort = sort, Descending = descending, Size = 10 }, default);
                var second = await db.Get<ListBillings>()
                    .HandleAsync(fpy.Viewer, new BillingQuery { Sort = sort, Descending = descending, Size = 10, Page = 2 }, default);

                first.Total.Should().Be(14);
                first.Rows.Concat(second.Rows).Select(r => r.Number).Should().OnlyHaveUniqueItems().And.HaveCount(14);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Status_and_dates_narrow_the_list(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.InvoiceAsync(InvoiceStatus.Paid, date: new DateOnly(2023, 3, 1), number: "A");
        await fpy.InvoiceAsync(InvoiceStatus.Paid, date: new DateOnly(2023, 3, 31), number: "B");
        await fpy.InvoiceAsync(InvoiceStatus.Paid, date: new DateOnly(2023, 4, 1), number: "C");
        await fpy.InvoiceAsync(InvoiceStatus.Unpaid, date: new DateOnly(2023, 3, 15), number: "D");

        var march = await db.Get<ListBillings>().HandleAsync(
            fpy.Viewer,
            new BillingQuery
            {
                Status = InvoiceStatus.Paid,
                From = new DateOnly(2023, 3, 1),
                To = new DateOnly(2023, 3, 31),
                Descending = false
            },
            default);

        march.Rows.Select(r => r.Number).Should().Equal("A", "B");
    }
}
