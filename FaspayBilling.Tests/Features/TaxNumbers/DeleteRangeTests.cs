using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxNumbers;

public sealed class DeleteRangeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_unused_range_goes_with_its_numbers(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var range = await fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000051");

        (await db.Get<DeleteRange>().HandleAsync(fpy.Finance, range.Id, range.Version, default)).Ok.Should().BeTrue();

        (await db.RunsAsync()).Should().Equal("000-26.00000051-00000055");
        (await db.ReadAsync(d => d.Set<TaxNumberRange>().CountAsync())).Should().Be(1);
        (await db.HistoryAsync()).Should().ContainSingle().Which.What().Should().Be("Range 000-26.00000001 to 000-26.00000010 deleted");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_number_in_use_keeps_the_range_until_it_is_given_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var range = await fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000010");

        (await DeleteAsync()).Should().Be("range.in-use");
        await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, neverApproved: false, default);
        (await DeleteAsync()).Should().BeNull();

        (await db.RunsAsync()).Should().BeEmpty();
        (await db.RefusedAsync()).Should().Equal("range.in-use");

        async Task<string?> DeleteAsync()
        {
            var row = (await db.Get<ListRanges>().HandleAsync(fpy.Finance, default)).Value.Single(r => r.Id == range.Id);
            return (await db.Get<DeleteRange>().HandleAsync(fpy.Finance, row.Id, row.Version, default)).Refusal?.Code;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_unknown_or_forbidden_delete_changes_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var range = await fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        var delete = db.Get<DeleteRange>();

        (await delete.HandleAsync(fpy.Finance, range.Id, range.Version + 1, default)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await delete.HandleAsync(fpy.Finance, range.Id + 1, range.Version, default)).Refusal!.Code.Should().Be("range.not-found");
        (await delete.HandleAsync(fpy.Viewer, range.Id, range.Version, default)).Refusal!.Code.Should().Be("not-allowed");

        (await fpy.AvailableAsync(2026)).Should().Be(10);
    }
}
