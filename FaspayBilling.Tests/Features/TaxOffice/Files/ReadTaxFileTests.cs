using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class ReadTaxFileTests
{
    private const string Digits = "0002612345601";

    [Fact]
    public async Task A_viewer_lists_and_opens()
    {
        await using var files = await GivenFiles.MakeAsync();
        var row = (await files.ListAsync(new(), files.Fpy.Viewer)).Value.Rows.Single(r => r.TaxNumber!.Value.Digits == Digits);

        var opened = await files.Db.Get<ReadTaxFile>().HandleAsync(files.Fpy.Viewer, row.Id, default);

        opened.Value.Should().BeEquivalentTo(new OpenedTaxFile(Zip.Name(Digits), Zip.Pdf(Digits)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_was_replaced_since_opens_as_it_came(Database database)
    {
        await using var files = await GivenFiles.MakeAsync(database);
        await files.UploadAsync(Digits, "again");
        var ofNumber = (await files.Db.TaxFilesAsync()).Where(f => f.TaxNumber!.Value.Digits == Digits).Select(f => f.Id).ToList();

        (await files.Db.Get<ReadTaxFile>().HandleAsync(files.Fpy.Viewer, ofNumber[0], default)).Value.Bytes.Should().Equal(Zip.Pdf(Digits));
        (await files.Db.Get<ReadTaxFile>().HandleAsync(files.Fpy.Viewer, ofNumber[1], default)).Value.Bytes
            .Should().Equal(Zip.Pdf("again"));
    }

    [Fact]
    public async Task Another_merchants_file_looks_like_none()
    {
        await using var files = await GivenFiles.MakeAsync();
        var other = await files.Db.Given.MerchantAsync("T8V", "013825647609000");
        var id = (await files.ListAsync(new())).Value.Rows[0].Id;

        (await files.Db.Get<ReadTaxFile>().HandleAsync(other.Admin, id, default)).Refusal!.Code.Should().Be("file.not-found");
        (await files.Db.Get<ReadTaxFile>().HandleAsync(other.Admin, id + 1, default)).Refusal!.Code.Should().Be("file.not-found");
    }

    [Fact]
    public async Task Without_the_module_nothing_is_shown()
    {
        await using var db = await TestDb.MakeAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await db.Get<ReadTaxFile>().HandleAsync(off.Admin, 1, default)).Refusal!.Code.Should().Be("module.off");
    }
}
