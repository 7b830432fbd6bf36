using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Attachments;

/// <summary>Withholding tax that the customer keeps back: what is owed, and the status.</summary>
public sealed class WithholdingTaxTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_deduction_lowers_what_is_owed_and_deleting_it_gives_it_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.WithholdingMerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        var id = (await db.UploadAsync(fpy.Finance, invoice, input: GivenUpload.Withheld)).Value;
        var deducted = await db.StoredAsync(invoice);
        (await db.Get<DeleteAttachment>().HandleAsync(fpy.Finance, id, default)).Ok.Should().BeTrue();
        var after = await db.StoredAsync(invoice);

        deducted.Should().BeEquivalentTo(
            new { Deducted = 20_000m, Outstanding = 1_090_000m, Status = InvoiceStatus.Unpaid, Total = 1_110_000m });
        after.Should().BeEquivalentTo(new { Deducted = 0m, Outstanding = 1_110_000m, Status = InvoiceStatus.Unpaid });
        (await db.DocumentsAsync()).Single().Should().BeEquivalentTo(
            new { DeletedBy = "Fina Finance", WithholdingNumber = "BP-23-0001", WithholdingAmount = 20_000m, Deducts = true });
        (await db.HistoryAsync(fpy)).Should().Equal(
            "Document slip.pdf uploaded: withholding tax BP-23-0001, Rp 20.000, deducted",
            "Document slip.pdf deleted; Rp 20.000 are owed again");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_deduction_of_the_rest_pays_the_invoice_and_deleting_it_opens_it_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.WithholdingMerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        await db.Get<RecordPayment>()
            .HandleAsync(fpy.Finance, invoice.Number, new PaymentInput(1_090_000m, new DateOnly(2026, 11, 16), "Cash"), default);

        var id = (await db.UploadAsync(fpy.Finance, invoice, input: GivenUpload.Withheld)).Value;
        var paid = await db.StoredAsync(invoice);
        await db.Get<DeleteAttachment>().HandleAsync(fpy.Finance, id, default);

        paid.Should().BeEquivalentTo(new { Outstanding = 0m, Status = InvoiceStatus.Paid });
        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Outstanding = 20_000m, Status = InvoiceStatus.PartiallyPaid });
    }

    [Fact]
    public async Task A_draft_keeps_its_deduction_when_it_is_issued()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();
        var draft = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);

        await db.UploadAsync(fpy.Finance, draft, input: GivenUpload.Withheld);
        (await db.StoredAsync(draft)).Should().BeEquivalentTo(new { Status = InvoiceStatus.Draft, Outstanding = 980_000m });
        await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, draft.Number, default);

        (await db.StoredAsync(draft))
            .Should().BeEquivalentTo(new { Status = InvoiceStatus.Unpaid, Outstanding = 980_000m, Deducted = 20_000m });
    }

    [Fact]
    public async Task Without_Deduct_the_file_is_only_kept()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        await db.UploadAsync(fpy.Finance, invoice, input: GivenUpload.Withheld with { Deducts = false, WithholdingAmount = 9_000_000m });

        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Deducted = 0m, Outstanding = 1_110_000m, invoice.Version });
        (await db.Get<ListAttachments>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value.Single().WithholdingAmount
            .Should().Be(9_000_000m);
    }

    [Fact]
    public async Task More_than_is_owed_is_asked_for_once_more()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();
        var invoice = await fpy.InvoiceAsync();
        var input = GivenUpload.Withheld with { WithholdingAmount = 1_110_001m };

        var asked = await db.UploadAsync(fpy.Finance, invoice, input: input);
        var done = await db.UploadAsync(fpy.Finance, invoice, input: input with { AboveOutstandingConfirmed = true });

        asked.Refusals.Should().ContainSingle().Which.Code.Should().Be("document-file.above-outstanding");
        done.Ok.Should().BeTrue();
        (await db.StoredAsync(invoice)).Should().BeEquivalentTo(new { Outstanding = -1m, Status = InvoiceStatus.Paid });
        (await db.UploadAsync(
            fpy.Finance, await fpy.InvoiceAsync(), input: GivenUpload.Withheld with { WithholdingAmount = 1_110_000m })).Ok
            .Should().BeTrue("just what is owed needs no question");
    }

    [Fact]
    public async Task A_wrong_file_is_mended_before_the_question()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();

        var answer = await db.UploadAsync(
            fpy.Finance, await fpy.InvoiceAsync(), "slip.txt", input: GivenUpload.Withheld with { WithholdingAmount = 5_000_000m });

        answer.Refusal!.Code.Should().Be("document-file.name");
    }

    [Fact]
    public async Task On_a_cancelled_invoice_the_slip_is_kept_but_nothing_is_deducted()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();
        var cancelled = await fpy.InvoiceAsync(InvoiceStatus.Cancelled);

        (await db.UploadAsync(fpy.Finance, cancelled, input: GivenUpload.Withheld)).Refusal!.Code.Should().Be("document-file.nothing-owed");
        (await db.UploadAsync(fpy.Finance, cancelled, input: GivenUpload.Withheld with { Deducts = false })).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Number_amount_and_date_are_needed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.WithholdingMerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        var nothing = await db.UploadAsync(fpy.Finance, invoice, input: new() { Type = AttachmentType.WithholdingTax });
        var wrong = await db.UploadAsync(fpy.Finance, invoice, input: GivenUpload.Withheld with
        {
            WithholdingNumber = new string('1', 61),
            WithholdingAmount = 20_000.50m,
            WithholdingDate = new DateOnly(2026, 11, 17),
        });

        string[] codes = ["document-file.withholding-number", "document-file.withholding-amount", "document-file.withholding-date"];
        nothing.Refusals.Select(r => r.Code).Should().Equal(codes);
        wrong.Refusals.Select(r => r.Code).Should().Equal(codes);
        wrong.Refusals.Select(r => r.Field).Should().Equal("WithholdingNumber", "WithholdingAmount", "WithholdingDate");
    }

    [Fact]
    public async Task While_it_is_switched_off_there_is_no_withholding_tax()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync();

        (await db.UploadAsync(fpy.Finance, invoice, input: GivenUpload.Withheld)).Refusals
            .Should().ContainSingle().Which.Code
            .Should().Be("document-file.withholding-off");
    }
}
