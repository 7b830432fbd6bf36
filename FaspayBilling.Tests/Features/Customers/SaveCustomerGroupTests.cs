using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class SaveCustomerGroupTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_group_has_a_name_of_its_own_capitals_or_not(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        (await SaveAsync(db, fpy.Finance, null, " Retail ")).Should().Be(Outcome.Done);
        (await SaveAsync(db, fpy.Finance, null, "retail")).Refusal!.Code.Should().Be("customer-group.name-taken");
        (await SaveAsync(db, fpy.Finance, null, "")).Refusal!.Code.Should().Be("customer-group.name");
        (await SaveAsync(db, fpy.Finance, null, new('x', 101))).Refusal!.Code.Should().Be("customer-group.name");

        (await NamesAsync(db)).Should().Equal("Retail");
        (await SaveAsync(db, fpy.Finance, null, new('x', 100))).Should().Be(Outcome.Done);
        (await SaveAsync(db, (await db.Given.MerchantAsync("OTH")).Finance, null, "Retail")).Should().Be(Outcome.Done);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_group_gets_another_name_its_own_in_capitals_too(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var group = await db.GroupAsync(fpy, "Retail");

        (await SaveAsync(db, fpy.Finance, group.Id, "RETAIL")).Ok.Should().BeTrue();
        (await SaveAsync(db, fpy.Finance, group.Id, "Shops")).Refusal!.Code.Should().Be("changed-elsewhere");
        (await SaveAsync(db, fpy.Finance, group.Id + 1, "Shops", 1)).Refusal!.Code.Should().Be("customer-group.not-found");

        (await NamesAsync(db)).Should().Equal("RETAIL");
        (await db.HistoryAsync(fpy)).Should().Equal("Customer group Retail is now RETAIL");
    }

    [Fact]
    public async Task A_viewer_neither_adds_nor_changes_one()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var group = await db.GroupAsync(fpy, "Retail");

        (await SaveAsync(db, fpy.Viewer, null, "Shops")).Refusal!.Code.Should().Be("not-allowed");
        (await SaveAsync(db, fpy.Viewer, group.Id, "Shops")).Refusal!.Code.Should().Be("not-allowed");
        (await NamesAsync(db)).Should().Equal("Retail");
    }

    private static Task<Outcome> SaveAsync(TestDb db, Actor actor, long? id, string name, int version = 0) =>
        db.Get<SaveCustomerGroup>().HandleAsync(actor, id, name, version, default);

    private static Task<List<string>> NamesAsync(TestDb db) => db.ReadAsync(d => d.Set<CustomerGroup>().Select(g => g.Name).ToListAsync());
}
