using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class DeleteCustomerTests
{
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

    [Fact]
    public async Task Who_was_deleted_stays_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var id = (await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Company, 0, default)).Value;

        (await db.Get<DeleteCustomer>().HandleAsync(fpy.Viewer, id, 0, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<DeleteCustomer>().HandleAsync(fpy.Finance, id, 0, default)).Ok.Should().BeTrue();

        var last = (await db.HistoryAsync())[^1];
        (last.What(), last.SubjectId, last.Who).Should().Be(("Customer PT Maju Jaya deleted", (long?)id, "Fina Finance"));
    }
}
