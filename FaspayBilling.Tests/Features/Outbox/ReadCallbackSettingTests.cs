using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Outbox;

public sealed class ReadCallbackSettingTests
{
    [Fact]
    public async Task Without_an_address_it_is_empty_and_each_merchant_has_its_own()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.CallbackUrl = "https://shop.example.co.id/faspay");
        var other = await db.Given.MerchantAsync("OTH");

        (await db.Get<ReadCallbackSetting>().HandleAsync(fpy.Admin, default)).Value
            .Should().Be(new CallbackSetting("https://shop.example.co.id/faspay", 0));
        (await db.Get<ReadCallbackSetting>().HandleAsync(other.Admin, default)).Value.Should().Be(new CallbackSetting("", 0));
    }

    [Fact]
    public async Task Only_an_Admin_reads_the_address()
    {
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, MerchantServer.Nowhere);

        (await db.Get<ReadCallbackSetting>().HandleAsync(paid.Fpy.Finance, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<ReadCallbackSetting>().HandleAsync(paid.Fpy.Admin, default)).Value.Url.Should().Be(MerchantServer.Nowhere);
    }
}
