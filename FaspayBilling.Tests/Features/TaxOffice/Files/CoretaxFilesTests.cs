using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Formats.Reading;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Demo;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class CoretaxFilesTests
{
    private const string Number = "04002600000000001";
    private const string Replacement = "04012600000000001";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_of_Coretax_finds_the_invoice_by_its_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync(also: i => i.With((nameof(Invoice.CoretaxNumber), Number)));

        var line = await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf());

        (line.State, line.InvoiceNumber).Should().Be((TaxFileResultState.Stored, invoice.Number));
        var file = (await db.TaxFilesAsync()).Single();
        (file.TaxNumber, file.CoretaxNumber, file.FileName, file.Status)
            .Should().Be((null, Number, $"OutputTaxInvoice-{CoretaxPdf.Seller}-{Number}-{CoretaxPdf.Buyer}.pdf", TaxFileStatus.Normal));
        (await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf())).Refusal!.Code.Should().Be("file.duplicate");
    }

    [Fact]
    public async Task A_number_of_Desktop_in_Coretaxs_dress_is_the_invoices_own_and_stays_with_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007", status: InvoiceStatus.Cancelled);

        var line = await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name("04009002600000007", buyer: ""), Zip.Pdf());

        line.InvoiceNumber.Should().Be(invoice.Number);
        (await db.TaxFilesAsync()).Single().TaxNumber!.Value.ToString().Should().Be("000-26.00000007");
        (await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, neverApproved: true, default)).Refusal!.Code
            .Should().Be("tax-number.file-uploaded");
    }

    [Fact]
    public async Task A_replacement_keeps_the_earlier_file_behind_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync(also: i => i.With((nameof(Invoice.CoretaxNumber), Replacement)));
        await db.ChangeAsync<Invoice>(i => i.CoretaxNumber == Replacement, i => i.With((nameof(Invoice.CoretaxNumber), Number)));
        await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf("old"));
        await db.ChangeAsync<Invoice>(i => i.CoretaxNumber == Number, i => i.With((nameof(Invoice.CoretaxNumber), Replacement)));

        var line = await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Replacement), Zip.Pdf("new"));

        line.State.Should().Be(TaxFileResultState.Replaced);
        (await db.TaxFilesAsync()).Select(f => (f.CoretaxNumber, f.Status, f.ReplacedAt is null))
            .Should().Equal((Number, TaxFileStatus.Normal, false), (Replacement, TaxFileStatus.Replacement, true));
    }

    [Fact]
    public async Task A_credit_note_is_never_the_invoice_of_a_file()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var taxed = TestInvoice.NoteOn(invoice) with { Number = "INV-FPY-112600777", Taxed = true };
        var note = await db.AddAsync(taxed.Issued());
        await db.ChangeAsync<Invoice>(i => i.Id == note.Id, i => i.With((nameof(Invoice.CoretaxNumber), Number)));

        var byName = await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf());
        var byText = await db.UploadOneAsync(fpy.Finance, "scan 17.pdf", CoretaxPdf.Of(CoretaxPdf.Lines(Replacement, note.Number)));

        (byName.State, byText.State).Should().Be((TaxFileResultState.Waiting, TaxFileResultState.Waiting));
    }

    [Fact]
    public async Task Another_seller_or_buyer_is_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync(also: i => i.With((nameof(Invoice.CoretaxNumber), Number)));

        (await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number, seller: "0013825647609000"), Zip.Pdf())).Refusal!.Code
            .Should().Be("file.other-merchant");
        (await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number, buyer: "0013825647609000"), Zip.Pdf())).Refusal!.Code
            .Should().Be("file.customer-mismatch");
        (await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number, buyer: "0000000000000000"), Zip.Pdf())).State
            .Should().Be(TaxFileResultState.Stored);
    }

    [Fact]
    public async Task A_buyer_without_NPWP_is_named_by_the_NIK()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007", also: i => i.With((nameof(Invoice.CustomerNpwp), "")));
        await db.ChangeAsync<Customer>(
            c => c.Id == invoice.CustomerId,
            c => (c.Npwp, c.Document, c.DocumentNumber) = ("", BuyerIdType.NationalId, "3171012505800001"));

        (await db.UploadOneAsync(fpy.Finance, Zip.Name("0002600000007", customer: "3171012505800001"), Zip.Pdf())).State
            .Should().Be(TaxFileResultState.Stored);
        (await db.UploadOneAsync(fpy.Finance, Zip.Name("0002600000007", customer: "3171012505800002"), Zip.Pdf())).Refusal!.Code
            .Should().Be("file.customer-mismatch");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_that_says_nothing_is_matched_by_the_text(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();

        var line = await db.UploadOneAsync(fpy.Finance, "scan 17.pdf", CoretaxPdf.Of(CoretaxPdf.Lines(Number, invoice.Number)));

        (line.State, line.InvoiceNumber).Should().Be((TaxFileResultState.Stored, invoice.Number));
        var stored = await db.StoredAsync(invoice);
        (stored.CoretaxNumber, stored.TaxApproval).Should().Be((Number, TaxApproval.Approved));
        (await db.TaxFilesAsync()).Single().CoretaxNumber.Should().Be(Number);
    }

    [Theory]
    [InlineData("Tagihan # bulan Nov")]
    [InlineData("No. #, PO 4711")]
    [InlineData("Tagihan (#")]
    public async Task The_reference_names_its_invoice_inside_other_text_and_in_any_case(string reference)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync();
        var invoice = await fpy.ExportableAsync();
        var text = reference.Replace("#", invoice.Number.ToLowerInvariant(), StringComparison.Ordinal);

        var line = await db.UploadOneAsync(fpy.Finance, "scan 17.pdf", CoretaxPdf.Of(CoretaxPdf.Lines(Number, text)));

        (line.State, line.InvoiceNumber).Should().Be((TaxFileResultState.Stored, invoice.Number));
    }

    [Fact]
    public async Task A_reference_that_names_several_invoices_of_ours_waits_for_a_choice()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var first = await fpy.ExportableAsync();
        var second = await fpy.ExportableAsync();

        var line = await db.UploadOneAsync(
            fpy.Finance, "scan 17.pdf", CoretaxPdf.Of(CoretaxPdf.Lines(Number, $"{first.Number} dan {second.Number}")));

        line.State.Should().Be(TaxFileResultState.Waiting);
        (await db.TaxFilesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_credit_note_gets_no_file_by_its_number_nor_by_the_reference()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var note = await fpy.ExportableAsync("000-26.00000007", also: i => i.With(
            (nameof(Invoice.DocumentType), DocumentType.CreditNote), (nameof(Invoice.CoretaxNumber), Number)));

        (await db.UploadOneAsync(fpy.Finance, Zip.Name("0002600000007"), Zip.Pdf("1"))).Refusal!.Code.Should().Be("file.unknown-number");
        (await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf("2"))).State.Should().Be(TaxFileResultState.Waiting);
        (await db.UploadOneAsync(fpy.Finance, "scan.pdf", CoretaxPdf.Of(CoretaxPdf.Lines(Number, note.Number)))).State
            .Should().Be(TaxFileResultState.Waiting);

        (await db.TaxFilesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_number_of_Desktop_in_the_text_is_enough()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007");

        var line = await db.UploadOneAsync(
            fpy.Finance,
            "x.pdf",
            DemoPdf.Of(["Faktur Pajak", "Kode dan Nomor Seri Faktur Pajak : 040.000-26.00000007", "NPWP : 02.273.210.1-075.000"]));

        (line.State, line.InvoiceNumber).Should().Be((TaxFileResultState.Stored, invoice.Number));
    }

    [Fact]
    public async Task The_text_of_packed_and_of_plain_objects_is_the_same()
    {
        string[] lines = CoretaxPdf.Lines(Number, "INV-FPY-112600001");
        using var reading = new GivenReader();

        var texts = new[] { await reading.TextAsync(CoretaxPdf.Of(lines)), await reading.TextAsync(CoretaxPdf.Of(lines, packed: false)) };

        var facts = texts.Select(TaxFileFacts.Read!).ToList();
        facts.Select(f => (f.Coretax?.Digits, f.Reference, f.Names("022732101075000")))
            .Should().AllBeEquivalentTo((Number, "INV-FPY-112600001", true));
    }

    [Theory]
    [InlineData("another seller")]
    [InlineData("nobody's reference")]
    [InlineData("another number")]
    [InlineData("no text")]
    [InlineData("bomb")]
    [InlineData("encrypted")]
    [InlineData("nonsense")]
    public async Task Without_certainty_a_file_waits_for_a_choice(string what)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync(
            also: i => i.With((nameof(Invoice.CoretaxNumber), what == "another number" ? "04002600000000099" : null)));
        var content = what switch
        {
            "another seller" => CoretaxPdf.Of(CoretaxPdf.Lines(Number, invoice.Number, seller: "0013825647609000")),
            "nobody's reference" => CoretaxPdf.Of(CoretaxPdf.Lines(Number, "PO 4711")),
            "another number" => CoretaxPdf.Of(CoretaxPdf.Lines(Number, invoice.Number)),
            "no text" => CoretaxPdf.Of(["x"]),
            "bomb" => CoretaxPdf.Bomb(),
            "encrypted" => ForeignSample.Of("locked.pdf"),
            _ =>
            [
                .. "%PDF-1.7\n1 0 obj "u8,
                .. Enumerable.Repeat((byte)'[', 100_000),
                .. "\n2 0 obj << /Type /Page /Contents 9 0 R >> %%EOF"u8
            ],
        };

        var line = await db.UploadOneAsync(fpy.Finance, "scan.pdf", content);

        (line.State, line.Refusal).Should().Be((TaxFileResultState.Waiting, null));
        (await db.TaxFilesAsync()).Should().BeEmpty();
        (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value
            .Should().ContainSingle().Which.FileName
            .Should().Be("scan.pdf");
        (await db.UploadOneAsync(fpy.Finance, "again.pdf", content)).Refusal!.Code.Should().Be("file.duplicate");
    }
}
