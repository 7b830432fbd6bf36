using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

public sealed class ListCoretaxRowsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_that_contradict_something_come_first_with_why_and_with_the_invoices_they_may_belong_to(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(
            fpy,
            CoretaxFile.Row("04002600000000001", "APPROVED", invoice.Number, date: "2026-10-16", month: "10"),
            CoretaxFile.Row("04002600000000002", "APPROVED", "elsewhere"),
            CoretaxFile.Row("04002600000000003", "APPROVED", "elsewhere"));

        var rows = await db.WaitingAsync(fpy);

        rows.Select(r => r.Number).Should().Equal("04002600000000001", "04002600000000003", "04002600000000002");
        rows[0].Conflicts.Select(c => c.Sentence()).Should().Equal("Another tax month: October 2026 there, November 2026 here.");
        rows[0].Candidates.Should().Equal(invoice.Number);
        (rows[1].Conflicts.Count, rows[1].Candidates.Count).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_page_past_the_end_is_the_last_one_and_without_the_module_there_is_none()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04002600000000002", "APPROVED", "elsewhere"));

        var page = (await db.Get<ListCoretaxRows>().HandleAsync(fpy.Viewer, 9, 10, default)).Value;

        (page.Number, page.Total, page.Rows.Count).Should().Be((1, 1, 1));
        (await db.Get<ListCoretaxRows>().HandleAsync(off.Finance, 1, null, default)).Refusal!.Code.Should().Be("module.off");
    }
}
