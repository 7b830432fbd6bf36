using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Files;

public sealed class ListTaxFilesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_current_file_of_each_number_is_listed_the_youngest_first(Database database)
    {
        await using var files = await GivenFiles.MakeAsync(database);
        await files.UploadAsync("0002612345601", "again");

        var page = (await files.ListAsync(new())).Value;

        page.Total.Should().Be(3);
        page.Rows.Select(r => r.TaxNumber!.Value.Digits).Should().Equal("0002612345601", "0002612345603", "0002612345602");
        page.Rows[0].Customer.Should().Be("PT Pelanggan Setia");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_search_finds_invoice_numbers_and_E_Faktur_numbers_however_written(Database database)
    {
        await using var files = await GivenFiles.MakeAsync(database);

        foreach (var text in (string[])
        [
            "INV-FPY-032600002", "032600002", "000-26.12345602", "0002612345602", "0100002612345602", "010.000-26.12345602", "2345602",
            " 12345602 "
        ])
        {
            (await files.ListAsync(new() { Search = text })).Value.Rows.Select(r => r.InvoiceNumber)
                .Should().Equal(["INV-FPY-032600002"], text);
        }

        (await files.ListAsync(new() { Search = "INV-FPY-032300400" })).Value.Total.Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Months_limit_by_invoice_date_both_included(Database database)
    {
        await using var files = await GivenFiles.MakeAsync(database);
        var (february, march, april) = (new DateOnly(2026, 2, 1), new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1));

        (await files.ListAsync(new() { Start = march, End = march })).Value.Rows.Select(r => r.TaxNumber!.Value.Digits)
            .Should().Equal("0002612345602");
        (await files.ListAsync(new() { Start = march })).Value.Total.Should().Be(2);
        (await files.ListAsync(new() { End = march })).Value.Total.Should().Be(2);
        (await files.ListAsync(new() { Start = april, End = february })).Value.Total.Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_sorts_by_every_column_both_ways(Database database)
    {
        await using var files = await GivenFiles.MakeAsync(database);

        foreach (var sort in Enum.GetValues<TaxFileSort>())
        {
            var up = (await files.ListAsync(new() { Sort = sort, Descending = false })).Value.Rows.Select(r => r.Id).ToList();
            var down = (await files.ListAsync(new() { Sort = sort, Descending = true })).Value.Rows.Select(r => r.Id).ToList();
            down.Should().Equal(Enumerable.Reverse(up), sort.ToString());
        }
    }

    [Fact]
    public async Task A_page_costs_two_commands()
    {
        await using var files = await GivenFiles.MakeAsync();
        using var sql = SqlCommands.Watch();

        await files.ListAsync(new() { Search = "032600002", Start = new DateOnly(2026, 1, 1), Sort = TaxFileSort.Customer });

        sql.Sent.Should().HaveCount(2);
        sql.Sent.Should().NotContain(s => s.Contains("Bytes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_past_the_end_answers_the_last_one()
    {
        await using var files = await GivenFiles.MakeAsync();

        var page = (await files.ListAsync(new() { Page = 9, Size = 10 })).Value;

        (page.Number, page.Rows.Count).Should().Be((1, 3));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_is_found_by_the_17_digits(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.ExportableAsync(also: i => i.With((nameof(Invoice.CoretaxNumber), "04002600000000001")));
        await db.UploadOneAsync(fpy.Finance, CoretaxPdf.Name("04002600000000001"), Zip.Pdf());

        (await db.Get<ListTaxFiles>().HandleAsync(fpy.Viewer, new() { Search = "0400-26000000.00001" }, default)).Value.Rows
            .Should().ContainSingle().Which.Shown
            .Should().Be("04002600000000001");
        (await db.Get<ListTaxFiles>().HandleAsync(fpy.Viewer, new() { Search = "04002600000000002" }, default)).Value.Rows
            .Should().BeEmpty();
    }

    [Fact]
    public async Task Another_merchant_sees_none_of_them()
    {
        await using var files = await GivenFiles.MakeAsync();
        var other = await files.Db.Given.MerchantAsync("T8V", "013825647609000");

        (await files.ListAsync(new(), other.Admin)).Value.Total.Should().Be(0);
        (await files.ListAsync(new(), files.Fpy.Viewer)).Value.Total.Should().Be(3);
    }

    [Fact]
    public async Task Without_the_module_nothing_is_shown()
    {
        await using var db = await TestDb.MakeAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);

        (await db.Get<ListTaxFiles>().HandleAsync(off.Admin, new(), default)).Refusal!.Code.Should().Be("module.off");
    }
}
