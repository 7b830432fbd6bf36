using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class ArchiveCustomerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_archived_customer_leaves_the_list_and_comes_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var id = (await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Company, 0, default)).Value;

        (await ArchiveAsync(0, true)).Should().Be(Outcome.Done);
        (await CountAsync(archived: false)).Should().Be(0);
        (await CountAsync(archived: true)).Should().Be(1);
        (await ArchiveAsync(1, true)).Ok.Should().BeTrue();
        (await ArchiveAsync(0, false)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await ArchiveAsync(1, false)).Ok.Should().BeTrue();

        (await CountAsync(archived: false)).Should().Be(1);
        (await db.HistoryAsync()).Select(h => h.What())
            .Should().Equal("Customer PT Maju Jaya added", "Customer PT Maju Jaya archived", "Customer PT Maju Jaya brought back");
        (await db.Get<ArchiveCustomer>().HandleAsync(fpy.Viewer, id, 2, true, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<ArchiveCustomer>().HandleAsync(fpy.Finance, id + 1, 0, true, default)).Refusal!.Code
            .Should().Be("customer.not-found");

        Task<Outcome> ArchiveAsync(int version, bool archived) =>
            db.Get<ArchiveCustomer>().HandleAsync(fpy.Finance, id, version, archived, default);
        async Task<int> CountAsync(bool archived) =>
            (await db.Get<ListCustomers>().HandleAsync(fpy.Viewer, new() { Archived = archived }, default)).Total;
    }

    [Fact]
    public async Task A_customer_with_invoices_is_archived_and_they_stay_as_they_are()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        (await db.Get<ArchiveCustomer>().HandleAsync(fpy.Finance, invoice.CustomerId, 0, true, default)).Ok.Should().BeTrue();

        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { invoice.CustomerId, invoice.CustomerName, invoice.Version });
        (await db.Get<FindCustomers>().HandleAsync(fpy.Finance, "", default)).Should().BeEmpty();
        (await db.Get<ReadCustomer>().HandleAsync(fpy.Viewer, invoice.CustomerId, default)).Value
            .Should().BeEquivalentTo(new { ArchivedAt = db.Clock.GetUtcNow().UtcDateTime, Invoices = 1 });
    }
}
