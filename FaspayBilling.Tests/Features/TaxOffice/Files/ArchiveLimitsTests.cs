using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class ArchiveLimitsTests : IAsyncLifetime
{
    private const string Digits = "0002612345601";
    private TestDb db = null!;
    private GivenMerchant fpy = null!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        fpy = await db.Given.MerchantAsync("FPY", Zip.Merchant);
        await fpy.InvoiceAsync(taxNumber: Digits);
    }

    public async Task DisposeAsync() => await db.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.4 a PDF, not a zip %%EOF")]
    [InlineData("PK\u0003\u0004 the start of a zip and no more")]
    public async Task What_is_no_zip_is_refused(string content) =>
        (await CodeAsync(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(content)))).Should().Be("file.not-zip");

    [Fact]
    public async Task A_zip_cut_off_is_refused()
    {
        var zip = Zip.Of((Zip.Name(Digits), Zip.Pdf()));
        zip.SetLength(zip.Length - 30);

        (await CodeAsync(zip)).Should().Be("file.not-zip");
    }

    [Fact]
    public async Task An_empty_zip_and_one_of_folders_only_are_refused()
    {
        (await CodeAsync(Zip.Of())).Should().Be("file.not-zip");
        (await CodeAsync(Zip.Of(("folder/", [])))).Should().Be("file.not-zip");
    }

    [Fact]
    public async Task A_zip_with_a_password_says_so()
    {
        var refused = await UploadAsync(Zip.Locked(Zip.Of((Zip.Name(Digits), Zip.Pdf()))));

        refused.Refusal.Should().Be(TaxOfficeRefusals.FileArchiveLocked);
        refused.Refusal!.Code.Should().Be("file.not-zip");
    }

    [Fact]
    public async Task A_zip_above_100_MB_is_refused_unread()
    {
        await using var file = new FileStream(
            Path.Combine(db.Folder, "big.zip"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        file.SetLength(TaxFileLimits.Archive + 1);

        (await CodeAsync(file)).Should().Be("file.archive-too-large");
    }

    [Fact]
    public async Task A_thousand_files_are_read_and_one_more_is_refused()
    {
        var files = Enumerable.Range(0, TaxFileLimits.Files)
            .Select(n => (n.ToString("D4", CultureInfo.InvariantCulture) + ".txt", (byte[])[1]))
            .ToArray();

        (await UploadAsync(Zip.Of(files))).Value.Should().HaveCount(TaxFileLimits.Files);
        (await CodeAsync(Zip.Of([.. files, (Zip.Name(Digits), Zip.Pdf())]))).Should().Be("file.archive-too-large");
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task A_directory_that_would_fill_the_memory_is_refused_while_it_is_read()
    {
        var names = Enumerable.Range(0, 80)
            .Select(n => (new string((char)('a' + (n % 26)), 60_000) + n.ToString(CultureInfo.InvariantCulture), Array.Empty<byte>()))
            .ToArray();

        (await CodeAsync(Zip.Of(names))).Should().Be("file.archive-too-large");
    }

    [Fact]
    public async Task A_bomb_is_refused_before_anything_is_stored()
    {
        var zeros = new byte[16 * 1024 * 1024];
        var bomb = Enumerable.Range(0, 13).Select(n => ($"{n.ToString(CultureInfo.InvariantCulture)}.pdf", zeros)).ToArray();

        (await CodeAsync(Zip.Of([(Zip.Name(Digits), Zip.Pdf()), .. bomb]))).Should().Be("file.archive-too-large");
        await NothingIsStoredAsync();
    }

    [Theory]
    [InlineData(10u)]
    [InlineData(1_000_000u)]
    public async Task A_file_that_lies_about_its_size_is_not_stored(uint said)
    {
        var big = new byte[3 * 1024 * 1024];
        Zip.Pdf().CopyTo(big, 0);
        "%%EOF"u8.CopyTo(big.AsSpan(big.Length - 6));

        var lines = (await UploadAsync(Zip.Lying(Zip.Of((Zip.Name(Digits), big)), said))).Value;

        lines.Single().State.Should().Be(TaxFileResultState.Refused);
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task A_file_that_claims_to_be_huge_makes_the_zip_too_large() =>
        (await CodeAsync(Zip.Lying(Zip.Of((Zip.Name(Digits), Zip.Pdf())), 4_000_000_000))).Should().Be("file.archive-too-large");

    [Fact]
    public async Task A_file_damaged_inside_the_zip_is_not_stored()
    {
        var lines = (await UploadAsync(Zip.Damaged(Zip.Of((Zip.Name(Digits), Zip.Pdf()))))).Value;

        lines.Single().Refusal!.Code.Should().Be("file.not-pdf");
        await NothingIsStoredAsync();
    }

    private Task<Outcome<IReadOnlyList<TaxFileResult>>> UploadAsync(Stream zip) =>
        db.Get<UploadTaxFiles>().HandleAsync(fpy.Finance, zip, null, CancellationToken.None);

    private async Task<string> CodeAsync(Stream zip) => (await UploadAsync(zip)).Refusal!.Code;

    private async Task NothingIsStoredAsync() => (await db.ReadAsync(d => d.Set<TaxFile>().CountAsync())).Should().Be(0);
}
