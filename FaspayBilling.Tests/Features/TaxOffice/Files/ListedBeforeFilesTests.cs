using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>Coretax's list was read back before the PDFs came.</summary>
public sealed class ListedBeforeFilesTests
{
    private const string Number = "04002600000000001";
    private const string Replacement = "04012600000000001";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_PDF_of_an_amended_number_is_kept_behind_and_that_of_its_replacement_counts(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Replacement, "APPROVED", invoice.Number), CoretaxFile.Row(Number, "AMENDED", ""));

        var old = await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf("old"));
        var current = await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Replacement), Zip.Pdf("new"));

        (old.State, old.InvoiceNumber).Should().Be((TaxFileResultState.KeptBehind, invoice.Number));
        old.Reason!.Sentence().Should().Be(
            $"Coretax has {Number} as AMENDED: it stands no longer. The file is kept and does not become the current one.");
        current.State.Should().Be(TaxFileResultState.Stored);
        (await db.TaxFilesAsync()).Select(f => (f.CoretaxNumber, f.Status, f.ReplacedAt is null))
            .Should().Equal((Number, TaxFileStatus.Normal, false), (Replacement, TaxFileStatus.Replacement, true));
    }

    [Fact]
    public async Task The_PDF_of_a_cancelled_number_is_kept_behind()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "CANCELED", invoice.Number, vat: "0", taxBase: "0"));

        var line = await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf());

        line.State.Should().Be(TaxFileResultState.KeptBehind);
        (await db.TaxFilesAsync()).Should().ContainSingle().Which.ReplacedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_file_of_Desktop_is_asked_about_in_the_list_by_its_own_number()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007");
        await db.ReadBackAsync(
            fpy,
            CoretaxFile.Row("04109002600000007", "APPROVED", invoice.Number),
            CoretaxFile.Row("04009002600000007", "AMENDED", invoice.Number));

        (await db.UploadOneAsync(fpy.Finance, Zip.Name("0002600000007", code: "040"), Zip.Pdf("old"))).State
            .Should().Be(TaxFileResultState.KeptBehind);
        (await db.UploadOneAsync(fpy.Finance, Zip.Name("0002600000007", code: "041"), Zip.Pdf("new"))).State
            .Should().Be(TaxFileResultState.Stored);
    }

    [Fact]
    public async Task The_PDF_of_a_number_that_stands_becomes_the_current_one()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "WAITING FOR AMENDMENT", invoice.Number));

        (await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name(Number), Zip.Pdf())).State.Should().Be(TaxFileResultState.Stored);
    }
}
