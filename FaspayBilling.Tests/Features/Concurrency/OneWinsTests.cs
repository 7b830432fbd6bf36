using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Concurrency;

public sealed class OneWinsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_cancels_of_one_invoice(Database database)
    {
        await using var nodes = await Two.MakeAsync(database);
        var invoice = await nodes.Fpy.InvoiceAsync();

        var answers = await nodes.BothAsync((db, actor) => db.Get<CancelInvoice>().HandleAsync(actor, invoice.Number, default));

        ShouldBeOneWinner(answers, "invoice.not-cancellable");
        (await nodes.HistoryAsync(invoice.Id)).Count(h => h.RefusalCode == null).Should().Be(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_cancels_that_looked_at_the_same_version(Database database)
    {
        await using var nodes = await Two.MakeAsync(database);
        var invoice = await nodes.Fpy.InvoiceAsync();
        var key = new InvoiceKey(invoice.Number, invoice.Version);

        ShouldBeOneWinner(
            await nodes.BothAsync((db, actor) => db.Get<CancelInvoice>().HandleAsync(actor, key, default)), "changed-elsewhere");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_numbers_for_one_invoice(Database database)
    {
        await using var nodes = await Two.MakeAsync(database);
        await nodes.Fpy.AvailableNumbersAsync(2026, 5);
        var invoice = await nodes.Fpy.InvoiceAsync();

        var answers = await nodes.BothAsync(
            async (db, actor) => await db.Get<GenerateTaxNumber>().HandleAsync(actor, invoice.Number, default));

        ShouldBeOneWinner(answers, "tax-number.already-has-one");
        (await nodes.Fpy.AvailableAsync(2026)).Should().Be(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_give_backs_of_one_number(Database database)
    {
        await using var nodes = await Two.MakeAsync(database);
        await nodes.Fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var invoice = await nodes.Fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000003");

        var answers = await nodes.BothAsync(
            async (db, actor) => await db.Get<CancelTaxNumber>().HandleAsync(actor, invoice.Number, neverApproved: false, default));

        ShouldBeOneWinner(answers, "tax-number.none-to-cancel");
        (await NumberBook.ReadAsync(nodes.A, nodes.Fpy.Id)).ShouldBalance();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_issues_of_one_draft(Database database)
    {
        await using var nodes = await Two.MakeAsync(database);
        await nodes.Fpy.AvailableNumbersAsync(2026, 5);
        var invoice = await nodes.Fpy.InvoiceAsync(InvoiceStatus.Draft);

        ShouldBeOneWinner(
            await nodes.BothAsync((db, actor) => db.Get<IssueInvoice>().HandleAsync(actor, invoice.Number, default)),
            "invoice.not-issuable");
        (await nodes.Fpy.AvailableAsync(2026)).Should().Be(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_payments_of_the_whole_amount(Database database)
    {
        await using var nodes = await Two.MakeAsync(database);
        var invoice = await nodes.Fpy.InvoiceAsync();
        var payment = new PaymentInput(invoice.Total, new DateOnly(2026, 11, 16), PaymentRules.Methods[0]);

        var answers = await nodes.BothAsync((db, actor) => db.Get<RecordPayment>().HandleAsync(actor, invoice.Number, payment, default));

        ShouldBeOneWinner(answers, "payment.not-allowed");
        (await nodes.A.ReadAsync(d => d.Set<Invoice>().SingleAsync())).Paid.Should().Be(invoice.Total);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_range_added_twice(Database database)
    {
        await using var nodes = await Two.MakeAsync(database);

        var answers = await nodes.BothAsync(
            (db, actor) => db.Get<AddRange>().HandleAsync(actor, new(2026, "000-26.00000001", "000-26.00000010"), default));

        ShouldBeOneWinner(answers, "range.overlap");
        (await nodes.Fpy.AvailableAsync(2026)).Should().Be(10);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_duplicates_get_two_numbers(Database database)
    {
        await using var nodes = await Two.MakeAsync(database);
        var invoice = await nodes.Fpy.InvoiceAsync();

        var answers = await nodes.BothAsync(
            async (db, actor) => await db.Get<DuplicateInvoice>().HandleAsync(actor, invoice.Number, default));

        answers.Should().OnlyContain(a => a.Ok);
        answers.Cast<Outcome<string>>().Select(a => a.Value).Should().OnlyHaveUniqueItems();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_changes_that_reach_the_threshold_mail_once(Database database)
    {
        await using var nodes = await Two.MakeAsync(database);
        await nodes.A.ReadAsync(d => d.Set<Core.Domain.Merchants.BillingSettings>().Where(s => s.MerchantId == nodes.Fpy.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.NotificationAddresses, new List<string> { "finance@merchant.example" })));
        await nodes.Fpy.ThresholdAsync(limit: 4);
        await nodes.Fpy.AvailableNumbersAsync(2026, 5);
        var invoices = new[] { await nodes.Fpy.InvoiceAsync(), await nodes.Fpy.InvoiceAsync() };

        await Together.RunAsync(invoices.Select((invoice, i) => (Func<Task<Outcome<Core.Domain.TaxNumbers.TaxNumber>>>)(() =>
            (i == 0 ? nodes.A : nodes.B).Get<GenerateTaxNumber>().HandleAsync(nodes.Fpy.Finance, invoice.Number, default))));

        (await nodes.A.ReadAsync(d => d.Set<OutboxMail>().CountAsync())).Should().Be(1);
    }

    private static void ShouldBeOneWinner(IReadOnlyList<Outcome> answers, string refusal)
    {
        answers.Count(a => a.Ok).Should().Be(1);
        answers.Single(a => !a.Ok).Refusal!.Code.Should().Be(refusal);
    }

    private sealed class Two(TestDb a, GivenMerchant fpy) : IAsyncDisposable
    {
        public TestDb A => a;

        public TestDb B { get; } = a.AnotherNode();

        public GivenMerchant Fpy => fpy;

        public static async Task<Two> MakeAsync(Database database)
        {
            var a = await TestDb.MakeAsync(database);
            return new Two(a, await a.Given.MerchantAsync());
        }

        public async Task<IReadOnlyList<Outcome>> BothAsync(Func<TestDb, Actor, Task<Outcome>> act) =>
            await Together.RunAsync<Outcome>([() => act(A, fpy.Finance), () => act(B, fpy.Finance)]);

        public Task<List<HistoryEntry>> HistoryAsync(long invoiceId) =>
            A.ReadAsync(
                d => d.Set<HistoryEntry>().Where(h => h.Subject == HistorySubject.Invoice && h.SubjectId == invoiceId).ToListAsync());

        public async ValueTask DisposeAsync()
        {
            await B.DisposeAsync();
            await A.DisposeAsync();
        }
    }
}
