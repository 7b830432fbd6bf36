using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
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

/// <summary>Files that wait for a choice by hand.</summary>
public sealed partial class CoretaxFilesTests
{
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

        var line = await OneAsync(db, fpy.Finance, "scan.pdf", content);

        (line.State, line.Refusal).Should().Be((TaxFileResultState.Waiting, null));
        (await FilesAsync(db)).Should().BeEmpty();
        (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value
            .Should().ContainSingle().Which.FileName
            .Should().Be("scan.pdf");
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
        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Viewer, rows[2].Id, rows[2].Version, default)).Refusal!.Code
            .Should().Be("not-allowed");
        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, rows[2].Id, rows[2].Version + 1, default)).Refusal!.Code
            .Should().Be("changed-elsewhere");
        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, rows[2].Id, rows[2].Version, default)).Ok.Should().BeTrue();
        (await db.Get<DismissUnmatchedFile>().HandleAsync(fpy.Finance, rows[2].Id, rows[2].Version, default)).Refusal!.Code
            .Should().Be("file.not-found");

        (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Should().BeEmpty();
        (await FilesAsync(db)).Select(f => (f.InvoiceId, f.TaxNumber?.ToString(), f.CoretaxNumber))
            .Should().Equal((invoice.Id, "000-26.00000007", null), (bare.Id, null, Number));
        (await db.StoredAsync(bare)).CoretaxNumber.Should().Be(Number);
        (await db.Get<ReadUnmatchedFile>().HandleAsync(fpy.Viewer, rows[2].Id, default)).Value.FileName.Should().Be("other.pdf");
    }

    [Fact]
    public async Task With_the_module_off_nothing_waits()
    {
        await using var db = await TestDb.MakeAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var content = await db.AddAsync(new FileContent { Sha256 = new string('a', 64), Bytes = [1] });
        var file = await db.AddAsync(new UnmatchedFile
        {
            MerchantId = off.Id,
            FileName = "x.pdf",
            Size = 1,
            ContentId = content.Id,
            Reason = Message.Of("?"),
            UploadedAt = db.Clock.GetUtcNow().UtcDateTime,
            UploadedBy = "x"
        });

        (await db.Get<ListUnmatchedFiles>().HandleAsync(off.Viewer, default)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<ReadUnmatchedFile>().HandleAsync(off.Viewer, file.Id, default)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<AssignUnmatchedFile>().HandleAsync(off.Finance, file.Id, 0, "x", default)).Refusal!.Code.Should().Be("module.off");
    }
}
