using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Form;

public sealed partial class SaveInvoiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_invoice_is_a_draft_with_the_next_number_of_its_month(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var first = await SaveAsync(db, fpy, await fpy.ContentAsync());
        var second = await SaveAsync(db, fpy, await fpy.ContentAsync());

        (first.Value, second.Value).Should().Be(("INV-FPY-112600001", "INV-FPY-112600002"));
        var stored = await StoredAsync(db, first.Value);
        stored.Should().BeEquivalentTo(new
        {
            Status = InvoiceStatus.Draft,
            CustomerName = "PT Pelanggan Setia",
            CustomerNpwp = "026015362054000",
            Subject = "November",
            TransactionCode = "04",
            Total = 1_110_000m,
            Due = JakartaCalendar.EndOf(Today.AddDays(30)),
            BillKey = (string?)null,
            DocumentId = (string?)null,
        });
        stored.Lines.Select(l => (l.Position, l.Name, l.Price)).Should().Equal((1, "Hosting", 600_000m), (2, "Support", 400_000m));
        (await db.MailsAsync()).Should().BeEmpty();
        (await db.HistoryAsync()).Select(h => h.What()).Should().Equal("Created", "Created");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Send_as_proforma_saves_and_mails_at_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var saved = await SaveAsync(db, fpy, await fpy.ContentAsync(), AfterSave.SendAsProforma);

        var stored = await StoredAsync(db, saved.Value);
        (stored.Status, stored.BillKey!.Length, stored.MailedAt).Should().Be((InvoiceStatus.Proforma, 32, db.Clock.Now()));
        (await db.MailsAsync())
            .Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Kind = MailKind.Invoice, To = "billing@pelanggan.example", InvoiceId = stored.Id });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Save_and_Send_issues_numbers_and_mails_at_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000007");

        var saved = await SaveAsync(db, fpy, await fpy.ContentAsync(), AfterSave.Issue);

        saved.Warning.Should().BeNull();
        var stored = await StoredAsync(db, saved.Value);
        (stored.Status, stored.TaxNumber.ToString(), stored.DocumentId!.Length).Should().Be((InvoiceStatus.Unpaid, "000-26.00000007", 26));
        (await db.HistoryAsync()).Select(h => h.What())
            .Should().Equal("Created", "Issued", "E-Faktur No 000-26.00000007 given", "Mail to billing@pelanggan.example");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_the_channel_Coretax_no_number_is_taken_and_none_is_missed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.TaxChannel = TaxChannel.Coretax);
        await fpy.AvailableNumbersAsync(2026, 5);

        var saved = await SaveAsync(db, fpy, await fpy.ContentAsync(), AfterSave.Issue);

        saved.Warning.Should().BeNull();
        (await StoredAsync(db, saved.Value)).TaxNumber.Should().BeNull();
        (await fpy.AvailableAsync(2026)).Should().Be(5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_customer_without_address_and_a_year_without_numbers_are_both_told(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var silent = await fpy.CustomerAsync("PT Tanpa Surel", email: "");

        var saved = await SaveAsync(db, fpy, (await fpy.ContentAsync()) with { CustomerId = silent.Id }, AfterSave.Issue);

        saved.Warnings.Sentence().Should().Contain("none is available for 2026").And.Contain("no e-mail address");
        (await StoredAsync(db, saved.Value)).BillKey.Should().NotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_and_a_proforma_change_and_keep_their_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        foreach (var status in new[] { InvoiceStatus.Draft, InvoiceStatus.Proforma })
        {
            var invoice = await fpy.InvoiceAsync(status);
            var input = (await fpy.ContentAsync()) with { InvoiceDate = new(2025, 3, 1), DueDate = new(2025, 3, 31), Subject = "Changed" };

            var saved = await db.Get<SaveInvoice>()
                .HandleAsync(fpy.Finance, new InvoiceKey(invoice.Number, invoice.Version), input, AfterSave.Keep, default);

            saved.Value.Should().Be(invoice.Number);
            var stored = await StoredAsync(db, invoice.Number);
            (stored.Status, stored.Subject, stored.InvoiceDate, stored.Total)
                .Should().Be((status, "Changed", new DateOnly(2025, 3, 1), 1_110_000m));
            stored.Lines.Select(l => l.Name).Should().Equal("Hosting", "Support");
        }

        (await db.ReadAsync(d => d.Set<InvoiceLine>().CountAsync())).Should().Be(4, "the old lines are gone");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_issued_or_cancelled_is_not_changed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        foreach (var status in InvoiceStatuses.All.Except([InvoiceStatus.Draft, InvoiceStatus.Proforma]))
        {
            var invoice = await fpy.InvoiceAsync(status);
            (await db.Get<SaveInvoice>()
                .HandleAsync(fpy.Finance, invoice.Number, await fpy.ContentAsync(), AfterSave.Issue, default)).Refusal!.Code
                .Should().Be("invoice.not-editable", "it is {0}", status);
            (await db.StoredAsync(invoice)).Version.Should().Be(invoice.Version);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Bad_input_is_answered_field_by_field_and_takes_no_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        var theirs = await other.CustomerAsync("PT Milik Lain");
        var old = await fpy.CustomerAsync("PT Lama");
        await db.ReadAsync(
            d => d.Set<Customer>().Where(c => c.Id == old.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ArchivedAt, db.Clock.Now())));
        var good = await fpy.ContentAsync();

        (await SaveAsync(db, fpy, InvoiceContent.Empty)).Refusals.Select(r => r.Field)
            .Should().Equal("CustomerId", "InvoiceDate", "DueDate", "Lines");
        (await SaveAsync(db, fpy, good with { CustomerId = theirs.Id })).Refusal!.Code
            .Should().Be("invoice.customer", "another merchant's customer looks like none");
        (await SaveAsync(db, fpy, good with { CustomerId = old.Id })).Refusal!.Code.Should().Be("invoice.customer-archived");
        (await db.HistoryAsync()).Should().BeEmpty("slips of the keyboard are answered, not recorded");
        (await SaveAsync(db, fpy, good)).Value.Should().Be("INV-FPY-112600001");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_of_a_customer_that_was_archived_meanwhile_can_still_be_saved(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        await db.ReadAsync(d => d.Set<Customer>().ExecuteUpdateAsync(s => s.SetProperty(c => c.ArchivedAt, db.Clock.Now())));

        (await db.Get<SaveInvoice>().HandleAsync(fpy.Finance, draft.Number, await fpy.ContentAsync(), AfterSave.Keep, default)).Ok
            .Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_the_module_off_there_is_no_Invoice_Tax(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var input = await off.ContentAsync();

        (await SaveAsync(db, off, input)).Refusal!.Code.Should().Be("module.off");
        (await SaveAsync(db, off, input with { InvoiceTax = false })).Ok.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_makes_no_invoice(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<SaveInvoice>().HandleAsync(fpy.Viewer, await fpy.ContentAsync(), AfterSave.Keep, null, default)).Refusal!.Code
            .Should().Be("not-allowed");
        (await db.RefusedAsync()).Should().Equal("not-allowed");
    }

    private static Task<Outcome<string>> SaveAsync(
        TestDb db, GivenMerchant merchant, InvoiceContent input, AfterSave then = AfterSave.Keep) =>
        db.Get<SaveInvoice>().HandleAsync(merchant.Finance, input, then, null, default);

    private static Task<Invoice> StoredAsync(TestDb db, string number) =>
        db.ReadAsync(d => d.Set<Invoice>().Include(i => i.Lines.OrderBy(l => l.Position)).SingleAsync(i => i.Number == number));
}
