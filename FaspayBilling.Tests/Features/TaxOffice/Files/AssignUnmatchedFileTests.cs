using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class AssignUnmatchedFileTests
{
    private const string Number = "04002600000000001";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_waiting_file_gets_its_invoice_by_hand(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007");
        var bare = await fpy.ExportableAsync();
        await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf());
        await db.UploadOneAsync(fpy.Finance, "scan.pdf", Zip.Pdf("scan"));
        var rows = (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value;

        (await AssignAsync(db, fpy.Finance, rows[1], "INV-FPY-000000000")).Should().Be("file.invoice");
        (await AssignAsync(db, fpy.Finance, rows[1], bare.Number)).Should().Be("file.invoice-numberless");
        (await AssignAsync(db, fpy.Finance, rows[1] with { Version = 9 }, invoice.Number)).Should().Be("changed-elsewhere");
        (await AssignAsync(db, fpy.Viewer, rows[1], invoice.Number)).Should().Be("not-allowed");
        (await AssignAsync(db, fpy.Finance, rows[1], invoice.Number)).Should().BeNull();
        (await AssignAsync(db, fpy.Finance, rows[1], invoice.Number)).Should().Be("file.not-found");
        (await AssignAsync(db, fpy.Finance, rows[0], bare.Number)).Should().BeNull();

        (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Should().BeEmpty();
        (await db.TaxFilesAsync()).Select(f => (f.InvoiceId, f.TaxNumber?.ToString(), f.CoretaxNumber))
            .Should().Equal((invoice.Id, "000-26.00000007", null), (bare.Id, null, Number));
        (await db.StoredAsync(bare)).CoretaxNumber.Should().Be(Number);
    }

    [Fact]
    public async Task An_earlier_file_of_the_same_number_stays_behind_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007");
        await db.UploadOneAsync(fpy.Finance, Zip.Name("0002600000007"), Zip.Pdf("earlier"));
        await db.UploadOneAsync(fpy.Finance, "scan.pdf", Zip.Pdf("scan"));
        var row = (await db.Get<ListUnmatchedFiles>().HandleAsync(fpy.Viewer, default)).Value.Single();

        (await AssignAsync(db, fpy.Finance, row, $" {invoice.Number} ")).Should().BeNull();

        (await db.TaxFilesAsync()).Select(f => (f.FileName, f.ReplacedAt.HasValue))
            .Should().Equal((Zip.Name("0002600000007"), true), ("scan.pdf", false));
    }

    [Fact]
    public async Task An_untaxed_invoice_and_another_merchants_are_none_to_choose()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var other = await db.ExporterAsync("OTH");
        var file = await db.WaitingFileAsync(fpy);
        var untaxed = await fpy.InvoiceAsync(taxed: false);
        var theirs = await other.ExportableAsync("000-26.00000007");
        var assign = db.Get<AssignUnmatchedFile>();

        (await assign.HandleAsync(fpy.Finance, file.Id, 0, untaxed.Number, default)).Refusal!.Code.Should().Be("file.invoice");
        (await assign.HandleAsync(fpy.Finance, file.Id, 0, theirs.Number, default)).Refusal!.Code.Should().Be("file.invoice");
        (await assign.HandleAsync(other.Finance, file.Id, 0, theirs.Number, default)).Refusal!.Code.Should().Be("file.not-found");

        (await db.TaxFilesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task With_the_module_off_nothing_is_assigned()
    {
        await using var db = await TestDb.MakeAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var file = await db.WaitingFileAsync(off);

        (await db.Get<AssignUnmatchedFile>().HandleAsync(off.Finance, file.Id, 0, "x", default)).Refusal!.Code.Should().Be("module.off");
    }

    private static async Task<string?> AssignAsync(TestDb db, Actor actor, UnmatchedRow row, string number) =>
        (await db.Get<AssignUnmatchedFile>().HandleAsync(actor, row.Id, row.Version, number, default)).Refusal?.Code;
}
