using FaspayBilling.Core.Demo;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxFiles;
using FaspayBilling.Core.Features.TaxFiles;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Features.TaxExports;
using FaspayBilling.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxFiles;

public sealed class CoretaxFilesTests
{
    private const string Number = "04002600000000001";
    private const string Replacement = "04012600000000001";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_of_Coretax_finds_the_invoice_by_its_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync(also: i => i.CoretaxNumber = Number);

        var line = await OneAsync(db, fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf());

        (line.State, line.InvoiceNumber).Should().Be((TaxFileResultState.Stored, invoice.Number));
        var file = (await FilesAsync(db)).Single();
        (file.TaxNumber, file.CoretaxNumber, file.FileName, file.Status).Should().Be((null, Number, $"OutputTaxInvoice-{CoretaxPdf.Seller}-{Number}-{CoretaxPdf.Buyer}.pdf", TaxFileStatus.Normal));
        (await OneAsync(db, fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf())).Refusal!.Code.Should().Be("file.duplicate");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_is_found_by_the_17_digits(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync(also: i => i.CoretaxNumber = Number);
        await OneAsync(db, fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf());

        (await db.Get<ListTaxFiles>().HandleAsync(fpy.Viewer, new() { Search = "0400-26000000.00001" }, default)).Value.Rows.Should().ContainSingle().Which.Shown.Should().Be(Number);
        (await db.Get<ListTaxFiles>().HandleAsync(fpy.Viewer, new() { Search = "04002600000000002" }, default)).Value.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task A_number_of_Desktop_in_Coretaxs_dress_is_the_invoices_own_and_stays_with_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007", status: InvoiceStatus.Cancelled);

        var line = await OneAsync(db, fpy.Finance, CoretaxPdf.Name("04009002600000007", buyer: ""), Zip.Pdf());

        line.InvoiceNumber.Should().Be(invoice.Number);
        (await FilesAsync(db)).Single().TaxNumber!.Value.ToString().Should().Be("000-26.00000007");
        (await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, neverApproved: true, default)).Refusal!.Code.Should().Be("tax-number.file-uploaded");
    }

    [Fact]
    public async Task A_replacement_keeps_the_earlier_file_behind_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync(also: i => i.CoretaxNumber = Replacement);
        await db.ChangeAsync<Invoice>(i => i.CoretaxNumber == Replacement, i => i.CoretaxNumber = Number);
        await OneAsync(db, fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf("old"));
        await db.ChangeAsync<Invoice>(i => i.CoretaxNumber == Number, i => i.CoretaxNumber = Replacement);

        var line = await OneAsync(db, fpy.Finance, CoretaxPdf.Name(Replacement), Zip.Pdf("new"));

        line.State.Should().Be(TaxFileResultState.Replaced);
        (await FilesAsync(db)).Select(f => (f.CoretaxNumber, f.Status, f.ReplacedAt is null)).Should().Equal((Number, TaxFileStatus.Normal, false), (Replacement, TaxFileStatus.Replacement, true));
    }

    [Fact]
    public async Task Another_seller_or_buyer_is_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync(also: i => i.CoretaxNumber = Number);

        (await OneAsync(db, fpy.Finance, CoretaxPdf.Name(Number, seller: "0013825647609000"), Zip.Pdf())).Refusal!.Code.Should().Be("file.other-merchant");
        (await OneAsync(db, fpy.Finance, CoretaxPdf.Name(Number, buyer: "0013825647609000"), Zip.Pdf())).Refusal!.Code.Should().Be("file.customer-mismatch");
        (await OneAsync(db, fpy.Finance, CoretaxPdf.Name(Number, buyer: "0000000000000000"), Zip.Pdf())).State.Should().Be(TaxFileResultState.Stored);
    }

    [Fact]
    public async Task A_buyer_without_NPWP_is_named_by_the_NIK()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007", also: i => i.CustomerNpwp = "");
        await db.ChangeAsync<Customer>(c => c.Id == invoice.CustomerId, c => (c.Npwp, c.Document, c.DocumentNumber) = ("", BuyerDocument.NationalId, "3171012505800001"));

        (await OneAsync(db, fpy.Finance, Zip.Name("0002600000007", customer: "3171012505800001"), Zip.Pdf())).State.Should().Be(TaxFileResultState.Stored);
        (await OneAsync(db, fpy.Finance, Zip.Name("0002600000007", customer: "3171012505800002"), Zip.Pdf())).Refusal!.Code.Should().Be("file.customer-mismatch");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_that_says_nothing_is_matched_by_the_text(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();

        var line = await OneAsync(db, fpy.Finance, "scan 17.pdf", CoretaxPdf.Of(CoretaxPdf.Lines(Number, invoice.Number)));

        (line.State, line.InvoiceNumber).Should().Be((TaxFileResultState.Stored, invoice.Number));
        var stored = await db.StoredAsync(invoice);
        (stored.CoretaxNumber, stored.TaxApproval).Should().Be((Number, TaxApproval.Approved));
        (await FilesAsync(db)).Single().CoretaxNumber.Should().Be(Number);
    }

    [Fact]
    public async Task A_number_of_Desktop_in_the_text_is_enough()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007");

        var line = await OneAsync(db, fpy.Finance, "x.pdf", DemoPdf.Of(["Faktur Pajak", "Kode dan Nomor Seri Faktur Pajak : 040.000-26.00000007", "NPWP : 02.273.210.1-075.000"]));

        (line.State, line.InvoiceNumber).Should().Be((TaxFileResultState.Stored, invoice.Number));
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
        var invoice = await fpy.ExportableAsync(also: i => i.CoretaxNumber = what == "another number" ? "04002600000000099" : null);
        var content = what switch
        {
            "another seller" => CoretaxPdf.Of(CoretaxPdf.Lines(Number, invoice.Number, seller: "0013825647609000")),
            "nobody's reference" => CoretaxPdf.Of(CoretaxPdf.Lines(Number, "PO 4711")),
            "another number" => CoretaxPdf.Of(CoretaxPdf.Lines(Number, invoice.Number)),
            "no text" => CoretaxPdf.Of(["x"]),
            "bomb" => CoretaxPdf.Bomb(),
            "encrypted" => [.. "%PDF-1.7\n/Encrypt\n"u8, .. CoretaxPdf.Of(CoretaxPdf.Lines(Number, invoice.Number))],
            _ => [.. "%PDF-1.7\n1 0 obj "u8, .. Enumerable.Repeat((byte)'[', 100_000), .. "\n2 0 obj << /Type /Page /Contents 9 0 R >> %%EOF"u8],
        };

        var line = await OneAsync(db, fpy.Finance, "scan.pdf", content);

        (line.State, line.Refusal).Should().Be((TaxFileResultState.Waiting, null));
        (await FilesAsync(db)).Should().BeEmpty();
        (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Should().ContainSingle().Which.FileName.Should().Be("scan.pdf");
        (await OneAsync(db, fpy.Finance, "again.pdf", content)).Refusal!.Code.Should().Be("file.duplicate");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_waiting_file_gets_its_invoice_by_hand_or_is_dismissed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007");
        var bare = await fpy.ExportableAsync();
        await OneAsync(db, fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf());
        await OneAsync(db, fpy.Finance, "scan.pdf", Zip.Pdf("scan"));
        await OneAsync(db, fpy.Finance, "other.pdf", Zip.Pdf("other"));
        var rows = (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value;

        (await AssignAsync(db, fpy.Finance, rows[1], "INV-FPY-000000000")).Should().Be("file.invoice");
        (await AssignAsync(db, fpy.Finance, rows[1], bare.Number)).Should().Be("file.invoice-numberless");
        (await AssignAsync(db, fpy.Finance, rows[1] with { Version = 9 }, invoice.Number)).Should().Be("changed-elsewhere");
        (await AssignAsync(db, fpy.Viewer, rows[1], invoice.Number)).Should().Be("not-allowed");
        (await AssignAsync(db, fpy.Finance, rows[1], invoice.Number)).Should().BeNull();
        (await AssignAsync(db, fpy.Finance, rows[1], invoice.Number)).Should().Be("file.not-found");
        (await AssignAsync(db, fpy.Finance, rows[0], bare.Number)).Should().BeNull();
        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Viewer, rows[2].Id, rows[2].Version, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, rows[2].Id, rows[2].Version + 1, default)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, rows[2].Id, rows[2].Version, default)).Ok.Should().BeTrue();
        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, rows[2].Id, rows[2].Version, default)).Refusal!.Code.Should().Be("file.not-found");

        (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Should().BeEmpty();
        (await FilesAsync(db)).Select(f => (f.InvoiceId, f.TaxNumber?.ToString(), f.CoretaxNumber)).Should().Equal((invoice.Id, "000-26.00000007", null), (bare.Id, null, Number));
        (await db.StoredAsync(bare)).CoretaxNumber.Should().Be(Number);
        (await db.Get<ReadUnmatchedFile>().HandleAsync(fpy.Viewer, rows[2].Id, default)).Value.FileName.Should().Be("other.pdf");
    }

    [Fact]
    public async Task With_the_module_off_nothing_waits()
    {
        await using var db = await TestDb.MakeAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var content = await db.AddAsync(new FileContent { Sha256 = new string('a', 64), Bytes = [1] });
        var file = await db.AddAsync(new UnmatchedFile { MerchantId = off.Id, FileName = "x.pdf", Size = 1, ContentId = content.Id, Reason = "?", UploadedAt = db.Clock.GetUtcNow().UtcDateTime, UploadedBy = "x" });

        (await db.Get<ListUnmatchedFiles>().HandleAsync(off.Viewer, default)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<ReadUnmatchedFile>().HandleAsync(off.Viewer, file.Id, default)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<AssignUnmatchedFile>().HandleAsync(off.Finance, file.Id, 0, "x", default)).Refusal!.Code.Should().Be("module.off");
    }

    [Fact]
    public void The_text_of_packed_and_of_plain_objects_is_the_same()
    {
        string[] lines = CoretaxPdf.Lines(Number, "INV-FPY-112600001");

        var facts = new[] { CoretaxPdf.Of(lines), CoretaxPdf.Of(lines, packed: false) }.Select(p => TaxFileFacts.Read(Core.Features.TaxFiles.Text.PdfText.Of(p))).ToList();

        facts.Select(f => (f.Coretax?.Digits, f.Reference, f.Names("022732101075000"))).Should().AllBeEquivalentTo((Number, "INV-FPY-112600001", true));
    }

    private static async Task<TaxFileResult> OneAsync(TestDb db, Actor actor, string name, byte[] content) =>
        (await db.Get<UploadTaxFiles>().HandleAsync(actor, Zip.Of((name, content)), null, default)).Value.Single();

    private static async Task<string?> AssignAsync(TestDb db, Actor actor, UnmatchedRow row, string number) =>
        (await db.Get<AssignUnmatchedFile>().HandleAsync(actor, row.Id, row.Version, number, default)).Refusal?.Code;

    private static Task<List<TaxFile>> FilesAsync(TestDb db) => db.ReadAsync(d => d.Set<TaxFile>().OrderBy(f => f.Id).ToListAsync());
}
