using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Outbox;

public sealed class SaveCallbackUrlTests
{
    [Fact]
    public async Task The_address_is_checked_saved_and_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var save = db.Get<SaveCallbackUrl>();

        (await save.HandleAsync(fpy.Admin, "http://shop.example.co.id/", version: 0, default)).Refusal
            .Should().BeEquivalentTo(new { Code = "callback.url", Field = "Url" });
        (await save.HandleAsync(fpy.Admin, "https://10.0.0.1/", version: 0, default)).Refusal!.Code.Should().Be("callback.url");
        (await save.HandleAsync(fpy.Admin, "https://①②⑦.0.0.1/", version: 0, default)).Refusal!.Code.Should().Be("callback.url");
        (await save.HandleAsync(fpy.Admin, "https://127.0.0.1.:443/", version: 0, default)).Refusal!.Code.Should().Be("callback.url");
        (await save.HandleAsync(fpy.Admin, " https://shop.example.co.id/faspay ", version: 0, default)).Ok.Should().BeTrue();
        (await save.HandleAsync(fpy.Admin, "", version: 0, default)).Refusal!.Code.Should().Be("changed-elsewhere");
        (await db.Get<ReadCallbackSetting>().HandleAsync(fpy.Admin, default)).Value
            .Should().Be(new CallbackSetting("https://shop.example.co.id/faspay", 1));
        (await save.HandleAsync(fpy.Admin, "", version: 1, default)).Ok.Should().BeTrue();

        (await db.HistoryAsync(fpy))
            .Should().Equal("Callbacks after payments go to https://shop.example.co.id/faspay", "No callbacks after payments");
    }

    [Fact]
    public async Task Only_an_Admin_sets_the_address()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync(settings: s => s.CallbackUrl = "https://shop.example.co.id/faspay");

        (await db.Get<SaveCallbackUrl>().HandleAsync(fpy.Finance, "", version: 0, default)).Refusal!.Code.Should().Be("not-allowed");

        (await db.Get<ReadCallbackSetting>().HandleAsync(fpy.Admin, default)).Value.Url.Should().Be("https://shop.example.co.id/faspay");
        (await db.RefusedAsync()).Should().Equal("not-allowed");
    }
}
