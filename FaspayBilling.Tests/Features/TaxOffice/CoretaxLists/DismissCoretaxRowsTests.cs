using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

public sealed class DismissCoretaxRowsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Several_rows_are_dismissed_at_once_and_no_list_asks_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        string[][] rows =
        [
            CoretaxFile.Row("04002600000000001", "APPROVED", "elsewhere"), CoretaxFile.Row("04002600000000002", "APPROVED", "elsewhere"),
            CoretaxFile.Row("04002600000000003", "APPROVED", "elsewhere"),
        ];
        await db.ReadBackAsync(fpy, rows);
        var waiting = await db.WaitingAsync(fpy);

        (await DismissAsync(db, fpy.Finance, waiting[0].Key, waiting[2].Key)).Should().BeNull();
        rows[0][7] = "CANCELED";
        var again = await db.ReadBackAsync(fpy, rows);

        again.Waiting.Should().Be(1);
        (await db.WaitingAsync(fpy)).Select(r => r.Number).Should().Equal("04002600000000002");
        (await db.HistoryAsync()).Select(h => h.What())
            .Should().Contain("Rows of Coretax's list dismissed: 04002600000000001, 04002600000000003");
    }

    [Fact]
    public async Task A_conflict_that_is_dismissed_contests_nothing_any_more_and_its_number_stays_spent()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var named = await fpy.ExportableAsync();
        var holder = await fpy.ExportableAsync("000-26.00000007");
        var row = CoretaxFile.Row("04009002600000007", "APPROVED", named.Number);
        await db.ReadBackAsync(fpy, row);

        (await DismissAsync(db, fpy.Finance, (await db.WaitingAsync(fpy)).Single().Key)).Should().BeNull();

        var stored = await db.StoredAsync(holder);
        (stored.CoretaxNumber, stored.CoretaxContested, stored.TaxApproval).Should().Be((null, false, TaxApproval.Approved));
        (await db.StoredAsync(named)).CoretaxContested.Should().BeFalse();
        (await db.PreviewAsync(fpy, row)).Rows.Single().Effect.Should().Be(CoretaxEffect.Same);
    }

    [Fact]
    public async Task All_of_them_or_none()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        await db.ReadBackAsync(
            fpy,
            CoretaxFile.Row("04002600000000001", "APPROVED", "elsewhere"),
            CoretaxFile.Row("04002600000000002", "APPROVED", "elsewhere"));
        var keys = (await db.WaitingAsync(fpy)).Select(r => r.Key).ToArray();

        (await DismissAsync(db, fpy.Finance)).Should().Be("coretax-row.not-found");
        (await DismissAsync(db, fpy.Finance, [.. keys, new CoretaxRowKey(77, 0)])).Should().Be("coretax-row.not-found");
        (await DismissAsync(db, off.Finance, keys)).Should().Be("coretax-row.not-found");
        (await DismissAsync(db, fpy.Finance, keys[0], keys[1] with { Version = 7 })).Should().Be("changed-elsewhere");
        (await DismissAsync(db, fpy.Viewer, keys)).Should().Be("not-allowed");
        (await db.WaitingAsync(fpy)).Should().HaveCount(2);
    }

    private static async Task<string?> DismissAsync(TestDb db, Actor actor, params CoretaxRowKey[] keys) =>
        (await db.Get<DismissCoretaxRows>().HandleAsync(actor, keys, default)).Refusal?.Code;
}
