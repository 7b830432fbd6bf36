using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Form;

/// <summary>Every "no" of the form through its handler: the rules have the whole table, here each field is seen to be asked.</summary>
public sealed partial class SaveInvoiceTests
{
    private static readonly InvoiceLineInput Line = TestInvoice.Content.Lines[0];

    public static TheoryData<string, string, InvoiceContent> Refused => new()
    {
        { "invoice.customer", "CustomerId", TestInvoice.Content with { CustomerId = null } },
        { "invoice.subject", "Subject", TestInvoice.Content with { Subject = new string('x', 201) } },
        { "invoice.date", "InvoiceDate", TestInvoice.Content with { InvoiceDate = null } },
        { "invoice.due", "DueDate", TestInvoice.Content with { DueDate = null } },
        { "invoice.transaction-code", "TransactionCode", TestInvoice.Content with { TransactionCode = null } },
        { "invoice.facility", "AdditionalInfo", TestInvoice.Content with { TransactionCode = "07" } },
        { "invoice.effective-rate", "EffectiveVatRate", TestInvoice.Content with { TransactionCode = "05", EffectiveVatRate = 13 } },
        { "invoice.supporting-document", "SupportingDocument", TestInvoice.Content with { SupportingDocument = new string('x', 101) } },
        {
            "invoice.supporting-month",
            "SupportingDocumentMonth",
            TestInvoice.Content with
            {
                TransactionCode = "07",
                AdditionalInfo = "TD.00501",
                FacilityStamp = "TD.01101",
                SupportingDocumentMonth = new DateOnly(2199, 1, 1),
            }
        },
        { "invoice.header", "Header", TestInvoice.Content with { Header = new string('x', 2_001) } },
        { "invoice.notes", "Notes", TestInvoice.Content with { Notes = new string('x', 2_001) } },
        { "invoice.lines", "Lines", TestInvoice.Content with { Lines = [] } },
        { "invoice.total", "Lines", TestInvoice.Content with { Lines = [Line with { Price = 0 }] } },
        { "invoice.line-name", "Lines[1].Name", Second(Line with { Name = "" }) },
        { "invoice.line-code", "Lines[1].GoodsCode", Second(Line with { GoodsCode = "1" }) },
        { "invoice.line-unit", "Lines[1].UnitCode", Second(Line with { UnitCode = "UM.0040" }) },
        { "invoice.line-quantity", "Lines[1].Quantity", Second(Line with { Quantity = 0 }) },
        { "invoice.line-price", "Lines[1].Price", Second(Line with { Price = null }) },
        { "invoice.line-discount", "Lines[1].Discount", Second(Line with { Discount = 600_001 }) },
        { "invoice.line-amount", "Lines[1].Price", Second(Line with { Quantity = 3, Price = 9_000_000_000_000m }) },
        { "invoice.line-luxury-tax", "Lines[1].LuxuryTaxRate", Second(Line with { Luxury = true, LuxuryTaxRate = 201 }) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_field_that_cannot_be_right_is_named_and_nothing_is_saved(string code, string field, InvoiceContent content)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var input = content with { CustomerId = content.CustomerId is null ? null : (await fpy.CustomerAsync()).Id };
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft);

        var made = await SaveAsync(db, fpy, input);
        var changed = await db.Get<SaveInvoice>()
            .HandleAsync(fpy.Finance, new InvoiceKey(draft.Number, draft.Version), input, AfterSave.Keep, default);

        made.Refusals.Select(r => (r.Code, r.Field)).Should().Equal((code, field));
        changed.Refusals.Select(r => (r.Code, r.Field)).Should().Equal((code, field));
        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(1);
        (await db.StoredAsync(draft)).Subject.Should().Be("Services");
    }

    [Fact]
    public async Task A_form_that_was_saved_and_comes_again_with_something_else_is_refused_with_what_was_made()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var input = await fpy.ContentAsync();
        var sent = fpy.Finance with { Form = new SentForm("one-opened-form", "first") };
        var first = await db.Get<SaveInvoice>().HandleAsync(sent, input, AfterSave.Keep, null, default);

        var other = sent with { Form = new SentForm("one-opened-form", "other") };
        var again = await db.Get<SaveInvoice>().HandleAsync(other, input with { Subject = "Other" }, AfterSave.Keep, null, default);

        again.Refusal!.Code.Should().Be("form.sent-before");
        again.Refusal.Sentence().Should().Contain(first.Value);
    }

    private static InvoiceContent Second(InvoiceLineInput line) => TestInvoice.Content with { Lines = [Line, line] };
}
