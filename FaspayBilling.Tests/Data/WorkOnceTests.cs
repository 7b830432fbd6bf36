using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data;

/// <summary>What is sent from one opened form is done once, whoever sends it again and however often.</summary>
public sealed class WorkOnceTests
{
    private static readonly SentForm Form = new("0123456789abcdef0123456789abcdef");
    private static readonly PaymentInput Part = new(110_000m, new(2026, 11, 16), "Cash", "");

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_form_sent_at_the_same_moment_records_one_payment_and_both_hear_that_it_was_done(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, price: 1_000_000m);

        var answers = await Together.RunAsync(Enumerable.Repeat(() => PayAsync(db, fpy, invoice, Part, Form), 8));

        answers.Should().AllSatisfy(a => a.Ok.Should().BeTrue());
        (await db.StoredAsync(invoice)).Payments.Should().ContainSingle();
        (await db.HistoryAsync()).Should().ContainSingle();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_opening_of_the_form_is_other_work(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, price: 1_000_000m);

        await PayAsync(db, fpy, invoice, Part, Form);
        await PayAsync(db, fpy, invoice, Part, Form with { Key = "another" });

        (await db.StoredAsync(invoice)).Payments.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_key_is_its_users_own()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, price: 1_000_000m);

        await PayAsync(db, fpy, invoice, Part, Form);
        var other = (await db.SignedInAsync(await db.UserAsync(fpy, "ada@fpy.test", Role.Admin))) with { Form = Form };
        await db.Get<RecordPayment>().HandleAsync(other, invoice.Number, Part, default);

        (await db.StoredAsync(invoice)).Payments.Should().HaveCount(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_form_that_is_corrected_is_new_work(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, price: 1_000_000m);

        var refused = await PayAsync(db, fpy, invoice, Part with { Amount = 0 }, Form);
        var corrected = await PayAsync(db, fpy, invoice, Part, Form);

        refused.Refusal!.Code.Should().Be("payment.amount");
        corrected.Ok.Should().BeTrue();
        (await db.StoredAsync(invoice)).Payments.Should().ContainSingle();
    }

    [Fact]
    public async Task A_form_that_was_saved_and_comes_again_with_something_else_in_it_is_told_so()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var first = await DuplicateAsync(db, fpy, invoice, Form with { Content = "as it was" });

        var other = await DuplicateAsync(db, fpy, invoice, Form with { Content = "as it is now" });

        other.Refusal!.Code.Should().Be("form.sent-before");
        other.Refusal.Sentence().Should().Contain(first.Value);
        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_second_answer_has_what_was_made_and_what_there_was_to_know(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);

        var first = await IssueAsync(db, fpy, draft);
        var second = await IssueAsync(db, fpy, draft);

        first.Warnings.Should().NotBeEmpty("there is no range of numbers");
        second.Should().BeEquivalentTo(first);
    }

    [Fact]
    public async Task More_checked_rows_than_one_transaction_takes_have_an_answer_each()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        string[] numbers = [.. Enumerable.Range(1, 250).Select(i => $"INV-FPY-9{i:D8}"), invoice.Number];

        var first = await CancelAllAsync(db, fpy, numbers);
        var second = await CancelAllAsync(db, fpy, numbers);

        first.Value.Select(l => l.Number).Should().Equal(numbers);
        first.Value[^1].Refusal.Should().BeNull();
        second.Value.Should().BeEquivalentTo(first.Value);
        (await db.HistoryAsync()).Count(h => h.Action == "invoice.cancel" && h.SubjectId == invoice.Id).Should().Be(1);
    }

    [Fact]
    public async Task A_day_later_the_key_is_forgotten()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, price: 1_000_000m);
        await PayAsync(db, fpy, invoice, Part, Form);
        db.Clock.Advance(TimeSpan.FromHours(24));

        await PayAsync(db, fpy, invoice, Part, Form);

        (await db.StoredAsync(invoice)).Payments.Should().HaveCount(2);
    }

    private static Task<Outcome> PayAsync(TestDb db, GivenMerchant merchant, Invoice invoice, PaymentInput input, SentForm form) =>
        db.Get<RecordPayment>().HandleAsync(merchant.Finance with { Form = form }, invoice.Number, input, default);

    private static Task<Outcome<string>> DuplicateAsync(TestDb db, GivenMerchant merchant, Invoice invoice, SentForm form) =>
        db.Get<DuplicateInvoice>().HandleAsync(merchant.Finance with { Form = form }, invoice.Number, default);

    private static Task<Outcome> IssueAsync(TestDb db, GivenMerchant merchant, Invoice invoice) =>
        db.Get<IssueInvoice>().HandleAsync(merchant.Finance with { Form = Form }, invoice.Number, default);

    private static Task<Outcome<IReadOnlyList<BulkLine>>> CancelAllAsync(TestDb db, GivenMerchant merchant, string[] numbers) =>
        db.Get<CancelInvoices>().HandleAsync(merchant.Finance with { Form = Form }, numbers, default);
}
