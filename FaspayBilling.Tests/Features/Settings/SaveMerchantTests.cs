using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Formats.Reading;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class SaveMerchantTests
{
    private static readonly byte[] Png = GivenPicture.Png(3, 2);
    private static readonly byte[] Jpg = GivenPicture.Jpeg(3, 2);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_merchant_is_saved_as_digits_and_read_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var asked = new MerchantRequest(
            " PT Faspay ", "fp2", "02.273.210.1-075.000", "0022732101075000 000000", "Jl. Sudirman 1\nJakarta",
            Language.Indonesian, Png, false, 0);

        (await db.Get<SaveMerchant>().HandleAsync(fpy.Admin, asked, default)).Ok.Should().BeTrue();

        var read = await ReadAsync(db, fpy);
        read.Should().Be(new MerchantView(
            "PT Faspay", "FP2", false, "022732101075000", "0022732101075000000000", "Jl. Sudirman 1\nJakarta", Language.Indonesian,
            read.Logo, 1));
        read.Logo.Should().StartWith("data:image/png;base64,");
        (await db.HistoryAsync(fpy))
            .Should().Equal(
                "Changed the merchant: name PT Faspay, code FP2, NITKU 0022732101075000000000, address, language Indonesian, logo");
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_its_field()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var wrong = await db.Get<SaveMerchant>()
            .HandleAsync(
                fpy.Admin,
                new MerchantRequest(" ", "F!", "12x", "1", new string('a', 501), Language.English, "GIF89a"u8.ToArray(), false, 0),
                default);

        wrong.Refusals.Select(r => (r.Code, r.Field)).Should().Equal(
            ("merchant.name", "Name"), ("merchant.code", "Code"), ("merchant.npwp", "Npwp"), ("merchant.nitku", "Nitku"),
            ("merchant.address", "Address"), ("merchant.logo", "Logo"));
    }

    [Theory]
    [InlineData("022732101075000", "0022732101075000000001", true)]
    [InlineData("0022732101075000", "0022732101075000000001", true)]
    [InlineData("022732101075000", "1122732101075000000001", false)]
    [InlineData("", "0022732101075000000001", false)]
    [InlineData("", "", true)]
    public async Task The_nitku_starts_with_the_long_npwp(string npwp, string nitku, bool good)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var outcome = await db.Get<SaveMerchant>().HandleAsync(fpy.Admin, Same(fpy) with { Npwp = npwp, Nitku = nitku }, default);

        (outcome.Refusal?.Code).Should().Be(good ? null : "merchant.nitku");
    }

    [Fact]
    public async Task The_code_is_fixed_once_an_invoice_carries_it_even_a_deleted_one()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.InvoiceAsync(InvoiceStatus.Draft, also: i => i.Delete(db.Clock.Now()));

        (await db.Get<SaveMerchant>().HandleAsync(fpy.Admin, Same(fpy) with { Code = "XYZ" }, default)).Refusal
            .Should().Be(MerchantRefusals.MerchantCodeFixed);
        (await ReadAsync(db, fpy)).CodeFixed.Should().BeTrue();
        (await db.Get<SaveMerchant>().HandleAsync(fpy.Admin, Same(fpy) with { Name = "New" }, default)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Another_merchants_code_is_taken()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await db.Given.MerchantAsync("T8V");

        (await db.Get<SaveMerchant>().HandleAsync(fpy.Admin, Same(fpy) with { Code = "t8v" }, default)).Refusal
            .Should().Be(MerchantRefusals.MerchantCodeTaken);
    }

    [Fact]
    public async Task A_logo_stays_is_replaced_and_is_removed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var save = db.Get<SaveMerchant>();

        await save.HandleAsync(fpy.Admin, Same(fpy) with { Logo = Png }, default);
        await save.HandleAsync(fpy.Admin, Same(fpy) with { Version = 1, Name = "New" }, default);
        var kept = (await ReadAsync(db, fpy)).Logo;
        await save.HandleAsync(fpy.Admin, Same(fpy) with { Version = 2, Logo = Jpg }, default);
        var replaced = (await ReadAsync(db, fpy)).Logo;
        await save.HandleAsync(fpy.Admin, Same(fpy) with { Version = 3, RemoveLogo = true }, default);

        kept.Should().StartWith("data:image/png;base64,");
        replaced.Should().StartWith("data:image/jpeg;base64,");
        (await ReadAsync(db, fpy)).Logo.Should().BeNull();
    }

    [Theory]
    [InlineData(SaveMerchant.LargestLogo, true)]
    [InlineData(SaveMerchant.LargestLogo + 1, false)]
    public async Task A_logo_has_at_most_one_megabyte(int size, bool good)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var logo = new byte[size];
        Png.CopyTo(logo, 0);

        (await db.Get<SaveMerchant>().HandleAsync(fpy.Admin, Same(fpy) with { Logo = logo }, default)).Ok.Should().Be(good);
    }

    [Theory]
    [InlineData("one point wide and four million high")]
    [InlineData("svg")]
    public async Task A_logo_that_would_cost_every_reader_of_a_bill_dearly_is_refused(string what)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        byte[] logo = what == "svg" ? [.. "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8] : ForeignSample.Of("tall.png");

        (await db.Get<SaveMerchant>().HandleAsync(fpy.Admin, Same(fpy) with { Logo = logo }, default)).Refusal
            .Should().Be(MerchantRefusals.MerchantLogo);
        (await ReadAsync(db, fpy)).Logo.Should().BeNull();
    }

    [Fact]
    public async Task A_stale_form_is_refused_and_so_is_anybody_but_an_admin()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var save = db.Get<SaveMerchant>();
        await save.HandleAsync(fpy.Admin, Same(fpy) with { Name = "New" }, default);

        (await save.HandleAsync(fpy.Admin, Same(fpy) with { Name = "Other" }, default)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await save.HandleAsync(fpy.Finance, Same(fpy) with { Version = 1 }, default)).Refusal!.Code.Should().Be("not-allowed");
        (await ReadAsync(db, fpy)).Name.Should().Be("New");
    }

    private static MerchantRequest Same(GivenMerchant fpy) =>
        new(fpy.Merchant.Name, fpy.Merchant.Code, fpy.Merchant.Npwp, "", "", Language.English, null, false, 0);

    private static async Task<MerchantView> ReadAsync(TestDb db, GivenMerchant merchant) =>
        (await db.Get<ReadMerchant>().HandleAsync(merchant.Admin, default)).Value;
}
