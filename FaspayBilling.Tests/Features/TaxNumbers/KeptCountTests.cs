using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxNumbers;

/// <summary>The count that the threshold is held against is kept by the database: it is what the runs hold, whoever changes them.</summary>
public sealed class KeptCountTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_follows_every_number_that_is_taken_and_given_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 3, "000-26.00000001");
        await fpy.AvailableNumbersAsync(2026, 2, "000-26.00000101");
        await fpy.AvailableNumbersAsync(2025, 7, "000-25.00000001");
        await ShouldBeAsync(db, fpy, 5);

        var first = await db.TakeOneAsync(fpy);
        await ShouldBeAsync(db, fpy, 4);
        await db.TakeOneAsync(fpy);
        await db.TakeOneAsync(fpy);
        await ShouldBeAsync(db, fpy, 2);
        await db.GiveBackAsync(fpy, first);
        await ShouldBeAsync(db, fpy, 3);
        await db.ReadAsync(d => d.Set<AvailableRun>().Where(r => r.MerchantId == fpy.Id && r.Year == 2026).ExecuteDeleteAsync());
        await ShouldBeAsync(db, fpy, 0);
        (await KeptAsync(db, fpy, 2025)).Should().Be(7);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_refused_write_took_is_counted_as_before(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 1, "000-26.00000001");
        var unpaid = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);

        var refused = await db.Write.RunAsync(fpy.Finance, new AuditedAction(HistorySubject.Invoice, "tax-number.give"), async write =>
        {
            var invoice = await write.Db.Set<Invoice>().SingleAsync(i => i.Id == unpaid.Id);
            (await db.Get<TaxNumberAllocator>().TakeAsync(write, invoice)).Should().BeTrue();
            await write.SaveAsync();
            return TaxNumberRefusals.NoneAvailable(2026);
        }, default);

        refused.Ok.Should().BeFalse();
        await ShouldBeAsync(db, fpy, 1);
    }

    private static async Task ShouldBeAsync(TestDb db, GivenMerchant fpy, long count)
    {
        (await KeptAsync(db, fpy, 2026)).Should().Be(count);
        (await fpy.AvailableAsync(2026)).Should().Be(count);
    }

    private static Task<long> KeptAsync(TestDb db, GivenMerchant fpy, int year) => db.ReadAsync(
        d => d.Set<NumberCount>().Where(c => c.MerchantId == fpy.Id && c.Year == year).Select(c => c.Available).SingleAsync());
}
