using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Payments;

/// <summary>Notes made from the form: what they refer to, what they take off, and what goes back with them.</summary>
public sealed class CreditNoteTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_credit_note_is_taken_off_its_invoice_when_it_is_issued_and_blocks_its_cancellation(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(price: 1_000_000m);

        var note = await NoteAsync(db, fpy, invoice, 110_000m);

        var (original, credit) = (await StoredAsync(db, invoice.Number), await StoredAsync(db, note.Value));
        (original.Status, original.Outstanding).Should().Be((InvoiceStatus.PartiallyPaid, 1_000_000m));
        (credit.Status, credit.Outstanding, credit.DocumentType, credit.RefersToId)
            .Should().Be((InvoiceStatus.Paid, 0m, DocumentType.CreditNote, invoice.Id));
        original.Payments.Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Amount = 110_000m, Method = "Credit note", Note = credit.Number, SettlesInvoiceId = credit.Id });
        credit.Payments.Should().ContainSingle().Which.SettlesInvoiceId.Should().Be(invoice.Id);
        (await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, invoice.Number, default)).Refusal!.Code.Should().Be("invoice.referenced");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_more_is_taken_off_than_is_owed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(price: 1_000_000m);

        var note = await NoteAsync(db, fpy, invoice, 2_000_000m);

        (await StoredAsync(db, invoice.Number)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Paid, Outstanding = 0m });
        (await StoredAsync(db, note.Value)).Should().BeEquivalentTo(new { Status = InvoiceStatus.PartiallyPaid, Outstanding = 890_000m });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_paid_invoice_nothing_is_taken_off_and_a_debit_note_takes_nothing_off(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var paid = await fpy.InvoiceAsync(InvoiceStatus.Paid);
        var unpaid = await fpy.InvoiceAsync();

        var credit = await NoteAsync(db, fpy, paid, 1_000m);
        var debit = await NoteAsync(db, fpy, unpaid, 1_000m, DocumentType.DebitNote);

        (await StoredAsync(db, credit.Value)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Unpaid, Outstanding = 1_000m });
        (await StoredAsync(db, debit.Value))
            .Should().BeEquivalentTo(new { Status = InvoiceStatus.Unpaid, DocumentType = DocumentType.DebitNote });
        (await StoredAsync(db, unpaid.Number)).Payments.Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Undoing_one_side_undoes_the_other(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        foreach (var fromNote in new[] { false, true })
        {
            var invoice = await fpy.InvoiceAsync(price: 1_000_000m);
            var note = await NoteAsync(db, fpy, invoice, 110_000m);
            var from = await StoredAsync(db, fromNote ? note.Value : invoice.Number);

            (await db.Get<UndoPayment>().HandleAsync(fpy.Finance, from.Number, from.Payments[0].Id, default)).Ok.Should().BeTrue();

            (await StoredAsync(db, invoice.Number))
                .Should().BeEquivalentTo(new { Status = InvoiceStatus.Unpaid, Outstanding = 1_110_000m });
            (await StoredAsync(db, note.Value)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Unpaid, Outstanding = 110_000m });
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cancelling_a_note_that_is_not_used_up_makes_what_it_took_off_owed_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(price: 1_000_000m);
        var note = await NoteAsync(db, fpy, invoice, 2_000_000m);

        (await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, note.Value, default)).Ok.Should().BeTrue();

        (await StoredAsync(db, invoice.Number)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Unpaid, Outstanding = 1_110_000m });
        (await StoredAsync(db, note.Value)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Cancelled, ToRefund = 0m });
        (await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, invoice.Number, default)).Ok.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_an_issued_invoice_is_corrected_and_its_customer_stays(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var invoice = await fpy.InvoiceAsync();
        var elsewhere = await fpy.CustomerAsync("PT Lain");
        var input = (await InputAsync(fpy, 1_000m)) with { CustomerId = elsewhere.Id };

        (await NoteAsync(db, fpy, draft, 1_000m)).Refusal!.Code.Should().Be("invoice.not-noted");
        (await db.Get<SaveInvoice>()
            .HandleAsync(
                fpy.Finance, input, AfterSave.Keep, new NoteRequest(DocumentType.CreditNote, "INV-FPY-999900001"), default)).Refusal!.Code
            .Should().Be("invoice.not-found");
        var note = await db.Get<SaveInvoice>()
            .HandleAsync(fpy.Finance, input, AfterSave.Keep, new NoteRequest(DocumentType.CreditNote, invoice.Number), default);

        (await StoredAsync(db, note.Value)).CustomerId.Should().Be(invoice.CustomerId);
        (await db.Get<SaveInvoice>().HandleAsync(fpy.Finance, note.Value, input, AfterSave.Keep, default)).Ok.Should().BeTrue();
        (await StoredAsync(db, note.Value)).CustomerId.Should().Be(invoice.CustomerId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_note_whose_invoice_was_cancelled_meanwhile_is_not_issued_and_nothing_of_it_is_saved(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        var note = await db.Get<SaveInvoice>().HandleAsync(
            fpy.Finance, await InputAsync(fpy, 1_000m), AfterSave.Keep, new NoteRequest(DocumentType.CreditNote, invoice.Number), default);
        await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);

        (await db.Get<SaveInvoice>()
            .HandleAsync(fpy.Finance, note.Value, await InputAsync(fpy, 7m), AfterSave.Issue, default)).Refusal!.Code
            .Should().Be("document.reference");
        (await StoredAsync(db, note.Value)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Draft, Total = 1_000m });
    }

    private static async Task<Outcome<string>> NoteAsync(
        TestDb db, GivenMerchant merchant, Invoice invoice, decimal amount, DocumentType type = DocumentType.CreditNote) =>
        await db.Get<SaveInvoice>()
            .HandleAsync(
                merchant.Finance, await InputAsync(merchant, amount), AfterSave.Issue, new NoteRequest(type, invoice.Number), default);

    private static async Task<InvoiceContent> InputAsync(GivenMerchant merchant, decimal amount) =>
        (await merchant.ContentAsync()) with
        {
            InvoiceTax = false,
            SettlesReference = true,
            Lines = [InvoiceLineInput.Empty with { Name = "Correction", Price = amount }],
        };

    private static Task<Invoice> StoredAsync(TestDb db, string number) =>
        db.ReadAsync(d => d.Set<Invoice>().Include(i => i.Payments).SingleAsync(i => i.Number == number));
}
