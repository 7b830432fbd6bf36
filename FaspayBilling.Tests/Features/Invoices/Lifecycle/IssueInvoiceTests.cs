using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

public sealed partial class IssueInvoiceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_taxed_invoice_takes_the_smallest_number_of_its_year(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2025, 5, "000-25.00000001");
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000007");
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var proforma = await fpy.InvoiceAsync(InvoiceStatus.Proforma, date: new DateOnly(2025, 12, 31));

        (await IssueAsync(db, fpy, draft)).Should().Be(Outcome.Done);
        (await IssueAsync(db, fpy, proforma)).Should().Be(Outcome.Done);

        (await db.TaxNumberAsync(draft)).Should().Be("000-26.00000007");
        (await db.TaxNumberAsync(proforma)).Should().Be("000-25.00000001");
        (await db.RunsAsync()).Should().Equal("000-25.00000002-00000005", "000-26.00000008-00000011");
        (await db.HistoryAsync()).Where(h => h.SubjectId == draft.Id).Select(h => h.What())
            .Should().Equal("Issued", "E-Faktur No 000-26.00000007 given", "Mail to billing@pelanggan.example");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task None_left_it_is_issued_without_a_number_and_says_so(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2025, 5);
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Draft);

        var done = await IssueAsync(db, fpy, invoice);

        done.Ok.Should().BeTrue();
        done.Warnings.Sentence().Should().Contain("2026");
        var stored = await db.StoredAsync(invoice);
        stored.Status.Should().Be(InvoiceStatus.Unpaid);
        stored.TaxNumber.Should().BeNull();
        (await db.HistoryAsync()).Select(h => h.What())
            .Should().Equal("Issued", done.Warnings.Sentence(), "Mail to billing@pelanggan.example");
        (await fpy.AvailableAsync(2025)).Should().Be(5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_issue_that_brings_the_count_to_the_limit_mails(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.AvailableNumbersAsync(2026, 5);
        await fpy.ThresholdAsync(4);
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Draft);

        await IssueAsync(db, fpy, invoice);

        (await db.MailsAsync()).Select(m => m.To).Should().BeEquivalentTo("tax@fpy.example", "billing@pelanggan.example");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_Invoice_Tax_or_with_the_module_off_no_number_is_taken_and_nobody_is_warned(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        await fpy.AvailableNumbersAsync(2026, 5);
        await off.AvailableNumbersAsync(2026, 5);
        var untaxed = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);
        var taxed = await off.InvoiceAsync(InvoiceStatus.Draft);

        (await IssueAsync(db, fpy, untaxed)).Should().Be(Outcome.Done);
        (await IssueAsync(db, off, taxed)).Should().Be(Outcome.Done);

        (await db.TaxNumberAsync(untaxed)).Should().BeNull();
        (await db.TaxNumberAsync(taxed)).Should().BeNull();
        (await fpy.AvailableAsync(2026)).Should().Be(5);
        (await off.AvailableAsync(2026)).Should().Be(5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Both_deadlines_are_stored_and_a_later_setting_moves_neither(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.CancellationWindowHours = 48);
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var now = db.Clock.Now();

        await IssueAsync(db, fpy, invoice);
        await db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.CancellationWindowHours, 1)));

        var stored = await db.StoredAsync(invoice);
        stored.IssuedAt.Should().Be(now);
        stored.CancelDeadline.Should().Be(now.AddHours(48));
        stored.DocumentCancelDeadline.Should().Be(now.AddHours(72));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_window_the_screens_have_no_deadline(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Proforma);

        await IssueAsync(db, fpy, invoice);

        (await db.StoredAsync(invoice)).CancelDeadline.Should().BeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_document_gets_an_id_of_26_capital_letters_and_digits_of_its_own(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var one = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var other = await fpy.InvoiceAsync(InvoiceStatus.Proforma);
        one.DocumentId.Should().BeNull();

        await IssueAsync(db, fpy, one);
        await IssueAsync(db, fpy, other);

        var ids = new[] { (await db.StoredAsync(one)).DocumentId, (await db.StoredAsync(other)).DocumentId };
        ids.Should().OnlyHaveUniqueItems().And.AllSatisfy(id => id.Should().MatchRegex("^[A-Z0-9]{26}$"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Due_in_the_past_it_is_overdue_at_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 1);
        var late = await fpy.InvoiceAsync(InvoiceStatus.Draft, due: db.Clock.Now().AddMilliseconds(-1));
        var now = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false, due: db.Clock.Now());

        await IssueAsync(db, fpy, late);
        await IssueAsync(db, fpy, now);

        var stored = await db.StoredAsync(late);
        stored.Status.Should().Be(InvoiceStatus.Overdue);
        stored.TaxNumber.Should().NotBeNull();
        (await db.StoredAsync(now)).Status.Should().Be(InvoiceStatus.Unpaid, "at the due moment itself it is not yet late");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_issued_or_cancelled_is_not_issued_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5);

        foreach (var status in InvoiceStatuses.All.Except([InvoiceStatus.Draft, InvoiceStatus.Proforma]))
        {
            var invoice = await fpy.InvoiceAsync(status);
            (await IssueAsync(db, fpy, invoice)).Refusal!.Code.Should().Be("invoice.not-issuable", "it is {0}", status);
            (await db.StoredAsync(invoice)).DocumentId.Should().Be(invoice.DocumentId);
        }

        (await fpy.AvailableAsync(2026)).Should().Be(5);
        (await db.RefusedAsync()).Should().HaveCount(5).And.OnlyContain(code => code == "invoice.not-issuable");
    }

    private static Task<Outcome> IssueAsync(TestDb db, GivenMerchant merchant, Invoice invoice) =>
        db.Get<IssueInvoice>().HandleAsync(merchant.Finance, invoice.Number, default);
}
