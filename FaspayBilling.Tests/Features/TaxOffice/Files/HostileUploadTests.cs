using System.Diagnostics;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Formats.Reading;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>Uploads with files that are made to break whoever reads them.</summary>
[Collection(nameof(Alone))]
public sealed class HostileUploadTests
{
    private const string Number = "04002600000000001";

    [Fact]
    public async Task A_hostile_file_costs_its_own_line_and_the_others_are_stored()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var named = await fpy.ExportableAsync("000-26.00000007");
        var scanned = await fpy.ExportableAsync();
        using var reading = new GivenReader(fileSeconds: 5);
        await db.Get<UploadTaxFiles>().HandleAsync(fpy.Finance, Zip.Of(("warm.pdf", Zip.Pdf("warm"))), null, default);
        using var zip = Zip.Of(
            ("forms.pdf", ForeignSample.Unzipped("forms20.zip")), ("strings.pdf", ForeignSample.Unzipped("quad8000.zip")),
            ("blanks.pdf", ForeignSample.Unzipped("redos20k.zip")), ("ranges.pdf", ForeignSample.Unzipped("tou1000.zip")),
            ("loop.pdf", HostilePdf.Loop()), ("chain.pdf", HostilePdf.Chain()), ("letters.pdf", HostilePdf.Letters(20_000_000)),
            (Zip.Name("0002600000007"), Zip.Pdf()), ("scan.pdf", CoretaxPdf.Of(CoretaxPdf.Lines(Number, scanned.Number))));
        var (bytes, threads) = (GC.GetTotalAllocatedBytes(), ThreadPool.ThreadCount);

        var lines = await UploadAsync(db, fpy, reading, zip);

        var allocated = GC.GetTotalAllocatedBytes() - bytes;
        lines.Take(7).Should().OnlyContain(l => l.State == TaxFileResultState.Waiting);
        lines.Single(l => l.Name == "chain.pdf").Reason!.Sentence().Should()
            .Be("It was not read within the time limit. Name it as documented, or choose the invoice by hand.");
        lines.Skip(7).Select(l => (l.State, l.InvoiceNumber)).Should()
            .Equal((TaxFileResultState.Stored, named.Number), (TaxFileResultState.Stored, scanned.Number));

        // What they unpack to, gigabytes, was never in this process.
        allocated.Should().BeLessThan(32 * 1024 * 1024);
        ThreadPool.ThreadCount.Should().BeLessThanOrEqualTo(threads + 4);
    }

    [Theory]
    [InlineData("forms20.zip")]
    [InlineData("quad8000.zip")]
    [InlineData("redos20k.zip")]
    [InlineData("tou1000.zip")]
    public async Task A_zip_that_once_kept_a_processor_or_all_memory_ends_in_time_with_one_line(string sample)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        using var reading = new GivenReader(fileSeconds: 3);
        using var zip = new MemoryStream(ForeignSample.Of(sample));
        var (began, bytes) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());

        var lines = await UploadAsync(db, fpy, reading, zip);

        lines.Should().ContainSingle().Which.State.Should().Be(TaxFileResultState.Waiting);
        (GC.GetTotalAllocatedBytes() - bytes).Should().BeLessThan(32 * 1024 * 1024);
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task When_the_time_of_an_upload_is_used_up_only_names_still_decide()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var named = await fpy.ExportableAsync("000-26.00000007");
        var scanned = await fpy.ExportableAsync();
        using var reading = new GivenReader(fileSeconds: 1, uploadSeconds: 1);

        using var zip = Zip.Of(
            ("chain.pdf", HostilePdf.Chain()), ("scan.pdf", CoretaxPdf.Of(CoretaxPdf.Lines(Number, scanned.Number))),
            (Zip.Name("0002600000007"), Zip.Pdf()));

        var lines = await UploadAsync(db, fpy, reading, zip);

        lines[1].Reason!.Sentence().Should().StartWith("It was not read within the time limit.");
        (lines[2].State, lines[2].InvoiceNumber).Should().Be((TaxFileResultState.Stored, named.Number));
    }

    [LinuxFact]
    public async Task A_name_that_says_which_invoice_it_is_costs_no_reading()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var desktop = await fpy.ExportableAsync("000-26.00000007");
        var coretax = await fpy.ExportableAsync(also: i => i.With((nameof(Invoice.CoretaxNumber), Number)));
        using var reading = new GivenReader();
        using var zip = Zip.Of((Zip.Name("0002600000007"), Zip.Pdf("1")), (CoretaxPdf.Name(Number), Zip.Pdf("2")));

        var lines = await UploadAsync(db, fpy, reading, zip);

        lines.Select(l => (l.State, l.InvoiceNumber)).Should()
            .Equal((TaxFileResultState.Stored, desktop.Number), (TaxFileResultState.Stored, coretax.Number));
        reading.Processes().Should().BeEmpty();
    }

    [Fact]
    public async Task Blanks_without_end_do_not_hold_up_the_search_for_a_number()
    {
        var text = "Kode dan Nomor Seri Faktur Pajak" + new string(' ', 300_000);

        await Task.Run(() => TaxFileFacts.Read(text)).WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static async Task<IReadOnlyList<TaxFileResult>> UploadAsync(TestDb db, GivenMerchant fpy, GivenReader reading, Stream zip) =>
        (await new UploadTaxFiles(db.Write, db.Dbs, reading.Reader).HandleAsync(fpy.Finance, zip, null, default)).Value;
}
