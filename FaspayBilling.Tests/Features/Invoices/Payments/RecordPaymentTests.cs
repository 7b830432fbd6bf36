using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Features.Invoices.Payments;

public sealed class RecordPaymentTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly PaymentInput Good = new(110_000m, Today, "Bank transfer", "  first part ");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_part_then_the_rest_lead_from_Unpaid_to_Paid(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, price: 1_000_000m);
        invoice.Total.Should().Be(1_110_000m);

        (await PayAsync(db, fpy, invoice, Good)).Ok.Should().BeTrue();
        var part = await db.StoredAsync(invoice);
        (await PayAsync(db, fpy, invoice, Good with { Amount = 1_000_000m, Method = "Cash", Note = "" })).Ok.Should().BeTrue();
        var rest = await db.StoredAsync(invoice);

        part.Should().BeEquivalentTo(new { Status = InvoiceStatus.PartiallyPaid, Paid = 110_000m, Outstanding = 1_000_000m });
        part.Payments.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Amount = 110_000m,
            Date = Today,
            Method = "Bank transfer",
            Note = "first part",
            RecordedBy = "Fina Finance",
            RecordedAt = db.Clock.Now(),
        });
        rest.Should().BeEquivalentTo(new { Status = InvoiceStatus.Paid, Paid = 1_110_000m, Outstanding = 0m });
        rest.Payments.Should().HaveCount(2);
        (await db.HistoryAsync()).Select(h => h.What())
            .Should().Equal("Payment of Rp 110.000 recorded (Bank transfer)", "Payment of Rp 1.000.000 recorded (Cash)");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task More_than_is_owed_is_recorded_only_after_a_confirmation(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.PartiallyPaid, price: 1_000_000m);
        var much = Good with { Amount = invoice.Outstanding + 1 };

        var asked = await PayAsync(db, fpy, invoice, much);
        (await db.StoredAsync(invoice)).Payments.Should().HaveCount(1);
        var confirmed = await PayAsync(db, fpy, invoice, much with { AboveOutstandingConfirmed = true });

        asked.Refusal.Should().BeEquivalentTo(
            new { Kind = RefusalKind.NeedsConfirmation, Code = "payment.above-outstanding", Field = "Amount" });
        confirmed.Ok.Should().BeTrue();
        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Paid, Outstanding = -1m });
        (await db.RefusedAsync()).Should().BeEmpty("a question is no refused attempt");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_part_of_an_overdue_invoice_leaves_it_overdue(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Overdue);

        await PayAsync(db, fpy, invoice, Good);
        (await db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Overdue);

        await PayAsync(db, fpy, invoice, Good with { Amount = 1_000_000m });
        (await db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Paid);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_what_is_owed_can_be_paid(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        foreach (var status in new[] { InvoiceStatus.Draft, InvoiceStatus.Proforma, InvoiceStatus.Paid, InvoiceStatus.Cancelled })
        {
            var invoice = await fpy.InvoiceAsync(status);
            (await PayAsync(db, fpy, invoice, Good)).Refusal!.Code.Should().Be("payment.not-allowed", "it is {0}", status);
            (await db.StoredAsync(invoice)).Paid.Should().Be(invoice.Paid);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_field_is_refused_by_name_and_nothing_is_recorded(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        foreach (var amount in new decimal?[] { null, 0m, -1m, 499_999.50m, 10_000_000_000_000m })
        {
            (await PayAsync(db, fpy, invoice, Good with { Amount = amount })).Refusals
                .Should().ContainSingle("{0}", amount).Which
                .Should().BeEquivalentTo(new { Code = "payment.amount", Field = "Amount" });
        }

        foreach (var date in new DateOnly?[] { null, Today.AddDays(1), Today.AddYears(-10).AddDays(-1), new DateOnly(1900, 1, 1) })
        {
            (await PayAsync(db, fpy, invoice, Good with { Date = date })).Refusals
                .Should().ContainSingle("{0}", date).Which
                .Should().BeEquivalentTo(new { Code = "payment.date", Field = "Date" });
        }

        (await PayAsync(db, fpy, invoice, Good with { Method = "Barter" })).Refusals
            .Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Code = "payment.method", Field = "Method" });
        (await PayAsync(db, fpy, invoice, Good with { Note = new string('x', 301) })).Refusals
            .Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Code = "payment.note", Field = "Note" });
        (await PayAsync(db, fpy, invoice, new PaymentInput(null, null, "", new string('x', 301)))).Refusals.Select(r => r.Field)
            .Should().Equal("Amount", "Date", "Method", "Note");

        (await db.StoredAsync(invoice)).Payments.Should().BeEmpty();
        (await db.HistoryAsync()).Should().BeEmpty("slips of the keyboard are answered, not recorded");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Today_is_Jakartas(Database database)
    {
        // 16 November 17:30 in London is already the 17th in Jakarta.
        await using var db = await TestDb.MakeAsync(
            database, new FakeTimeProvider(new DateTimeOffset(2026, 11, 16, 17, 30, 0, TimeSpan.Zero)));
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        (await PayAsync(db, fpy, invoice, Good with { Date = new DateOnly(2026, 11, 18) })).Refusal!.Code.Should().Be("payment.date");
        (await PayAsync(db, fpy, invoice, Good with { Date = new DateOnly(2026, 11, 17) })).Ok.Should().BeTrue();
    }

    private static Task<Outcome> PayAsync(TestDb db, GivenMerchant merchant, Invoice invoice, PaymentInput input) =>
        db.Get<RecordPayment>().HandleAsync(merchant.Finance, invoice.Number, input, default);
}
