using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

/// <summary>Who may not save a list, and one that is sent again.</summary>
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

    [Fact]
    public async Task The_same_preview_saved_again_is_read_in_once_and_answers_the_same()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var preview = await db.PreviewAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));
        var sent = fpy.Finance with { Form = new SentForm("one-opened-preview") };

        var first = (await db.Get<ApplyCoretaxList>().HandleAsync(sent, "list.xlsx", preview.Readable, null, default)).Value;
        var again = (await db.Get<ApplyCoretaxList>().HandleAsync(sent, "list.xlsx", preview.Readable, null, default)).Value;

        again.Should().Be(first);
        first.Changed.Should().Be(1);
        (await db.ReadAsync(d => d.Set<CoretaxReading>().CountAsync())).Should().Be(1);
    }
}
