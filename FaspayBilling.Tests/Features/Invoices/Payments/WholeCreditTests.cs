using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Features.Attachments;
using FaspayBilling.Tests.Features.Invoices.Form;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Payments;

/// <summary>Crediting the whole of an invoice, sent as the form offers it, brings what is owed of it to 0.</summary>
public sealed class WholeCreditTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_note_as_the_form_offers_it_settles_the_invoice(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await SentAsync(db, fpy, 15_344_000m);
        invoice.Total.Should().Be(17_031_840m);

        var form = await FormAsync(db, fpy, invoice);
        var note = await SendAsync(db, fpy, invoice, form.Input);

        form.RefersTo.Should().Be(new NoteReference(invoice.Number, Today, 17_031_840m, 17_031_840m, 0));
        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Paid, Outstanding = 0m });
        (note.Total, note.Outstanding, note.VatAmount, note.TransactionCode).Should().Be((17_031_840m, 0m, 1_687_840m, "04"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_payment_and_a_deduction_the_rest_is_taken_off_and_the_note_keeps_what_is_to_be_given_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.WithholdingMerchantAsync();
        var invoice = await SentAsync(db, fpy, 1_000_000m);
        await db.Get<RecordPayment>().HandleAsync(fpy.Finance, invoice.Number, new PaymentInput(300_000, Today, "Cash"), default);
        (await db.UploadAsync(fpy.Finance, invoice, input: GivenUpload.Withheld)).Ok.Should().BeTrue();

        var form = await FormAsync(db, fpy, invoice);
        var note = await SendAsync(db, fpy, invoice, form.Input);

        (form.RefersTo!.Outstanding, form.RefersTo.NotCredited).Should().Be((790_000m, 1_110_000m));
        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Paid, Outstanding = 0m });
        (note.Total, note.Outstanding).Should().Be((1_110_000m, 320_000m));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_note_is_told_what_the_first_left_and_a_cancelled_one_or_a_draft_takes_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await SentAsync(db, fpy, 1_000_000m);
        var whole = (await FormAsync(db, fpy, invoice)).Input;
        var part = whole with { Lines = [whole.Lines[0] with { Price = 400_000m }] };
        var first = await SendAsync(db, fpy, invoice, part);
        await SaveAsync(db, fpy, invoice, part, AfterSave.Keep);

        (await FormAsync(db, fpy, invoice)).RefersTo!.NotCredited.Should().Be(666_000m);
        (await FormAsync(db, fpy, invoice, DocumentType.DebitNote)).RefersTo!.Credited.Should().Be(444_000m);
        await db.Get<UndoPayment>().HandleAsync(fpy.Finance, first.Number, (await db.StoredAsync(first)).Payments[0].Id, default);
        (await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, first.Number, default)).Ok.Should().BeTrue();
        (await FormAsync(db, fpy, invoice)).RefersTo!.NotCredited.Should().Be(1_110_000m);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task VAT_of_ten_per_cent_is_taken_back_as_ten_per_cent_also_when_the_draft_is_changed_or_duplicated(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await SentAsync(db, fpy, 1_000_000m, new(2022, 3, 31), "01");
        invoice.Total.Should().Be(1_100_000m);
        var form = await FormAsync(db, fpy, invoice);

        var draft = await SaveAsync(db, fpy, invoice, form.Input, AfterSave.Keep);
        var changed = await db.Get<ReadInvoiceForm>().HandleAsync(fpy.Finance, draft.Number, default);
        await db.Get<SaveInvoice>().HandleAsync(
            fpy.Finance, draft.Number, changed.Value.Input with { Subject = "Return" }, AfterSave.Keep, default);
        var copy = await db.Get<DuplicateInvoice>().HandleAsync(fpy.Finance, draft.Number, default);
        var issued = await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Number, default);

        (form.TaxDay, changed.Value.TaxDay, form.Input.InvoiceDate).Should().Be((new DateOnly(2022, 3, 31), new(2022, 3, 31), Today));
        issued.Ok.Should().BeTrue();
        (await db.StoredAsync(draft)).Should().BeEquivalentTo(new { Subject = "Return", Total = 1_100_000m, TransactionCode = "01" });
        (await db.StoredAsync(invoice)).Outstanding.Should().Be(0);
        (await StoredAsync(db, copy.Value)).Should()
            .BeEquivalentTo(new { Total = 1_100_000m, VatAmount = 100_000m, TransactionCode = "01" });
        (await db.Get<ReadBilling>().HandleAsync(fpy.Viewer, draft.Number, default)).Value.Invoice.TaxDay.Should().Be(new(2022, 3, 31));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_the_module_switched_off_meanwhile_the_whole_is_still_the_whole(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await SentAsync(db, fpy, 1_000_000m);
        await db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.EFakturModule, false)));

        var note = await SendAsync(db, fpy, invoice, (await FormAsync(db, fpy, invoice)).Input);

        (note.InvoiceTax, note.Total, note.Lines.Count).Should().Be((false, 1_110_000m, 2));
        (await db.StoredAsync(invoice)).Outstanding.Should().Be(0);
    }

    private static async Task<Invoice> SentAsync(
        TestDb db, GivenMerchant merchant, decimal price, DateOnly? date = null, string code = "04")
    {
        var input = (await merchant.ContentAsync()) with { TransactionCode = code, InvoiceDate = date ?? Today };
        input = input with { DueDate = input.InvoiceDate, Lines = [input.Lines[0] with { Price = price }] };
        return await StoredAsync(
            db, (await db.Get<SaveInvoice>().HandleAsync(merchant.Finance, input, AfterSave.Issue, null, default)).Value);
    }

    private static async Task<InvoiceForm> FormAsync(
        TestDb db, GivenMerchant merchant, Invoice invoice, DocumentType type = DocumentType.CreditNote) =>
        (await db.Get<ReadInvoiceForm>().HandleAsync(merchant.Finance, new NoteRequest(type, invoice.Number), default)).Value;

    private static Task<Invoice> SendAsync(TestDb db, GivenMerchant merchant, Invoice invoice, InvoiceContent input) =>
        SaveAsync(db, merchant, invoice, input, AfterSave.Issue);

    private static async Task<Invoice> SaveAsync(
        TestDb db, GivenMerchant merchant, Invoice invoice, InvoiceContent input, AfterSave then)
    {
        var note = new NoteRequest(DocumentType.CreditNote, invoice.Number);
        return await StoredAsync(db, (await db.Get<SaveInvoice>().HandleAsync(merchant.Finance, input, then, note, default)).Value);
    }

    private static Task<Invoice> StoredAsync(TestDb db, string number) =>
        db.ReadAsync(d => d.Set<Invoice>().Include(i => i.Lines).SingleAsync(i => i.Number == number));
}
