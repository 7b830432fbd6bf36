using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Form;

public sealed class ReadInvoiceFormTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public async Task A_new_invoice_starts_today_with_thirty_days_to_due_and_one_line()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var form = (await db.Get<ReadInvoiceForm>().HandleAsync(fpy.Finance, (NoteRequest?)null, default)).Value;

        form.Should().BeEquivalentTo(
            new { Key = (InvoiceKey?)null, Type = DocumentType.Invoice, Status = InvoiceStatus.Draft, EFakturModule = true, Today });
        (form.Input.InvoiceDate, form.Input.DueDate, form.Input.TransactionCode, form.Input.Lines.Count)
            .Should().Be((Today, Today.AddDays(30), "04", 1));
    }

    [Fact]
    public async Task What_is_saved_is_read_back_as_it_was_typed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var input = (await fpy.ContentAsync()) with
        {
            TransactionCode = "08",
            AdditionalInfo = "TD.00503",
            FacilityStamp = "TD.01103",
            SupportingDocument = "S-9",
            SupportingDocumentMonth = new(2026, 10, 1),
            Header = "Dear",
            Notes = "Thanks",
            NotesOnPdf = true,
            Language = Language.Indonesian,
            Lines =
            [
                InvoiceLineInput.Empty with
                {
                    Name = "Car",
                    Kind = LineKind.Goods,
                    GoodsCode = "870300",
                    UnitCode = "UM.0018",
                    Unit = "Unit",
                    Quantity = 1.25m,
                    Price = 8,
                    Discount = 1,
                    Luxury = true,
                    LuxuryTaxRate = 20
                }
            ],
        };
        var number = (await db.Get<SaveInvoice>().HandleAsync(fpy.Finance, input, AfterSave.SendAsProforma, null, default)).Value;

        var form = (await db.Get<ReadInvoiceForm>().HandleAsync(fpy.Finance, number, default)).Value;

        form.Input.Should().BeEquivalentTo(input);
        (form.Key!.Number, form.Status, form.CustomerName).Should().Be((number, InvoiceStatus.Proforma, "PT Pelanggan Setia"));
    }

    [Fact]
    public async Task A_credit_note_starts_with_the_lines_and_the_tax_of_its_invoice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        var form = (await db.Get<ReadInvoiceForm>()
            .HandleAsync(fpy.Finance, new NoteRequest(DocumentType.CreditNote, invoice.Number), default)).Value;

        form.RefersTo.Should().Be(new NoteReference(invoice.Number, Today, 1_110_000m, 1_110_000m, 0));
        (form.Type, form.Input.InvoiceTax, form.Input.SettlesReference, form.Input.CustomerId, form.Input.Lines[0].Name)
            .Should().Be((DocumentType.CreditNote, true, true, invoice.CustomerId, "Service"));
    }

    [Fact]
    public async Task What_cannot_be_changed_or_corrected_opens_no_form()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);
        var unpaid = await fpy.InvoiceAsync();
        var read = db.Get<ReadInvoiceForm>();

        (await read.HandleAsync(fpy.Finance, unpaid.Number, default)).Refusal!.Code.Should().Be("invoice.not-editable");
        (await read.HandleAsync(fpy.Finance, new NoteRequest(DocumentType.DebitNote, draft.Number), default)).Refusal!.Code
            .Should().Be("invoice.not-noted");
        (await read.HandleAsync(fpy.Finance, new NoteRequest(DocumentType.DebitNote, "INV-FPY-990000001"), default)).Refusal!.Code
            .Should().Be("invoice.not-found");
        (await read.HandleAsync(fpy.Viewer, (NoteRequest?)null, default)).Refusal!.Code.Should().Be("not-allowed");
        (await read.HandleAsync(fpy.Viewer, draft.Number, default)).Refusal!.Code.Should().Be("not-allowed");
    }
}
