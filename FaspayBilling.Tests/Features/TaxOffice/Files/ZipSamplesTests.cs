using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Formats.Sheets;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

/// <summary>Zips as people make them on Windows and macOS, each of which was once read wrongly.</summary>
public sealed class ZipSamplesTests : IAsyncLifetime
{
    private const string Older = "022732101075000-0400002659800154-0914728365072000-20261119080000.pdf";
    private const string Younger = "022732101075000-0400002659800154-0914728365072000-20261121090000.pdf";
    private const string Normal = "022732101075000-0400002659800154-0914728365072000-20261120160012.pdf";
    private const string Replacement = "022732101075000-0410002659800154-0914728365072000-20261125100000.pdf";

    private TestDb db = null!;
    private GivenMerchant fpy = null!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        fpy = await db.Given.MerchantAsync("FPY", Zip.Merchant);
        foreach (var (serial, npwp) in new[]
        {
            ("50", "017583923003000"), ("51", "028164937441000"), ("52", "017583923003000"), ("53", "017583923003000"),
            ("54", "0914728365072000"),
        })
        {
            await fpy.InvoiceAsync(taxNumber: $"00026598001{serial}", also: i => i.With((nameof(Invoice.CustomerNpwp), npwp)));
        }
    }

    public async Task DisposeAsync() => await db.DisposeAsync();

    [Theory]
    [InlineData("windows.zip", 3)]
    [InlineData("macos.zip", 1)]
    public async Task What_the_operating_system_added_is_passed_over_without_a_word(string zip, int files)
    {
        var lines = await UploadAsync(zip);

        lines.Should().HaveCount(files).And.OnlyContain(l => l.State == TaxFileResultState.Stored);
        (await FilesAsync()).Should().HaveCount(files);
    }

    [Fact]
    public async Task A_zip_of_nothing_else_is_empty() =>
        (await db.Get<UploadTaxFiles>()
            .HandleAsync(fpy.Finance, Zip.Of(("a/.DS_Store", [1]), ("__MACOSX/a/._x.pdf", [1])), null, default)).Refusal!.Message.Key
            .Should().Be("file.not-zip:empty");

    [Fact]
    public async Task A_compression_that_is_not_read_is_named_and_not_called_damaged()
    {
        var refusal = (await UploadAsync("lzma.zip")).Single().Refusal!;

        refusal.Code.Should().Be("file.not-pdf");
        refusal.Sentence().Should().StartWith("It is compressed in a way this product does not read (LZMA).");
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(8, null)]
    [InlineData(12, "BZip2")]
    [InlineData(93, "Zstandard")]
    [InlineData(77, "77")]
    public async Task Each_compression_is_named_by_what_the_zip_says(int method, string? name)
    {
        var zip = Zip.Of(("notes.txt", [1]), (Normal, Zip.Pdf())).ToArray();
        var at = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 10;
        (zip[at], zip[at + 1]) = (method == 0 ? zip[at] : (byte)method, 0);

        var line = (await db.Get<UploadTaxFiles>().HandleAsync(fpy.Finance, new MemoryStream(zip), null, default)).Value[1];

        (line.Refusal?.Sentence() ?? "()").Should().Contain(name is null ? "()" : $"({name})");
    }

    [Theory]
    [InlineData("replacement.zip", "normal.zip", Replacement, Normal)]
    [InlineData("younger-application.zip", "older-application.zip", Younger, Older)]
    public async Task What_is_older_by_the_tax_offices_word_never_displaces_what_is_newer(
        string first, string second, string current, string behind)
    {
        await UploadAsync(first);

        var line = (await UploadAsync(second)).Single();

        line.State.Should().Be(TaxFileResultState.KeptBehind);
        line.Reason!.Sentence().Should().StartWith($"Older than {current}, which stays the current file of INV-FPY-");
        (await FilesAsync()).Select(f => (f.FileName, f.ReplacedAt is null)).Should().Equal((current, true), (behind, false));
        (await db.HistoryAsync()).Select(h => h.What())
            .Should().Contain($"E-Faktur file {behind} uploaded; it is older than the current one and kept behind it");
        (await UploadAsync(second)).Single().Refusal!.Code.Should().Be("file.duplicate");
    }

    [Theory]
    [InlineData("normal.zip", "replacement.zip")]
    [InlineData("older-application.zip", "younger-application.zip")]
    public async Task In_their_own_order_the_newer_takes_the_place(string first, string second)
    {
        await UploadAsync(first);

        (await UploadAsync(second)).Single().State.Should().Be(TaxFileResultState.Replaced);
    }

    [Fact]
    public async Task Of_all_four_in_any_order_the_replacement_counts()
    {
        string[] zips = ["younger-application.zip", "replacement.zip", "older-application.zip", "normal.zip"];
        foreach (var zip in zips)
        {
            await UploadAsync(zip);
        }

        var files = await FilesAsync();
        files.Should().HaveCount(4);
        files.Single(f => f.ReplacedAt is null).FileName.Should().Be(Replacement);
        files.Where(f => f.FileName == Normal || f.FileName == Older).Should().OnlyContain(f => f.Status == TaxFileStatus.Normal);
    }

    [Fact]
    public async Task Two_normal_ones_and_a_replacement_in_one_zip_leave_the_replacement()
    {
        var lines = (await db.Get<UploadTaxFiles>().HandleAsync(
            fpy.Finance,
            Zip.Of((Replacement, Zip.Pdf("c")), ("x/" + Younger, Zip.Pdf("b")), (Older, Zip.Pdf("a"))),
            null,
            default)).Value;

        lines.Select(l => l.State)
            .Should().Equal(TaxFileResultState.Replaced, TaxFileResultState.Replaced, TaxFileResultState.Stored);
        (await FilesAsync()).Single(f => f.ReplacedAt is null).FileName.Should().Be(Replacement);
    }

    [Theory]
    [InlineData(" (1).pdf")]
    [InlineData(" - Copy.pdf")]
    [InlineData(" copy.pdf")]
    public async Task A_copy_is_the_file_itself_or_its_duplicate(string ending)
    {
        var copy = Normal.Replace(".pdf", ending, StringComparison.Ordinal);

        (await OneAsync(copy, Zip.Pdf())).State.Should().Be(TaxFileResultState.Stored);
        (await OneAsync(Normal, Zip.Pdf())).Refusal!.Code.Should().Be("file.duplicate");
        (await FilesAsync()).Single().FileName.Should().Be(Normal);
        var twice = (await db.Get<UploadTaxFiles>()
            .HandleAsync(fpy.Finance, Zip.Of((Younger, Zip.Pdf("1")), ($"{Younger[..^4]}{ending}", Zip.Pdf("2"))), null, default)).Value;
        twice.Select(l => l.Refusal?.Message.Key).Should().Equal(null, "file.duplicate:in-zip");
    }

    private async Task<TaxFileResult> OneAsync(string name, byte[] pdf) =>
        (await db.Get<UploadTaxFiles>().HandleAsync(fpy.Finance, Zip.Of((name, pdf)), null, default)).Value.Single();

    private async Task<IReadOnlyList<TaxFileResult>> UploadAsync(string sample)
    {
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        using var zip = new MemoryStream(SheetSamples.Bytes(sample));
        return (await db.Get<UploadTaxFiles>().HandleAsync(fpy.Finance, zip, null, default)).Value;
    }

    private Task<List<TaxFile>> FilesAsync() => db.ReadAsync(d => d.Set<TaxFile>().OrderBy(f => f.Id).ToListAsync());
}
