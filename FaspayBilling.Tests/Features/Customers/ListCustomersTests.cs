using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class ListCustomersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_part_of_name_mail_NPWP_document_or_VA_finds_it_with_or_without_punctuation(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.MerchantWithCustomersAsync();

        (await FindAsync(db, fpy, "maJU")).Should().Equal("PT Maju 100%");
        (await FindAsync(db, fpy, "100%")).Should().Equal("PT Maju 100%");
        (await FindAsync(db, fpy, "%")).Should().Equal("PT Maju 100%");
        (await FindAsync(db, fpy, "_")).Should().BeEmpty();
        (await FindAsync(db, fpy, "02.601.536")).Should().Equal("PT Maju 100%");
        (await FindAsync(db, fpy, "31710141")).Should().Equal("Dewi");
        (await FindAsync(db, fpy, "2234567890")).Should().Equal("Dewi");
        (await FindAsync(db, fpy, "dewi@MAIL")).Should().Equal("Dewi");
        (await FindAsync(db, fpy, "")).Should().Equal("Dewi", "PT Maju 100%");
        (await FindAsync(db, fpy, "'; drop \\")).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Groups_archived_ones_and_every_order_are_read_in_two_commands(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.MerchantWithCustomersAsync();
        var group = (await db.Get<ListCustomerGroups>().HandleAsync(fpy.Viewer, default)).Should().ContainSingle().Subject;
        group.Should().BeEquivalentTo(new { Name = "Retail", Customers = 1 });

        (await NamesAsync(db, fpy, new() { GroupId = group.Id })).Should().Equal("Dewi");
        (await NamesAsync(db, fpy, new() { GroupId = 0 })).Should().Equal("PT Maju 100%");
        (await NamesAsync(db, fpy, new() { Archived = true })).Should().Equal("Old");
        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            using var sql = SqlCommands.Watch();
            (await NamesAsync(db, fpy, new() { Sort = sort })).Should().HaveCount(2);
            (await NamesAsync(db, fpy, new() { Sort = sort, Descending = true })).Should().HaveCount(2);
            sql.Sent.Should().HaveCount(4);
        }

        (await NamesAsync(db, fpy, new() { Page = 99 })).Should().HaveCount(2);
    }

    private static Task<IEnumerable<string>> FindAsync(TestDb db, GivenMerchant fpy, string text) =>
        NamesAsync(db, fpy, new() { Search = text });

    private static async Task<IEnumerable<string>> NamesAsync(TestDb db, GivenMerchant fpy, CustomerQuery query) =>
        (await db.Get<ListCustomers>().HandleAsync(fpy.Viewer, query, default)).Rows.Select(r => r.Name);
}
