using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.TaxOffice.YearEnd;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.YearEnd;

public sealed class ReadReminderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_reminder_counts_what_was_neither_exported_nor_is_in_Coretax(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync(date: new(2026, 10, 31));
        await fpy.ExportableAsync(
            date: new(2026, 10, 1), also: i => i.With((nameof(Invoice.ExportedAt), db.Clock.GetUtcNow().UtcDateTime)));
        await fpy.ExportableAsync(date: new(2026, 10, 1), also: i => i.With((nameof(Invoice.CoretaxNumber), "04002600000000001")));
        await fpy.ExportableAsync(date: new(2026, 11, 1));
        await fpy.ExportableAsync(date: new(2026, 9, 30));
        await fpy.ExportableAsync(date: new(2025, 10, 1));
        await fpy.ExportableAsync(date: new(2025, 9, 30));
        using var sql = SqlCommands.Watch();

        var reminder = (await db.Get<ReadReminder>().HandleAsync(fpy.Viewer, default)).Value;

        reminder.Should().BeEquivalentTo(new
        {
            Today = new DateOnly(2026, 11, 16),
            Open = 1,
            Overdue = 2,
            Month = new DateOnly(2026, 10, 1),
            Deadline = new DateOnly(2026, 11, 20)
        });
        sql.Sent.Should().HaveCount(1);
    }

    [Fact]
    public async Task After_the_deadline_the_open_ones_are_overdue_and_the_next_month_is_open()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync(date: new(2026, 10, 31));
        await fpy.ExportableAsync(date: new(2026, 11, 1));
        await fpy.ExportableAsync(date: new(2026, 11, 2));

        db.Clock.Advance(TimeSpan.FromDays(5));

        (await db.Get<ReadReminder>().HandleAsync(fpy.Viewer, default)).Value
            .Should().BeEquivalentTo(new { Today = new DateOnly(2026, 11, 21), Open = 2, Overdue = 1, Month = new DateOnly(2026, 11, 1) });
    }

    [Fact]
    public async Task Another_merchants_invoices_do_not_count_and_with_the_module_off_there_is_none()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        await (await db.ExporterAsync("OTH")).ExportableAsync(date: new(2026, 10, 31));

        (await db.Get<ReadReminder>().HandleAsync(fpy.Viewer, default)).Value.Should().BeEquivalentTo(new { Open = 0, Overdue = 0 });
        (await db.Get<ReadReminder>().HandleAsync(off.Viewer, default)).Refusal!.Code.Should().Be("module.off");
    }
}
