using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.TaxNumbers;

/// <summary>When a number stays with its invoice.</summary>
public sealed class ReleaseRefusalsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_with_an_uploaded_file_is_not_given_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await HoldingAsync(fpy);
        await db.TaxFileAsync(invoice);

        (await GiveBackAsync(db, fpy, invoice)).Refusal!.Code.Should().Be("tax-number.file-uploaded");

        (await db.TaxNumberAsync(invoice)).Should().NotBeNull();
        (await fpy.AvailableAsync(2026)).Should().Be(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_that_the_tax_office_approved_or_replaced_is_spent_even_when_confirmed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await HoldingAsync(fpy);

        foreach (var word in new[] { TaxApproval.Approved, TaxApproval.Replaced })
        {
            await db.ReadAsync(d => d.Set<Invoice>().ExecuteUpdateAsync(s => s.SetProperty(i => i.TaxApproval, word)));
            (await GiveBackAsync(db, fpy, invoice, neverApproved: true)).Refusal!.Code.Should().Be("tax-number.approved", "{0}", word);
        }

        (await fpy.AvailableAsync(2026)).Should().Be(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_Invoice_Tax_or_without_a_number_there_is_nothing_to_give_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var bare = await fpy.InvoiceAsync(InvoiceStatus.Cancelled);
        var untaxed = await HoldingAsync(fpy);
        await db.ReadAsync(
            d => d.Set<Invoice>().Where(i => i.Id == untaxed.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.InvoiceTax, false)));

        (await GiveBackAsync(db, fpy, bare)).Refusal!.Code.Should().Be("tax-number.none-to-cancel");
        (await GiveBackAsync(db, fpy, untaxed)).Refusal!.Code.Should().Be("tax-number.tax-inactive");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Given_back_twice_it_is_available_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await HoldingAsync(fpy);

        (await GiveBackAsync(db, fpy, invoice)).Ok.Should().BeTrue();
        (await GiveBackAsync(db, fpy, invoice)).Refusal!.Code.Should().Be("tax-number.none-to-cancel");

        (await db.RunsAsync()).Should().Equal("000-26.00000001-00000005");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_invoice_never_gets_a_number_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await HoldingAsync(fpy);
        await GiveBackAsync(db, fpy, invoice);

        (await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, default)).Refusal!.Code
            .Should().Be("tax-number.invoice-not-issued");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_exported_is_forgotten_with_the_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await HoldingAsync(fpy);
        await db.ReadAsync(d => d.Set<Invoice>()
            .ExecuteUpdateAsync(
                s => s.SetProperty(i => i.ExportedAt, db.Clock.GetUtcNow().UtcDateTime).SetProperty(i => i.ExportedBy, "Fina Finance")));

        (await GiveBackAsync(db, fpy, invoice)).Refusal
            .Should().BeEquivalentTo(new { Kind = RefusalKind.NeedsConfirmation, Code = "tax-number.exported" });
        (await GiveBackAsync(db, fpy, invoice, neverApproved: true)).Ok.Should().BeTrue();

        (await db.StoredAsync(invoice))
            .Should().BeEquivalentTo(new { TaxNumber = (TaxNumber?)null, ExportedAt = (DateTime?)null, ExportedBy = (string?)null });
    }

    private static async Task<Invoice> HoldingAsync(GivenMerchant merchant)
    {
        await merchant.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        return await merchant.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000003");
    }

    private static Task<Outcome<TaxNumber>> GiveBackAsync(TestDb db, GivenMerchant merchant, Invoice invoice, bool neverApproved = false) =>
        db.Get<CancelTaxNumber>().HandleAsync(merchant.Finance, invoice.Number, neverApproved, default);
}
