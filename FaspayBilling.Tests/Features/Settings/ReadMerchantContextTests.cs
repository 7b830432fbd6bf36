using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Formats.Reading;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class ReadMerchantContextTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_sees_the_own_name_and_whether_the_module_is_on(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await ReadAsync(db, fpy.Viewer)).Should().Be(new MerchantContext("PT FPY Indonesia", null, EFakturModule: true));
        (await ReadAsync(db, off.Viewer)).Should().Be(new MerchantContext("PT OFF Indonesia", null, EFakturModule: false));
    }

    [Fact]
    public async Task The_logo_is_the_one_that_was_saved()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var request = new MerchantRequest("PT Faspay", "FPY", "", "", "", Language.English, GivenPicture.Png(3, 2), RemoveLogo: false, 0);
        (await db.Get<SaveMerchant>().HandleAsync(fpy.Admin, request, default)).Ok.Should().BeTrue();

        var context = await ReadAsync(db, fpy.Finance);

        context!.Merchant.Should().Be("PT Faspay");
        context.Logo.Should().StartWith("data:image/png;base64,");
    }

    [Fact]
    public async Task A_merchant_that_is_gone_has_none()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await ReadAsync(db, fpy.Viewer with { MerchantId = fpy.Id + 1 })).Should().BeNull();
    }

    private static Task<MerchantContext?> ReadAsync(TestDb db, Actor actor) => db.Get<ReadMerchantContext>().HandleAsync(actor, default);
}
