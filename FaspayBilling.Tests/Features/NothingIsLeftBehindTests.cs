using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Live;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features;

/// <summary>A write that does not commit leaves no mail, no history and tells no page.</summary>
public sealed class NothingIsLeftBehindTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refusal_after_the_mail_was_written_leaves_only_its_own_line(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await LowAsync(db);
        var invoice = await fpy.InvoiceAsync();
        var heard = Listen(db, fpy);

        var refused = await TakeAndAsync(db, fpy, invoice, () => InvoiceRefusals.InvoiceReferenced);

        refused.Refusal!.Code.Should().Be("invoice.referenced");
        await NothingTakenAsync(db, fpy, invoice);
        (await db.HistoryAsync())
            .Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { RefusalCode = "invoice.referenced", SubjectId = invoice.Id, Who = "Fina Finance" });
        heard.Should().ContainSingle().Which.Rows.Should().Equal(new ChangedRow(HistorySubject.Invoice, invoice.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_or_a_slip_of_the_keyboard_leaves_nothing_at_all(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await LowAsync(db);
        var invoice = await fpy.InvoiceAsync();
        var heard = Listen(db, fpy);

        await TakeAndAsync(db, fpy, invoice, () => TaxNumberRefusals.TaxNumberExported);
        await TakeAndAsync(db, fpy, invoice, () => TaxNumberRefusals.ThresholdLimit);

        await NothingTakenAsync(db, fpy, invoice);
        (await db.HistoryAsync()).Should().BeEmpty();
        heard.Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_fault_after_the_mail_was_written_leaves_nothing_and_the_next_write_goes_through(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await LowAsync(db);
        var invoice = await fpy.InvoiceAsync();
        var heard = Listen(db, fpy);

        var fault = () => TakeAndAsync(db, fpy, invoice, () => throw new TimeoutException("The disk is gone."));

        await fault.Should().ThrowAsync<TimeoutException>();
        await NothingTakenAsync(db, fpy, invoice);
        (await db.HistoryAsync()).Should().BeEmpty();
        heard.Should().BeEmpty();
        (await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, default)).Ok.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_that_was_promised_twice_stops_at_the_unique_index(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await LowAsync(db);
        var holder = await fpy.InvoiceAsync();
        await db.ReadAsync(d => d.Set<Invoice>().Where(i => i.Id == holder.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.TaxNumber, new Core.Domain.TaxNumbers.TaxNumber(2600000001))));
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Draft);

        var issue = () => db.Get<Core.Features.Invoices.Lifecycle.IssueInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);

        await issue.Should().ThrowAsync<DbUpdateException>();
        (await db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Draft, "the issue and its number stand or fall together");
        await NothingTakenAsync(db, fpy, invoice);
        (await db.HistoryAsync()).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_committed_is_told_with_every_row_it_touched_and_only_to_its_merchant(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await LowAsync(db);
        var other = await db.Given.MerchantAsync("OTH");
        var invoice = await fpy.InvoiceAsync();
        var heard = Listen(db, fpy);
        var elsewhere = Listen(db, other);

        await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, default);

        var change = heard.Should().ContainSingle().Subject;
        change.Touches(HistorySubject.Invoice, invoice.Id).Should().BeTrue();
        change.Touches(HistorySubject.TaxNumberRange).Should().BeTrue();
        change.Touches(HistorySubject.Threshold).Should().BeTrue();
        change.Touches(HistorySubject.Mail).Should().BeTrue();
        elsewhere.Should().BeEmpty();
    }

    private static async Task<GivenMerchant> LowAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        await fpy.ThresholdAsync(4);
        return fpy;
    }

    private static Task<Outcome> TakeAndAsync(TestDb db, GivenMerchant merchant, Invoice invoice, Func<Outcome> end) =>
        db.Write.RunAsync(merchant.Finance, new AuditedAction(HistorySubject.Invoice, "user.lock"), async write =>
        {
            var taker = await write.Db.Set<Invoice>().SingleAsync(i => i.Id == invoice.Id);
            write.About = taker.Id;
            (await db.Get<TaxNumberAllocator>().TakeAsync(write, taker)).Should().BeTrue();
            await write.SaveAsync();
            return end();
        }, default);

    private static async Task NothingTakenAsync(TestDb db, GivenMerchant merchant, Invoice invoice)
    {
        (await db.TaxNumberAsync(invoice)).Should().BeNull();
        (await merchant.AvailableAsync(2026)).Should().Be(5);
        (await db.MailsAsync()).Should().BeEmpty();
    }

    private static List<LiveChange> Listen(TestDb db, GivenMerchant merchant)
    {
        var heard = new List<LiveChange>();
        db.Live.Subscribe(merchant.Id, heard.Add);
        return heard;
    }
}
