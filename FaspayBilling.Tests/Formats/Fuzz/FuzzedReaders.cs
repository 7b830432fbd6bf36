using System.Text;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Core.Formats.Pdf;
using FaspayBilling.Core.Formats.Reading;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Features.Customers;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Formats.Pdf;
using FaspayBilling.Tests.Formats.Reading;
using FaspayBilling.Tests.Formats.Sheets;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Demo;

namespace FaspayBilling.Tests.Formats.Fuzz;

/// <summary>Every reader of foreign bytes that the product has, each by the way on which files come to it.</summary>
internal sealed class FuzzedReaders(TestDb db, GivenMerchant fpy, GivenReader reading)
{
    private const string Coretax = "04002600000000001";

    private static readonly string[] Lines = CoretaxPdf.Lines(Coretax, "INV-FPY-112600001");

    public static IReadOnlyList<string> Names { get; } = ["PDF", "picture", "logo", "sheet", "Coretax list", "customers", "zip"];

    public FuzzedReader Of(string name) => name switch
    {
        "PDF" => new([.. Pdfs(), ForeignSample.Of("owner-protected.pdf"), ForeignSample.Of("locked.pdf")], PdfAsync, []),
        "picture" => new(
            [
                GivenPicture.Png(40, 30), GivenPicture.Jpeg(64, 32), GivenPicture.Held(6, 64, 32), GivenPicture.Palette(),
                Sample("cmyk.jpg"),
            ],
            PictureAsync,
            []),
        "logo" => new(
            [
                GivenDocument.Png, Sample("colour.png"), Sample("grey.png"), Sample("palette.png"), Sample("transparent.png"),
                Sample("interlaced.png"), Sample("sixteen-bits.png"), Sample("colour.jpg"), Sample("grey.jpg"), Sample("four-colours.jpg"),
            ],
            LogoAsync,
            []),
        "sheet" => new(
            [
                Sample("strict.xlsx"), Sample("hidden-first-sheet.xlsx"), Sample("formulas-without-results.xlsx"),
                Sample("102-columns.xlsx"), Sample("coretax-from-1904.xlsx"), Sample("text-formulas.csv"),
                Sample("separator-line.csv"), Sample("odd-npwps.csv"),
            ],
            SheetAsync,
            ["sheet.not-readable", "sheet.too-large"]),
        "Coretax list" => new(
            [
                CoretaxFile.Csv(',', CoretaxFile.Row(Coretax, "APPROVED", "INV-FPY-112600001")).ToArray(),
                CoretaxFile.Xlsx([CoretaxFile.Row(Coretax, "APPROVED", "x"), CoretaxFile.Row(Coretax, "CANCELED", "y")], "Daftar")
                    .ToArray(),
                Sample("coretax-three-decimals.xlsx"), Sample("coretax-from-1904.xlsx"),
            ],
            CoretaxAsync,
            [
                "coretax-list.file", "coretax-list.too-large", "coretax-list.purchases", "coretax-list.heading", "coretax-list.empty",
            ]),
        "customers" => new(
            [
                Encoding.UTF8.GetBytes(string.Join('\n', GivenImport.Heading, GivenImport.Good, GivenImport.Person)),
                Sample("title-above-heading.csv"), Sample("strict.xlsx"), Sample("formulas-without-results.xlsx"),
            ],
            CustomersAsync,
            ["sheet.not-readable", "sheet.too-large", "import.columns"]),
        "zip" => new(
            [
                Sample("windows.zip"), Sample("macos.zip"), Sample("lzma.zip"), Sample("replacement.zip"),
                Zip.Of(("scan.pdf", Pdfs()[0]), (CoretaxPdf.Name(Coretax), Pdfs()[1]), ("notes.txt", [1, 2, 3])).ToArray(),
            ],
            ZipAsync,
            [
                "file.not-zip", "file.archive-too-large", "file.bad-name", "file.other-merchant", "file.too-large", "file.not-pdf",
                "file.unknown-number", "file.customer-mismatch", "file.duplicate",
            ]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "It is no reader."),
    };

    private static byte[][] Pdfs() => [CoretaxPdf.Of(Lines), CoretaxPdf.Of(Lines, packed: false), DemoPdf.Of(Lines)];

    private static byte[] Sample(string name) => ForeignSample.Of(name);

    private static string[] Codes(IEnumerable<Refusal> refusals) => [.. refusals.Select(r => r.Code)];

    private async Task<IReadOnlyList<string>> PdfAsync(byte[] file)
    {
        if (await reading.TextAsync(file) is { } text)
        {
            TaxFileFacts.Read(text);
        }

        return [];
    }

    private async Task<IReadOnlyList<string>> PictureAsync(byte[] file)
    {
        if (await reading.Reader.RedrawAsync(file, default) is { Result: ReadResult.Read } drawn)
        {
            using var picture = GivenPicture.Decoded(drawn.Bytes);
            Math.Max(picture.Width, picture.Height).Should().BeLessThanOrEqualTo(1_000);
        }

        return [];
    }

    private static Task<IReadOnlyList<string>> LogoAsync(byte[] file)
    {
        InvoicePdf.Of(GivenDocument.Taxed() with { Logo = file }).Should().NotBeEmpty();
        return Task.FromResult<IReadOnlyList<string>>([]);
    }

    private static Task<IReadOnlyList<string>> SheetAsync(byte[] file)
    {
        var read = SheetFile.Read(new MemoryStream(file), default);
        var found = SheetFile.Find(new MemoryStream(file), row => row.Cells.Count, default);
        return Task.FromResult<IReadOnlyList<string>>(Codes([.. read.Refusals, .. found.Refusals]));
    }

    private static Task<IReadOnlyList<string>> CoretaxAsync(byte[] file) =>
        Task.FromResult<IReadOnlyList<string>>(Codes(CoretaxSheet.Read(new MemoryStream(file), default).Refusals));

    private async Task<IReadOnlyList<string>> CustomersAsync(byte[] file) =>
        Codes((await db.Get<ReadCustomerImport>().HandleAsync(fpy.Finance, new MemoryStream(file), default)).Refusals);

    private async Task<IReadOnlyList<string>> ZipAsync(byte[] file)
    {
        var upload = new UploadTaxFiles(db.Write, db.Dbs, reading.Reader);
        var lines = await upload.HandleAsync(fpy.Finance, new MemoryStream(file), null, default);
        return Codes(lines.Ok ? lines.Value.Select(l => l.Refusal).OfType<Refusal>() : lines.Refusals);
    }
}
