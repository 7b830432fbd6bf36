using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class CustomerLifeTests
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

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_a_customer_that_no_invoice_names_is_deleted_not_even_a_deleted_one(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var used = await fpy.CustomerAsync();
        await fpy.InvoiceAsync(InvoiceStatus.Draft, also: i => i.Delete(db.Clock.GetUtcNow().UtcDateTime));
        var unused = (await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Company, 0, default)).Value;

        (await DeleteAsync(used.Id)).Refusal!.Code.Should().Be("customer.in-use");
        (await DeleteAsync(unused, version: 1)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await DeleteAsync(unused)).Should().Be(Outcome.Done);
        (await DeleteAsync(unused)).Refusal!.Code.Should().Be("customer.not-found");

        (await db.ReadAsync(d => d.Set<Customer>().Select(c => c.Name).ToListAsync())).Should().Equal("PT Pelanggan Setia");

        Task<Outcome> DeleteAsync(long id, int version = 0) => db.Get<DeleteCustomer>().HandleAsync(fpy.Finance, id, version, default);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_group_has_a_name_of_its_own_and_leaves_its_customers_behind(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        (await SaveAsync(null, " Retail ")).Should().Be(Outcome.Done);
        (await SaveAsync(null, "retail")).Refusal!.Code.Should().Be("customer-group.name-taken");
        (await SaveAsync(null, "")).Refusal!.Code.Should().Be("customer-group.name");
        (await SaveAsync(null, new('x', 101))).Refusal!.Code.Should().Be("customer-group.name");
        var group = (await db.Get<ListCustomerGroups>().HandleAsync(fpy.Viewer, default)).Single();
        group.Name.Should().Be("Retail");
        var id = (await db.Get<SaveCustomer>()
            .HandleAsync(fpy.Finance, null, GoodCustomer.Company with { GroupId = group.Id }, 0, default)).Value;
        (await db.Get<ReadCustomer>().HandleAsync(fpy.Viewer, id, default)).Value.Group.Should().Be("Retail");

        (await SaveAsync(group.Id, "RETAIL")).Ok.Should().BeTrue();
        (await SaveAsync(group.Id, "Shops")).Refusal!.Code.Should().Be("changed-elsewhere");
        (await SaveAsync(group.Id + 1, "Shops", 1)).Refusal!.Code.Should().Be("customer-group.not-found");
        (await db.Get<DeleteCustomerGroup>().HandleAsync(fpy.Viewer, group.Id, 1, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<DeleteCustomerGroup>().HandleAsync(fpy.Finance, group.Id, 0, default)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await db.Get<DeleteCustomerGroup>().HandleAsync(fpy.Finance, group.Id, 1, default)).Should().Be(Outcome.Done);
        (await db.Get<DeleteCustomerGroup>().HandleAsync(fpy.Finance, group.Id, 1, default)).Refusal!.Code
            .Should().Be("customer-group.not-found");

        (await db.Get<ReadCustomer>().HandleAsync(fpy.Viewer, id, default)).Value.Data.GroupId.Should().BeNull();

        Task<Outcome> SaveAsync(long? id, string name, int version = 0) =>
            db.Get<SaveCustomerGroup>().HandleAsync(fpy.Finance, id, name, version, default);
    }
}
