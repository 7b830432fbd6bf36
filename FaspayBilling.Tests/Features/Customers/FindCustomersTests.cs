using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class FindCustomersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Typing_finds_at_most_ten_those_that_begin_so_first_and_no_archived_one(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.MerchantWithCustomersAsync();
        for (var i = 0; i < 12; i++)
        {
            await db.AddAsync(new Customer { MerchantId = fpy.Id, Number = 100 + i, Name = $"A dealer {i:D2}" });
        }

        var found = await db.Get<FindCustomers>().HandleAsync(fpy.Viewer, "de", default);

        found.Should().HaveCount(10);
        found[0].Should().BeEquivalentTo(new { Name = "Dewi", Identity = "3171014101900001", TaxableCompany = false });
        (await db.Get<FindCustomers>().HandleAsync(fpy.Viewer, "Old", default)).Should().BeEmpty();
        (await db.Get<FindCustomers>().HandleAsync(fpy.Viewer, " ", default)).Should().HaveCount(10);
    }

    [Fact]
    public async Task A_found_customer_brings_what_it_presets_and_another_merchants_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.MerchantWithCustomersAsync();
        var other = await db.Given.MerchantAsync("OTH");
        await db.AddAsync(new Customer
        {
            MerchantId = other.Id,
            Number = 1,
            Name = "PT Maju Bersama",
            Email = "pay@maju.example",
            Npwp = "013825647609000",
            TaxableCompany = true,
            TransactionCode = "04",
        });

        (await db.Get<FindCustomers>().HandleAsync(other.Viewer, "maju", default)).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Email = "pay@maju.example", Identity = "013825647609000", TaxableCompany = true, TransactionCode = "04" });
        (await db.Get<FindCustomers>().HandleAsync(fpy.Viewer, "maju", default)).Select(c => c.Name).Should().Equal("PT Maju 100%");
    }
}
