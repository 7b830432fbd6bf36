using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.BillingApi;

/// <summary>A bill's dates have both ends, as an invoice's on the screens.</summary>
public sealed class BillDatesTests
{
    [Theory]
    [InlineData("1900-01-01", "2026-12-01", "bill.date", "01/01/2020")]
    [InlineData("2019-12-31", "2026-12-01", "bill.date", "16/11/2027")]
    [InlineData("2027-11-17", "2027-12-01", "bill.date", "16/11/2027")]
    [InlineData("2026-11-16", "2026-11-15", "bill.due", "billing_date")]
    [InlineData("2026-11-16", "2036-11-17", "bill.due", "16/11/2036")]
    public async Task A_date_beyond_its_ends_is_refused_by_name(string date, string due, string code, string said)
    {
        await using var db = await TestDb.MakeAsync();
        var system = await db.SystemAsync(await db.Given.MerchantAsync());

        var refused = await system.CreateAsync(request: GivenSystem.Request with { Date = Noon(date), Due = Noon(due) });

        refused.Refusal!.Code.Should().Be(code);
        refused.Refusal.Sentence().Should().Contain(said);
    }

    [Theory]
    [InlineData("2020-01-01", "2030-01-01")]
    [InlineData("2027-11-16", "2037-11-16")]
    public async Task The_ends_themselves_are_taken(string date, string due)
    {
        await using var db = await TestDb.MakeAsync();
        var system = await db.SystemAsync(await db.Given.MerchantAsync());

        (await system.CreateAsync(request: GivenSystem.Request with { Date = Noon(date), Due = Noon(due) })).Ok.Should().BeTrue();
    }

    private static DateTime Noon(string day) =>
        DateTime.SpecifyKind(Domain.Shared.Sample.Day(day).ToDateTime(new TimeOnly(5, 0)), DateTimeKind.Utc);
}
