using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Every E-Faktur No of a merchant as the database has it now.</summary>
internal sealed record NumberBook(IReadOnlyList<long> InRanges, IReadOnlyList<long> Used, IReadOnlyList<long> Free)
{
    public static async Task<NumberBook> ReadAsync(TestDb db, long merchantId)
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        await using var oneMoment = await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);
        var ranges = await context.Set<TaxNumberRange>().Where(r => r.MerchantId == merchantId).ToListAsync();
        var free = await context.Set<AvailableRun>().Where(r => r.MerchantId == merchantId).ToListAsync();
        var used = await context.Set<Invoice>()
            .IgnoreQueryFilters()
            .Where(i => i.MerchantId == merchantId && i.TaxNumber != null)
            .Select(i => i.TaxNumber!.Value)
            .ToListAsync();
        return new(
            [.. ranges.SelectMany(r => Numbers(r.Start.Value, r.End.Value)).Order()],
            [.. used.Select(n => n.Value).Order()],
            [.. free.SelectMany(r => Numbers(r.First, r.Last)).Order()]);
    }

    /// <summary>Each number of the ranges is either used or available, never both, never neither.</summary>
    public void ShouldBalance() => Used.Concat(Free).Order().Should().Equal(InRanges);

    private static IEnumerable<long> Numbers(long first, long last)
    {
        for (var number = first; number <= last; number++) yield return number;
    }
}
