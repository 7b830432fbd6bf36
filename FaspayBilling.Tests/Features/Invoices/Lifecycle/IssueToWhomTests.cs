using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lifecycle;

/// <summary>A tax invoice asks for what it says of its buyer, and nothing else does.</summary>
public sealed class IssueToWhomTests : IAsyncLifetime
{
    private TestDb db = null!;
    private GivenMerchant fpy = null!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        fpy = await db.Given.MerchantAsync();
    }

    public async Task DisposeAsync() => await db.DisposeAsync();

    [Fact]
    public async Task A_tax_invoice_is_issued_only_to_whom_it_can_name()
    {
        await fpy.AvailableNumbersAsync(2026, 5);
        await AnonymousAsync(fpy);
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var proforma = await fpy.InvoiceAsync(InvoiceStatus.Proforma);
        var untaxed = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);

        var refused = await IssueAsync(draft);

        (refused.Refusal!.Code, refused.Refusal.Field).Should().Be(("invoice.customer-tax", "CustomerId"));
        refused.Refusal.Sentence().Should().Be(
            "A tax invoice cannot name PT Pelanggan Setia yet; missing: NPWP, Address. Complete the customer and send the invoice again.");
        (await IssueAsync(proforma)).Refusal!.Code.Should().Be("invoice.customer-tax");
        (await fpy.AvailableAsync(2026)).Should().Be(5);
        (await db.StoredAsync(draft)).Status.Should().Be(InvoiceStatus.Draft);
        (await IssueAsync(untaxed)).Ok.Should().BeTrue();

        await db.ChangeAsync<Customer>(c => true, c => (c.Npwp, c.NpwpAddress) = ("026015362054000", "JL A 1"));
        (await IssueAsync(draft)).Ok.Should().BeTrue();
    }

    [Theory]
    [InlineData(BuyerIdType.Tin, "000000000000000", "", "NPWP")]
    [InlineData(BuyerIdType.Tin, "0000000000000000", "", "NPWP")]
    [InlineData(BuyerIdType.NationalId, "", "0000000000000000", "NIK")]
    [InlineData(BuyerIdType.OtherId, "", "000", "Document number")]
    public async Task Zeros_name_nobody_so_no_number_is_taken_that_no_file_could_carry(
        BuyerIdType document, string npwp, string number, string missing)
    {
        await fpy.AvailableNumbersAsync(2026, 5);
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        await db.ChangeAsync<Customer>(
            c => c.Id == draft.CustomerId, c => (c.Document, c.Npwp, c.DocumentNumber) = (document, npwp, number));

        var refused = await IssueAsync(draft);

        refused.Refusal!.Code.Should().Be("invoice.customer-tax");
        refused.Refusal.Sentence().Should().Contain($"missing: {missing}.");
        (await fpy.AvailableAsync(2026)).Should().Be(5);
        (await db.StoredAsync(draft)).Status.Should().Be(InvoiceStatus.Draft);
    }

    [Fact]
    public async Task A_debit_note_asks_for_it_and_a_credit_note_does_not()
    {
        var invoice = await fpy.InvoiceAsync();
        await AnonymousAsync(fpy);
        var (credit, debit) = (await NoteAsync(invoice, DocumentType.CreditNote), await NoteAsync(invoice, DocumentType.DebitNote));

        (await IssueAsync(debit)).Refusal!.Code.Should().Be("invoice.customer-tax");
        (await IssueAsync(credit)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task With_the_module_off_nobody_is_asked()
    {
        var off = await db.Given.MerchantAsync("OFF", "013825647609000", s => s.EFakturModule = false);
        var draft = await off.InvoiceAsync(InvoiceStatus.Draft);
        await AnonymousAsync(off);

        (await db.Get<IssueInvoice>().HandleAsync(off.Finance, draft.Number, default)).Ok.Should().BeTrue();
    }

    private async Task AnonymousAsync(GivenMerchant merchant)
    {
        var customer = await merchant.CustomerAsync();
        await db.ChangeAsync<Customer>(c => c.Id == customer.Id, c => (c.Npwp, c.Address) = ("", ""));
    }

    private Task<Outcome> IssueAsync(Invoice invoice) => db.Get<IssueInvoice>().HandleAsync(fpy.Finance, invoice.Number, default);

    private async Task<Invoice> NoteAsync(Invoice invoice, DocumentType type)
    {
        var note = new Invoice
        {
            MerchantId = fpy.Id, Number = $"{invoice.Number}-{(int)type}", DocumentType = type, RefersToId = invoice.Id,
        }
            .With(
                (nameof(Invoice.CustomerId), invoice.CustomerId),
                (nameof(Invoice.CustomerName), invoice.CustomerName),
                (nameof(Invoice.InvoiceDate), invoice.InvoiceDate),
                (nameof(Invoice.Due), invoice.Due),
                (nameof(Invoice.InvoiceTax), true),
                (nameof(Invoice.TransactionCode), "04"));
        note.Bill([new InvoiceLine { Position = 1, Name = "x", Quantity = 1, Price = 1_000 }]);
        return await db.AddAsync(note);
    }
}
