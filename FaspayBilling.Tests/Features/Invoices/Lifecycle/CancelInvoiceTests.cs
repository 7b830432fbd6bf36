using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

public sealed class CancelInvoiceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_keeps_its_number_and_its_payments_and_nothing_is_owed_any_more(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid, taxNumber: "000-26.00000001");

        (await CancelAsync(db, fpy, invoice)).Ok.Should().BeTrue();

        var stored = await db.StoredAsync(invoice);
        stored.Should().BeEquivalentTo(new
        {
            Status = InvoiceStatus.Cancelled,
            Outstanding = 0m,
            invoice.Paid,
            ToRefund = invoice.Paid,
            invoice.TaxNumber,
            CancelledAt = db.Clock.Now()
        });
        stored.Payments.Should().ContainSingle();
        (await fpy.AvailableAsync(2026)).Should().Be(4);
        (await db.HistoryAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new
            {
                Message = Message.Of("invoice.cancel:held", ("number", "000-26.00000001")),
                Who = "Fina Finance",
                At = db.Clock.Now(),
                SubjectId = invoice.Id
            });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Unpaid_partially_paid_and_overdue_can_be_cancelled_and_nothing_else(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        foreach (var status in InvoiceStatuses.All)
        {
            var invoice = await fpy.InvoiceAsync(status);
            var open = status is InvoiceStatus.Unpaid or InvoiceStatus.PartiallyPaid or InvoiceStatus.Overdue;

            (await CancelAsync(db, fpy, invoice)).Refusal?.Code.Should().Be(open ? null : "invoice.not-cancellable", "it is {0}", status);
            (await db.StoredAsync(invoice)).Status.Should().Be(open ? InvoiceStatus.Cancelled : status);
        }

        (await db.RefusedAsync()).Should().HaveCount(4).And.OnlyContain(code => code == "invoice.not-cancellable");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_end_of_the_window_belongs_to_it_to_the_millisecond(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.CancellationWindowHours = 24);
        var before = await IssuedAsync(db, fpy);
        var at = await IssuedAsync(db, fpy);
        var within = await IssuedAsync(db, fpy);
        var after = await IssuedAsync(db, fpy);
        var end = db.Clock.GetUtcNow().AddHours(24);

        await CancelAtAsync(end.AddMilliseconds(-1), before, null);
        await CancelAtAsync(end, at, null);
        await CancelAtAsync(end.AddTicks(9_999), within, null);
        await CancelAtAsync(end.AddMilliseconds(1), after, "invoice.cancellation-period-over");

        (await db.StoredAsync(after)).Status.Should().Be(InvoiceStatus.Unpaid);

        async Task CancelAtAsync(DateTimeOffset moment, Invoice invoice, string? refusal)
        {
            db.Clock.SetUtcNow(moment);
            (await CancelAsync(db, fpy, invoice)).Refusal?.Code.Should().Be(refusal, "it is {0:O}", moment);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_hours_are_elapsed_ones_over_night_and_year(Database database)
    {
        await using var db = await TestDb.MakeAsync(
            database, new FakeTimeProvider(new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.FromHours(7))));
        var fpy = await db.Given.MerchantAsync(settings: s => s.CancellationWindowHours = 1);
        var invoice = await IssuedAsync(db, fpy);

        db.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(1));

        var refused = await CancelAsync(db, fpy, invoice);
        refused.Refusal!.Code.Should().Be("invoice.cancellation-period-over");
        refused.Refusal.Sentence().Should().Contain("01/01/2027 00:30");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_note_that_stands_blocks_it_and_one_that_was_cancelled_or_never_issued_does_not(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var noted = await fpy.InvoiceAsync();
        await db.NoteAsync(noted, InvoiceStatus.Unpaid);
        var free = await fpy.InvoiceAsync();
        await db.NoteAsync(free, InvoiceStatus.Cancelled);
        await db.NoteAsync(free, InvoiceStatus.Draft);
        await db.NoteAsync(free, InvoiceStatus.Proforma);

        (await CancelAsync(db, fpy, noted)).Refusal!.Code.Should().Be("invoice.referenced");
        (await CancelAsync(db, fpy, free)).Ok.Should().BeTrue();

        (await db.StoredAsync(noted)).Status.Should().Be(InvoiceStatus.Unpaid);
    }

    private static async Task<Invoice> IssuedAsync(TestDb db, GivenMerchant merchant)
    {
        var invoice = await merchant.InvoiceAsync(InvoiceStatus.Draft, taxed: false, due: db.Clock.Now().AddYears(1));
        (await db.Get<IssueInvoice>().HandleAsync(merchant.Finance, invoice.Number, default)).Ok.Should().BeTrue();
        return invoice;
    }

    private static Task<Outcome> CancelAsync(TestDb db, GivenMerchant merchant, Invoice invoice) =>
        db.Get<CancelInvoice>().HandleAsync(merchant.Finance, invoice.Number, default);
}
