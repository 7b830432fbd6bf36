using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Features.Invoices.Form;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

/// <summary>What the merchant's channel cannot take is saved as a Draft, and refused when it is issued: no number is lost on it.</summary>
public sealed class ChannelRefusalTests
{
    public static TheoryData<string, TaxChannel, Func<InvoiceContent, InvoiceContent>, string> Refused => new()
    {
        { "01 without luxury", TaxChannel.Desktop, i => i with { TransactionCode = "01" }, "TransactionCode" },
        { "06 on Desktop", TaxChannel.Desktop, i => i with { TransactionCode = "06" }, "TransactionCode" },
        { "04 with luxury", TaxChannel.Both, i => Second(i, l => l with { Luxury = true }), "TransactionCode" },
        { "emoji on Desktop", TaxChannel.Desktop, i => Second(i, l => l with { Name = "🧾" }), "Lines[1].Name" },
        { "decimals in Coretax", TaxChannel.Coretax, i => Second(i, l => l with { Quantity = 1.1377m }), "Lines[1].Quantity" },
        { "an unknown code in Coretax", TaxChannel.Coretax, i => Second(i, l => l with { GoodsCode = "999999" }), "Lines[1].GoodsCode" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task It_is_saved_as_a_draft_and_not_issued(
        string what, TaxChannel channel, Func<InvoiceContent, InvoiceContent> spoil, string field)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync(channel: channel);
        await fpy.AvailableNumbersAsync(2026, 5);
        var input = spoil(await fpy.ContentAsync());

        var issued = await SaveAsync(db, fpy, input, AfterSave.Issue);
        var draft = await SaveAsync(db, fpy, input, AfterSave.Keep);
        var sent = await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Value, default);

        issued.Refusals.Select(r => (r.Code, r.Field)).Should().Equal([("invoice.channel", field)], what);
        sent.Refusals.Select(r => (r.Code, r.Field)).Should().Equal([("invoice.channel", field)], what);
        var stored = await db.ReadAsync(d => d.Set<Invoice>().SingleAsync());
        (stored.Status, stored.TaxNumber, stored.DocumentId).Should().Be((InvoiceStatus.Draft, null, null), what);
        (await fpy.AvailableAsync(2026)).Should().Be(5, what);
        (await db.MailsAsync()).Should().BeEmpty(what);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_reason_is_told_at_once_in_the_words_of_the_export(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync(channel: TaxChannel.Coretax);
        var input = Second(await fpy.ContentAsync(), l => l with { Quantity = 1.1377m, GoodsCode = "999999" });

        var refusals = (await SaveAsync(db, fpy, input with { TransactionCode = "01" }, AfterSave.Issue)).Refusals;

        refusals.Select(r => r.Sentence()).Should().Equal(
            "Since 2025 code 01 is for luxury goods only. Use code 04 for everything else.",
            "Line 2 has a price or quantity with more than two decimals, which Coretax refuses.",
            "Line 2 has the code 999999, which the tax office does not list for services.");
        (await db.HistoryAsync()).Should().BeEmpty("slips of the keyboard are answered, not recorded");
    }

    [Fact]
    public async Task With_both_ways_it_is_enough_that_one_is_open()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync(channel: TaxChannel.Both);
        await fpy.AvailableNumbersAsync(2026, 5);
        var good = await fpy.ContentAsync();

        (await SaveAsync(db, fpy, Second(good, l => l with { Quantity = 1.1377m }), AfterSave.Issue)).Ok
            .Should().BeTrue("Desktop takes it");
        (await SaveAsync(db, fpy, good with { TransactionCode = "06" }, AfterSave.Issue)).Ok.Should().BeTrue("Coretax takes it");
    }

    [Fact]
    public async Task What_is_issued_can_be_exported()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync(channel: TaxChannel.Coretax);
        var saved = await SaveAsync(
            db,
            fpy,
            (await fpy.ContentAsync()) with { TransactionCode = "05", EffectiveVatRate = 1.1m },
            AfterSave.Issue);
        var invoice = await db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.Number == saved.Value));

        var check = (await db.Get<CheckExport>().HandleAsync(fpy.Finance, TaxChannel.Coretax, [invoice.Id], default)).Value;

        check.Problems.Should().BeEmpty();
        (invoice.EffectiveVatRate, invoice.VatAmount).Should().Be((1.1m, 11_000m));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_rate_is_stored_and_code_05_without_one_is_not_even_a_draft(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var input = (await fpy.ContentAsync()) with { TransactionCode = "05" };

        var refused = await SaveAsync(db, fpy, input, AfterSave.Keep);
        var saved = await SaveAsync(db, fpy, input with { EffectiveVatRate = 2.25m }, AfterSave.Keep);

        (refused.Refusal!.Code, refused.Refusal.Field).Should().Be(("invoice.effective-rate", "EffectiveVatRate"));
        (await db.Get<ReadInvoiceForm>().HandleAsync(fpy.Finance, saved.Value, default)).Value.Input.EffectiveVatRate.Should().Be(2.25m);
        var copy = await db.Get<DuplicateInvoice>().HandleAsync(fpy.Finance, saved.Value, default);
        (await db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.Number == copy.Value))).EffectiveVatRate.Should().Be(2.25m);
    }

    [Fact]
    public async Task What_is_no_tax_invoice_is_issued_whatever_its_code()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync(channel: TaxChannel.Desktop);
        var invoice = await fpy.InvoiceAsync();
        var input = (await fpy.ContentAsync()) with { TransactionCode = "01" };

        (await db.Get<SaveInvoice>()
            .HandleAsync(fpy.Finance, input, AfterSave.Issue, new(DocumentType.CreditNote, invoice.Number), default)).Ok.Should().BeTrue();
        (await SaveAsync(db, fpy, input with { InvoiceTax = false }, AfterSave.Issue)).Ok.Should().BeTrue();
        (await SaveAsync(db, fpy, input, AfterSave.SendAsProforma)).Ok.Should().BeTrue("a Proforma can still change");
    }

    private static InvoiceContent Second(InvoiceContent input, Func<InvoiceLineInput, InvoiceLineInput> spoil) =>
        input with { Lines = [input.Lines[0], spoil(input.Lines[1])] };

    private static Task<Outcome<string>> SaveAsync(TestDb db, GivenMerchant merchant, InvoiceContent input, AfterSave then) =>
        db.Get<SaveInvoice>().HandleAsync(merchant.Finance, input, then, null, default);
}
