using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Formats.Sheets;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

/// <summary>What is no list of output invoices.</summary>
public sealed partial class PreviewCoretaxListTests
{
    [Theory]
    [InlineData("NPWP Penjual,Nama Penjual,Nomor Faktur Pajak,Tanggal Faktur Pajak,Status Faktur,Referensi,Dilaporkan oleh Penjual")]
    [InlineData("SellerTIN,SellerTaxpayerName,TaxInvoiceNumber,TaxInvoiceDate,TaxInvoiceStatus,Reference")]
    [InlineData("Seller Name,Tax Invoice Number,Tax Invoice Date,Tax Invoice Status,Reference")]
    public async Task A_list_of_purchases_is_refused_by_name(string heading)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();

        (await CodeAsync(db, fpy.Finance, CoretaxFile.Text($"{heading}\n1,2,3,4,5,6"))).Should().Be("coretax-list.purchases");
    }

    [Fact]
    public async Task Our_own_name_above_the_heading_makes_no_list_of_purchases()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        using var file = CoretaxFile.Xlsx([CoretaxFile.Row(Number, "APPROVED", "x")], title: "NPWP Penjual: 0022732101075000");

        (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, null, default)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_no_list_is_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        using var good = CoretaxFile.Csv(',', CoretaxFile.Row(Number, "APPROVED", "x"));

        (await CodeAsync(db, fpy.Finance, new MemoryStream([0x50, 0x4B, 3, 4, 0, 0]))).Should().Be("coretax-list.file");
        (await CodeAsync(db, fpy.Finance, new MemoryStream([1, 0, 2]))).Should().Be("coretax-list.file");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Text("a,b\n1,2"))).Should().Be("coretax-list.heading");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Text("Nomor Faktur Pajak,Status Faktur,Tanggal Faktur Pajak\n1,2,3")))
            .Should().Be("coretax-list.heading");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Csv(','))).Should().Be("coretax-list.empty");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Text(""))).Should().Be("coretax-list.empty");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Text(string.Concat(Enumerable.Repeat("x\n", 10_002)))))
            .Should().Be("coretax-list.too-large");
        (await CodeAsync(db, fpy.Finance, new MemoryStream(new byte[(10 * 1024 * 1024) + 1]))).Should().Be("coretax-list.too-large");
        (await CodeAsync(db, fpy.Viewer, good)).Should().Be("not-allowed");
        (await CodeAsync(db, off.Finance, good)).Should().Be("module.off");
    }

    [Fact]
    public async Task A_refusal_says_where_it_looked_and_why()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        const string Export = " Export the list Pajak Keluaran in Coretax and choose that file.";

        (await SentenceAsync(db, fpy.Finance, CoretaxFile.Text("Daftar,,\nNomor Faktur Pajak,Status Faktur,Tanggal Faktur Pajak\n1,2,3")))
            .Should().Be($"Row 2 was read as the heading; it has no column “Referensi”.{Export}");
        (await SentenceAsync(db, fpy.Finance, CoretaxFile.Text("a,b\n1,2")))
            .Should().StartWith("None of the first 20 filled rows is a heading: it has a column “Nomor Faktur Pajak”.");
        (await SentenceAsync(db, fpy.Finance, GivenWorkbook.Of(("Sampul", "", Cells("x")), ("Data", "", Cells("y")))))
            .Should().StartWith("None of the first 20 filled rows of each sheet (Sampul, Data) is a heading:");
        (await SentenceAsync(db, fpy.Finance, CoretaxFile.Text("<html><table>")))
            .Should().Be($"This is a web page or XML under another name. Open it in Excel and save it as .xlsx.{Export}");
        (await SentenceAsync(db, fpy.Finance, new MemoryStream([0xD0, 0xCF, 0x11, 0xE0])))
            .Should().StartWith("This is an old Excel file (.xls) or one with a password.");
        (await SentenceAsync(db, fpy.Finance, GivenWorkbook.Of(("Data", "", Cells([.. Enumerable.Repeat("x", 102)])))))
            .Should().StartWith("Sheet “Data”, row 1, column CW: this is beyond the 100th column.");
    }

    private static string Cells(params string[] texts) =>
        $"<row>{string.Concat(texts.Select(t => $"<c t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>";

    private static async Task<string> SentenceAsync(TestDb db, Actor actor, Stream file) =>
        (await db.Get<PreviewCoretaxList>().HandleAsync(actor, file, null, default)).Refusal!.Sentence();

    private static async Task<string?> CodeAsync(TestDb db, Actor actor, Stream file) =>
        (await db.Get<PreviewCoretaxList>().HandleAsync(actor, file, null, default)).Refusal?.Code;
}
