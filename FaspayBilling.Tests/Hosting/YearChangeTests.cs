using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Hosting;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Hosting;

/// <summary>The jobs run on while the year changes in Jakarta, seven hours before it does in UTC.</summary>
public sealed class YearChangeTests
{
    private static readonly DateOnly OldYear = new(2026, 12, 31);
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    // 17:00 in UTC: whoever took the day from that would still be in the old year.
    private static readonly DateTime Midnight = JakartaCalendar.StartOf(NewYear);

    [Theory, OnSqlite, OnPostgres]
    public async Task At_midnight_what_was_due_is_overdue_the_threshold_is_checked_and_numbers_begin_anew(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, new FakeTimeProvider(new DateTimeOffset(Midnight.AddMinutes(-10))));
        var fpy = await db.ExporterAsync(channel: TaxChannel.Desktop);
        await db.ChangeAsync<BillingSettings>(s => s.MerchantId == fpy.Id, s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 3);
        await fpy.AvailableNumbersAsync(2027, 1);
        await fpy.ThresholdAsync(4);
        var old = await IssueAsync(db, fpy, OldYear, due: OldYear);
        using var jobs = Jobs(db);
        await jobs.StartAsync(default);

        while (db.Clock.Now() <= Midnight)
        {
            db.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        await Until.TrueAsync(async () => (await NoticesAsync(db)).Count == 2, "the notice of the new year");
        await Until.TrueAsync(async () => (await db.StoredAsync(old)).Status == InvoiceStatus.Overdue, "the old invoice becoming overdue");
        await jobs.StopAsync(default);
        var notices = await NoticesAsync(db);
        notices.Select(m => m.Subject[^8..]).Should().Equal("for 2026", "for 2027");
        notices[1].CreatedAt.Should().BeOnOrAfter(Midnight);
        (await db.HistoryAsync()).Single(h => h.Action == "invoice.overdue").At.Should().BeOnOrAfter(Midnight);

        var young = await IssueAsync(db, fpy, NewYear);
        var late = await IssueAsync(db, fpy, OldYear);
        var numberless = await IssueAsync(db, fpy, NewYear);
        new[] { old, young, late, numberless }.Select(i => i.Number)
            .Should().Equal("INV-FPY-122600001", "INV-FPY-012700001", "INV-FPY-122600002", "INV-FPY-012700002");
        new[] { old, young, late }.Select(i => i.TaxNumber!.Value.ToString()[..7]).Should().Equal("000-26.", "000-27.", "000-26.");
        numberless.TaxNumber.Should().BeNull("what is left of the old year is of no use to the new one");
        (await fpy.AvailableAsync(2026), await fpy.AvailableAsync(2027)).Should().Be((1L, 0L));
    }

    private static BackgroundJobs Jobs(TestDb db) => new(
        db.Get<OpenFile>(),
        db.Get<SweepOverdue>(),
        db.Get<CheckNewYear>(),
        db.Get<WorkOnce>(),
        db.Get<ForgetSessions>(),
        db.Clock,
        NoLog.For<BackgroundJobs>());

    private static async Task<Invoice> IssueAsync(TestDb db, GivenMerchant merchant, DateOnly day, DateOnly? due = null)
    {
        var content = (await merchant.ContentAsync()) with
        {
            InvoiceDate = day,
            DueDate = due ?? NewYear.AddDays(30),
            TransactionCode = TransactionCodes.Usual(day),
        };
        (await db.Get<SaveInvoice>().HandleAsync(merchant.Finance, content, AfterSave.Issue, null, default)).Ok.Should().BeTrue();
        return await db.ReadAsync(d => d.Set<Invoice>().AsNoTracking().OrderBy(i => i.Id).LastAsync());
    }

    private static async Task<List<OutboxMail>> NoticesAsync(TestDb db) =>
        (await db.MailsAsync()).FindAll(m => m.Kind == MailKind.Threshold);
}
