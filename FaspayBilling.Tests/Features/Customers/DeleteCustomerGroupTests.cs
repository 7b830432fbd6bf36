using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class DeleteCustomerGroupTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_group_leaves_its_customers_behind(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var (group, kept) = (await db.GroupAsync(fpy, "Retail"), await db.GroupAsync(fpy, "Shops"));
        var inIt = await SaveAsync(GoodCustomer.Company with { GroupId = group.Id });
        var inAnother = await SaveAsync(GoodCustomer.Person with { GroupId = kept.Id });
        (await ReadAsync(inIt)).Group.Should().Be("Retail");

        (await DeleteAsync(db, fpy.Finance, group.Id)).Should().Be(Outcome.Done);

        (await ReadAsync(inIt)).Data.GroupId.Should().BeNull();
        (await ReadAsync(inAnother)).Group.Should().Be("Shops");
        (await db.HistoryAsync(fpy)).Should().EndWith("Customer group Retail deleted");

        async Task<long> SaveAsync(CustomerInput input) =>
            (await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, input, 0, default)).Value;
        async Task<CustomerDetail> ReadAsync(long id) => (await db.Get<ReadCustomer>().HandleAsync(fpy.Viewer, id, default)).Value;
    }

    [Fact]
    public async Task Who_may_not_who_came_late_and_what_is_not_there_is_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var group = await db.GroupAsync(fpy, "Retail");
        (await db.Get<SaveCustomerGroup>().HandleAsync(fpy.Finance, group.Id, "RETAIL", 0, default)).Ok.Should().BeTrue();

        (await DeleteAsync(db, fpy.Viewer, group.Id, version: 1)).Refusal!.Code.Should().Be("not-allowed");
        (await DeleteAsync(db, fpy.Finance, group.Id, version: 0)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await DeleteAsync(db, (await db.Given.MerchantAsync("OTH")).Finance, group.Id, version: 1)).Refusal!.Code
            .Should().Be("customer-group.not-found");
        (await DeleteAsync(db, fpy.Finance, group.Id, version: 1)).Should().Be(Outcome.Done);
        (await DeleteAsync(db, fpy.Finance, group.Id, version: 1)).Refusal!.Code.Should().Be("customer-group.not-found");
    }

    private static Task<Outcome> DeleteAsync(TestDb db, Actor actor, long id, int version = 0) =>
        db.Get<DeleteCustomerGroup>().HandleAsync(actor, id, version, default);
}
