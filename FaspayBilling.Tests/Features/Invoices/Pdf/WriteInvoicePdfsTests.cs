using System.IO.Compression;
using FaspayBilling.Core.Features.Invoices.Pdf;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Features.Invoices.Pdf;

public sealed class WriteInvoicePdfsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Checked_invoices_become_one_pdf(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var numbers = await NumbersAsync(fpy, 3);
        using var file = new MemoryStream();

        (await db.Get<WriteInvoicePdfs>().HandleAsync(fpy.Viewer, numbers, zip: false, file, new Progress<double>(), default)).Ok
            .Should().BeTrue();

        PdfText.Pages(file.ToArray()).Should().Be(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Or_a_zip_of_pdfs(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var numbers = await NumbersAsync(fpy, 30);
        using var file = new MemoryStream();

        var outcome = await db.Get<WriteInvoicePdfs>()
            .HandleAsync(fpy.Finance, [.. numbers, "INV-FPY-999999999"], zip: true, file, new Progress<double>(), default);

        outcome.Warnings.Sentence().Should().Be("1 of the 31 invoices were not there any more.");
        file.Position = 0;
        using var archive = new ZipArchive(file);
        archive.Entries.Select(e => e.FullName).Should().Equal(numbers.Order(StringComparer.Ordinal).Select(n => $"{n}.pdf"));
        var bytes = new MemoryStream();
        using (var first = archive.Entries[0].Open())
        {
            await first.CopyToAsync(bytes);
        }

        PdfText.Pages(bytes.ToArray()).Should().Be(1);
    }

    [Fact]
    public async Task None_of_another_merchant_and_none_at_all_are_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var other = await db.Given.MerchantAsync("OTH");
        var numbers = await NumbersAsync(fpy, 2);

        (await db.Get<WriteInvoicePdfs>()
            .HandleAsync(other.Admin, numbers, zip: false, new MemoryStream(), new Progress<double>(), default)).Refusal!.Code
            .Should().Be("invoice.not-found");
    }

    [Fact]
    public async Task Stop_ends_the_work()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync("FPY");
        var numbers = await NumbersAsync(fpy, 2);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await FluentActions
            .Awaiting(() => db.Get<WriteInvoicePdfs>()
                .HandleAsync(fpy.Viewer, numbers, zip: true, new MemoryStream(), new Progress<double>(), stop.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<List<string>> NumbersAsync(GivenMerchant merchant, int count)
    {
        var numbers = new List<string>();
        for (var i = 0; i < count; i++)
        {
            numbers.Add((await merchant.InvoiceAsync()).Number);
        }

        return numbers;
    }
}
