using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Domain.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class DownloadCustomersTests
{
    [Fact]
    public async Task The_template_has_every_column_and_what_is_downloaded_is_imported_elsewhere_as_it_was()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("OTH", "013825647609000");
        await db.Get<SaveCustomer>()
            .HandleAsync(fpy.Finance, null, GoodCustomer.Company with { Name = "=1+1", Nitku = "0026015362054000000012" }, 0, default);
        await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, GoodCustomer.Person, 0, default);
        using var template = new MemoryStream();
        CustomerFiles.WriteTemplate(template);
        using var file = new MemoryStream();
        (await db.Get<DownloadCustomers>().HandleAsync(fpy.Viewer, new(), file, new Progress<double>(), default)).Should().Be(Outcome.Done);

        var import = (await db.Get<ReadCustomerImport>().HandleAsync(other.Finance, file, default)).Value;

        SheetFile.Read(template, default).Value.Single().Cells.Should().Equal(import.Headers);
        import.Unused.Should().BeEmpty();
        import.Good.Select(r => r.Input)
            .Should().BeEquivalentTo([GoodCustomer.Company with { Name = "=1+1", Nitku = "0026015362054000000012" }, GoodCustomer.Person]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_file_holds_every_page_of_the_list_as_it_is_filtered_and_sorted(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.MerchantWithCustomersAsync();
        await (await db.Given.MerchantAsync("OTH")).CustomerAsync("Theirs");

        (await NamesAsync(new() { Size = 1, Page = 2 })).Should().Equal("Dewi", "PT Maju 100%");
        (await NamesAsync(new() { Descending = true })).Should().Equal("PT Maju 100%", "Dewi");
        (await NamesAsync(new() { Archived = true })).Should().Equal("Old");
        (await NamesAsync(new() { Search = "nobody" })).Should().BeEmpty();

        async Task<IEnumerable<string>> NamesAsync(CustomerQuery query)
        {
            using var file = new MemoryStream();
            await db.Get<DownloadCustomers>().HandleAsync(fpy.Viewer, query, file, new Progress<double>(), default);
            return SheetFile.Read(file, default).Value.Skip(1).Select(row => row[0]);
        }
    }
}
