using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class ReadMerchantTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_admin_reads_the_own_merchant_and_no_other(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH", "013825647609000");

        (await ReadAsync(db, fpy)).Should().Be(
            new MerchantView("PT FPY Indonesia", "FPY", false, "022732101075000", "", "", Language.English, null, 0));
        (await ReadAsync(db, other)).Should().Be(
            new MerchantView("PT OTH Indonesia", "OTH", false, "013825647609000", "", "", Language.English, null, 0));
    }

    [Fact]
    public async Task The_code_is_fixed_after_the_first_invoice_of_this_merchant()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH");
        await fpy.InvoiceAsync(InvoiceStatus.Draft);

        (await ReadAsync(db, fpy)).CodeFixed.Should().BeTrue();
        (await ReadAsync(db, other)).CodeFixed.Should().BeFalse();
    }

    [Fact]
    public async Task Only_an_admin_reads_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<ReadMerchant>().HandleAsync(fpy.Finance, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<ReadMerchant>().HandleAsync(fpy.Viewer, default)).Refusal!.Code.Should().Be("not-allowed");
    }

    private static async Task<MerchantView> ReadAsync(TestDb db, GivenMerchant merchant) =>
        (await db.Get<ReadMerchant>().HandleAsync(merchant.Admin, default)).Value;
}
