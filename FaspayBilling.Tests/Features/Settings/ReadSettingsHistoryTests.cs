using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class ReadSettingsHistoryTests
{
    [Fact]
    public async Task The_history_of_a_subject_is_read_by_an_admin_newest_first_with_refused_attempts()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Finance, "72", 0, default);
        await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, "72", 0, default);
        var read = db.Get<ReadSettingsHistory>();

        (await read.HandleAsync(fpy.Admin, HistorySubject.BillingSettings, default)).Value.Select(h => (h.Who, h.Refused))
            .Should().Equal((fpy.Admin.Name, false), (fpy.Finance.Name, true));
        (await read.HandleAsync(fpy.Admin, HistorySubject.User, default)).Value.Should().BeEmpty();
        (await read.HandleAsync((await db.Given.MerchantAsync("T8V")).Admin, HistorySubject.BillingSettings, default)).Value
            .Should().BeEmpty();
        (await read.HandleAsync(fpy.Finance, HistorySubject.BillingSettings, default)).Refusal!.Code.Should().Be("not-allowed");
    }

    [Fact]
    public async Task Only_the_newest_30_lines_are_read()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        for (var hours = 1; hours <= 31; hours++)
        {
            (await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, $"{hours}", hours - 1, default)).Ok.Should().BeTrue();
        }

        var lines = (await db.Get<ReadSettingsHistory>().HandleAsync(fpy.Admin, HistorySubject.BillingSettings, default)).Value;

        lines.Should().HaveCount(30);
        (lines[0].What(), lines[^1].What()).Should().Be((
            "Invoices can be cancelled within 31 hours after the issue", "Invoices can be cancelled within 2 hours after the issue"));
    }
}
