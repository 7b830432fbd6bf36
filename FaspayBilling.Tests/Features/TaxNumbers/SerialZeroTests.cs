using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxNumbers;

/// <summary>
/// The tax office counts from 00000001 (docs/sources/tax-law.md 1.1): 00000000 is a slip of the keyboard and never handed out.
/// </summary>
public sealed class SerialZeroTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task No_range_begins_with_it(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var refused = await AddAsync("000-26.00000000", "000-26.00000099");

        refused.Should().Equal(("range.serial-zero", "Start"));
        (await AddAsync("000-26.00000000", "000-26.00000000")).Should().Equal(("range.serial-zero", "Start"));
        (await AddAsync("0100002600000000", "000-26.00000099"))
            .Should().Equal([("range.serial-zero", "Start")], "16 digits are 13 of them");
        (await fpy.AvailableAsync(2026)).Should().Be(0);
        (await AddAsync("000-26.00000001", "000-26.00000099")).Should().BeEmpty();

        async Task<IEnumerable<(string, string?)>> AddAsync(string start, string end) =>
            (await db.Get<AddRange>().HandleAsync(fpy.Finance, new RangeInput(2026, start, end), default)).Refusals
                .Select(r => (r.Code, r.Field));
    }

    [Fact]
    public async Task No_range_is_changed_to_begin_with_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 10, "000-26.00000001");
        var range = await db.ReadAsync(d => d.Set<TaxNumberRange>().SingleAsync());

        var refused = await db.Get<EditRange>()
            .HandleAsync(fpy.Finance, range.Id, range.Version, "000-26.00000000", "000-26.00000010", default);

        refused.Refusal!.Code.Should().Be("range.serial-zero");
        (await db.RunsAsync()).Should().Equal("000-26.00000001-00000010");
    }
}
