using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class ReadCustomerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_never_issued_is_counted_but_not_owed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var customer = await fpy.CustomerAsync();
        await fpy.InvoiceAsync(InvoiceStatus.Draft);
        await fpy.InvoiceAsync(InvoiceStatus.Proforma);
        await fpy.InvoiceAsync(InvoiceStatus.Draft, also: i => i.Delete(db.Clock.GetUtcNow().UtcDateTime));
        await fpy.InvoiceAsync(InvoiceStatus.Cancelled);
        var (unpaid, part) = (await fpy.InvoiceAsync(), await fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid));

        (await db.Get<ReadCustomer>().HandleAsync(fpy.Viewer, customer.Id, default)).Value
            .Should().BeEquivalentTo(new { Invoices = 5, Outstanding = unpaid.Outstanding + part.Outstanding, Group = (string?)null });
    }

    [Fact]
    public async Task The_newest_twenty_lines_of_its_own_history_are_read()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var id = (await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Company, 0, default)).Value;
        for (var version = 0; version < 20; version++)
        {
            await db.Get<ArchiveCustomer>().HandleAsync(fpy.Finance, id, version, archived: version % 2 == 0, default);
        }

        await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Person, 0, default);

        var history = (await db.Get<ReadCustomer>().HandleAsync(fpy.Viewer, id, default)).Value.History;

        history.Should().HaveCount(20).And.NotContain(l => l.What().EndsWith(" added", StringComparison.Ordinal));
        history[0].What().Should().Be("Customer PT Maju Jaya brought back");
        history[^1].What().Should().Be("Customer PT Maju Jaya archived");
    }

    [Fact]
    public async Task What_is_not_there_and_another_merchants_customer_look_the_same()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var theirs = await (await db.Given.MerchantAsync("OTH")).CustomerAsync();

        (await db.Get<ReadCustomer>().HandleAsync(fpy.Finance, theirs.Id, default)).Refusal!.Code.Should().Be("customer.not-found");
        (await db.Get<ReadCustomer>().HandleAsync(fpy.Finance, theirs.Id + 1, default)).Refusal!.Code.Should().Be("customer.not-found");
    }
}
