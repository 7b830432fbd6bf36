using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class ListCustomerGroupsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Groups_are_listed_by_name_in_one_command_archived_customers_not_counted(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.MerchantWithCustomersAsync();
        var empty = await db.GroupAsync(fpy, "Dealers");
        await db.GroupAsync(await db.Given.MerchantAsync("OTH"), "Theirs");
        await db.AddAsync(new Customer
        {
            MerchantId = fpy.Id, Number = 4, Name = "Gone", GroupId = empty.Id, ArchivedAt = db.Clock.GetUtcNow().UtcDateTime
        });

        using var sql = SqlCommands.Watch();
        var groups = await db.Get<ListCustomerGroups>().HandleAsync(fpy.Viewer, default);

        groups.Select(g => (g.Name, g.Customers)).Should().Equal(("Dealers", 0), ("Retail", 1));
        sql.Sent.Should().ContainSingle();
    }
}
