using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Support.Data;

public sealed class TestDbTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_test_has_a_database_of_its_own(Database database)
    {
        await using var one = await TestDb.MakeAsync(database);
        await using var other = await TestDb.MakeAsync(database);

        await one.Given.MerchantAsync("FPY");

        (await other.ReadAsync(db => db.Set<Core.Domain.Merchants.Merchant>().CountAsync())).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_node_sees_what_the_first_wrote(Database database)
    {
        await using var node = await TestDb.MakeAsync(database);
        await using var another = node.AnotherNode();

        var fpy = await node.Given.MerchantAsync("FPY");

        (await another.ReadAsync(db => db.Set<Core.Domain.Merchants.Merchant>().SingleAsync())).Id.Should().Be(fpy.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_taken_number_is_no_longer_available(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        await fpy.AvailableNumbersAsync(2026, 5, first: "000-26.00000001");

        await fpy.InvoiceAsync(taxNumber: "000-26.00000003");

        (await fpy.AvailableAsync(2026)).Should().Be(4);
        var runs = await db.ReadAsync(d => d.Set<AvailableRun>().OrderBy(r => r.First).Select(r => new { r.First, r.Last }).ToListAsync());
        runs.Should().Equal([new { First = 2600000001L, Last = 2600000002L }, new { First = 2600000004L, Last = 2600000005L }]);
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft)]
    [InlineData(InvoiceStatus.Proforma)]
    [InlineData(InvoiceStatus.Unpaid)]
    [InlineData(InvoiceStatus.PartiallyPaid)]
    [InlineData(InvoiceStatus.Overdue)]
    [InlineData(InvoiceStatus.Paid)]
    [InlineData(InvoiceStatus.Cancelled)]
    public async Task An_invoice_of_any_status_can_be_given(InvoiceStatus status)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");

        var invoice = await fpy.InvoiceAsync(status);

        (await db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.Id == invoice.Id))).Status.Should().Be(status);
    }

    [Fact]
    public async Task The_commands_of_a_test_are_counted()
    {
        await using var db = await TestDb.MakeAsync();
        using var sql = SqlCommands.Watch();

        await db.ReadAsync(d => d.Set<Invoice>().CountAsync());

        sql.Sent.Should().ContainSingle().Which.Should().Contain("COUNT(*)");
    }
}
