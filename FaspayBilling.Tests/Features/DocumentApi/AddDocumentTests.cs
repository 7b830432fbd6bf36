using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class AddDocumentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_note_is_issued_to_its_invoices_customer_without_tax_number_and_without_mail(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5);
        var invoice = await fpy.InvoiceAsync(taxed: false);

        var id = (await db.Get<AddDocument>().HandleAsync(fpy.Finance, GivenNote.For(invoice), default)).Value;

        var note = await db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.DocumentId == id));
        note.Should().BeEquivalentTo(new
        {
            DocumentType = DocumentType.CreditNote,
            RefersToId = invoice.Id,
            invoice.CustomerId,
            invoice.CustomerName,
            invoice.CustomerNpwp,
            Total = 1_000m,
            InvoiceTax = false,
            IssuedAt = db.Clock.GetUtcNow().UtcDateTime,
            Due = JakartaCalendar.EndOf(new DateOnly(2026, 12, 16)),
        });
        (await db.TaxNumberAsync(note)).Should().BeNull();
        (await fpy.AvailableAsync(2026)).Should().Be(5);
        (await db.MailsAsync()).Should().BeEmpty();
        (await db.HistoryAsync()).Select(h => (h.SubjectId, h.What())).Should().Equal(
            (note.Id, $"Issued as Credit Note for {invoice.Number}"), (invoice.Id, $"Credit Note {note.Number} refers to it"));
    }

    [Fact]
    public async Task A_self_billed_document_names_a_customer_of_the_merchant()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var (own, theirs) = (await fpy.CustomerAsync(), await (await db.ReceiverAsync()).CustomerAsync());
        Task<Outcome<string>> AddAsync(long customer) => db.Get<AddDocument>()
            .HandleAsync(fpy.Finance, new(DocumentType.SelfBilledInvoice, null, customer, "Rent", GivenNote.Lines), default);

        (await AddAsync(theirs.Id)).Refusal!.Code.Should().Be("document.customer");
        (await AddAsync(own.Id)).Ok.Should().BeTrue();

        (await db.ReadAsync(d => d.Set<Invoice>().SingleAsync())).Should().BeEquivalentTo(
            new { DocumentType = DocumentType.SelfBilledInvoice, CustomerId = own.Id, RefersToId = (long?)null });
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft)]
    [InlineData(InvoiceStatus.Proforma)]
    [InlineData(InvoiceStatus.Cancelled)]
    public async Task What_does_not_stand_is_corrected_by_no_note(InvoiceStatus status)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(status, taxed: false);

        (await db.Get<AddDocument>().HandleAsync(fpy.Finance, GivenNote.For(invoice), default)).Refusal!.Code
            .Should().Be("document.reference");
        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(1);
    }

    [Theory]
    [InlineData(DocumentType.CreditNote, false, "document.reference")]
    [InlineData(DocumentType.SelfBilledCreditNote, true, "document.reference")]
    [InlineData(DocumentType.Invoice, true, "document.reference")]
    [InlineData(DocumentType.SelfBilledInvoice, false, "document.customer")]
    public async Task A_note_refers_to_an_invoice_of_its_own_kind(DocumentType type, bool refers, string code)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(taxed: false);

        var answer = await db.Get<AddDocument>()
            .HandleAsync(fpy.Finance, new(type, refers ? invoice.Number : null, null, "x", GivenNote.Lines), default);

        answer.Refusal!.Code.Should().Be(code);
        (await db.Get<AddDocument>().HandleAsync(fpy.Viewer, GivenNote.For(invoice), default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<AddDocument>().HandleAsync(fpy.Finance, GivenNote.For(invoice) with { Lines = [] }, default)).Refusal!.Code
            .Should().Be("document.lines");
        (await db.Get<AddDocument>()
            .HandleAsync(fpy.Finance, GivenNote.For(invoice) with { RefersTo = "INV-FPY-000000000" }, default)).Refusal!.Code
            .Should().Be("invoice.not-found");
    }
}
