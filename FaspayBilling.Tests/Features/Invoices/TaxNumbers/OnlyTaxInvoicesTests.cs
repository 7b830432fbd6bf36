using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Core.Features.TaxOffice.YearEnd;
using FaspayBilling.Tests.Features.Invoices.Form;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.TaxNumbers;

/// <summary>A credit note is no tax invoice: by no way does it take an E-Faktur No, although its Invoice Tax is on.</summary>
public sealed class OnlyTaxInvoicesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Issued_from_the_form_a_debit_note_takes_a_number_and_a_credit_note_none(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var invoice = await fpy.InvoiceAsync();

        var credit = await SaveAsync(db, fpy, new(DocumentType.CreditNote, invoice.Number));
        var debit = await SaveAsync(db, fpy, new(DocumentType.DebitNote, invoice.Number));

        (credit.InvoiceTax, credit.TaxNumber).Should().Be((true, null));
        debit.TaxNumber.ToString().Should().Be("000-26.00000001");
        (await fpy.AvailableAsync(2026)).Should().Be(4);
        (await db.HistoryAsync()).Select(h => h.What()).Should().NotContain(w => w.Contains("none is available"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task By_hand_and_in_bulk_a_credit_note_is_refused_and_the_menu_does_not_offer_it(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5);
        var invoice = await fpy.InvoiceAsync();
        var credit = await db.NoteAsync(invoice, type: DocumentType.CreditNote, taxed: true);
        var debit = await db.NoteAsync(invoice, type: DocumentType.DebitNote, taxed: true);

        (await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, credit.Number, default)).Refusal!.Code
            .Should().Be("tax-number.tax-inactive");
        var lines = (await db.Get<GenerateTaxNumbers>().HandleAsync(fpy.Finance, [credit.Number, debit.Number], default)).Value;

        lines.Select(l => (l.Number, l.Refusal?.Code)).Should().BeEquivalentTo(
            [(credit.Number, "tax-number.tax-inactive"), (debit.Number, (string?)null)]);
        (await db.Get<ReadActions>().HandleAsync(fpy.Finance, credit.Number, default)).Value.Actions
            .Should().NotContain(InvoiceAction.GenerateTaxNumber);
        (await db.Get<ReadBilling>().HandleAsync(fpy.Finance, credit.Number, default)).Value.Actions
            .Should().NotContain(InvoiceAction.GenerateTaxNumber);
        (await fpy.AvailableAsync(2026)).Should().Be(4);
    }

    [Fact]
    public async Task No_list_of_tax_invoices_shows_a_credit_note()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var credit = await db.NoteAsync(invoice, type: DocumentType.CreditNote, taxed: true);
        var debit = await db.NoteAsync(invoice, type: DocumentType.DebitNote, taxed: true);

        var listed = await db.Get<ListExportable>().AllAsync(fpy.Viewer, new() { Month = new(2026, 11, 1) }, default);
        var year = (await db.Get<ReadYearEnd>().HandleAsync(fpy.Viewer, 2026, default)).Value;
        var check = (await db.Get<CheckExport>().HandleAsync(fpy.Finance, TaxChannel.Coretax, [credit.Id], default)).Value;

        listed.Should().BeEquivalentTo([invoice.Id, debit.Id]);
        year.WithoutNumber.First.Select(i => i.Number).Should().BeEquivalentTo([invoice.Number, debit.Number]);
        check.Problems.Select(p => p.Problem.Code).Should().Contain("no-tax-invoice");
    }

    private static async Task<Invoice> SaveAsync(TestDb db, GivenMerchant fpy, NoteRequest note)
    {
        var saved = await db.Get<SaveInvoice>()
            .HandleAsync(fpy.Finance, await fpy.ContentAsync(), AfterSave.Issue, note, default);
        return await db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.Number == saved.Value));
    }
}
