using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class ReadCustomerFormTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_customers_form_is_empty_and_offers_the_merchants_groups_by_name(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        foreach (var name in (string[])["Shops", "Dealers"])
        {
            await db.GroupAsync(fpy, name);
        }

        await db.GroupAsync(await db.Given.MerchantAsync("OTH"), "Theirs");

        var form = (await db.Get<ReadCustomerForm>().HandleAsync(fpy.Viewer, null, default)).Value;

        form.Should().BeEquivalentTo(new { Data = new CustomerInput(), Version = 0, EFakturModule = true });
        form.Groups.Select(g => g.Name).Should().Equal("Dealers", "Shops");
    }

    [Fact]
    public async Task A_customers_form_holds_what_was_saved_and_its_version()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var id = (await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Company, 0, default)).Value;
        await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, id, GoodCustomer.Company with { Name = "PT Maju" }, 0, default);

        (await db.Get<ReadCustomerForm>().HandleAsync(fpy.Finance, id, default)).Value
            .Should().BeEquivalentTo(new { Data = GoodCustomer.Company with { Name = "PT Maju" }, Version = 1 });
    }

    [Fact]
    public async Task While_the_module_is_off_the_form_says_so()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.EFakturModule = false);

        (await db.Get<ReadCustomerForm>().HandleAsync(fpy.Viewer, null, default)).Value.EFakturModule.Should().BeFalse();
    }

    [Fact]
    public async Task What_is_not_there_and_another_merchants_customer_look_the_same()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var theirs = await (await db.Given.MerchantAsync("OTH")).CustomerAsync();

        (await db.Get<ReadCustomerForm>().HandleAsync(fpy.Finance, theirs.Id, default)).Refusal!.Code.Should().Be("customer.not-found");
        (await db.Get<ReadCustomerForm>().HandleAsync(fpy.Finance, theirs.Id + 1, default)).Refusal!.Code.Should().Be("customer.not-found");
    }
}
