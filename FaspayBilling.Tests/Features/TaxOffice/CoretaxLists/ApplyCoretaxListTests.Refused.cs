using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

/// <summary>Who may not save a list.</summary>
public sealed partial class ApplyCoretaxListTests
{
    [Fact]
    public async Task An_empty_list_still_asks_who_may()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await db.Get<ApplyCoretaxList>().HandleAsync(off.Finance, "x", [], null, default)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<ApplyCoretaxList>().HandleAsync(fpy.Viewer, "x", [], null, default)).Refusal!.Code.Should().Be("not-allowed");
        (await db.Get<ApplyCoretaxList>().HandleAsync(fpy.Finance, "x", [], null, default)).Value.ReadingId.Should().BeNull();
    }
}
