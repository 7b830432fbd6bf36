using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Customers;

public sealed class ListCustomersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_part_of_name_mail_NPWP_document_or_VA_finds_it_with_or_without_punctuation(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await GivenAsync(db);

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
        var fpy = await GivenAsync(db);
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

    [Theory, OnSqlite, OnPostgres]
    public async Task Typing_finds_at_most_ten_those_that_begin_so_first_and_no_archived_one(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await GivenAsync(db);
        for (var i = 0; i < 12; i++)
        {
            await db.AddAsync(new Customer { MerchantId = fpy.Id, Number = 100 + i, Name = $"A dealer {i:D2}" });
        }

        var found = await db.Get<FindCustomers>().HandleAsync(fpy.Viewer, "de", default);

        found.Should().HaveCount(10);
        found[0].Should().BeEquivalentTo(new { Name = "Dewi", Identity = "3171014101900001", TaxableCompany = false });
        (await db.Get<FindCustomers>().HandleAsync(fpy.Viewer, "Old", default)).Should().BeEmpty();
        (await db.Get<FindCustomers>().HandleAsync(fpy.Viewer, " ", default)).Should().HaveCount(10);
    }

    private static async Task<GivenMerchant> GivenAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        var group = await db.AddAsync(new CustomerGroup { MerchantId = fpy.Id, Name = "Retail" });
        await db.AddAsync(new Customer
        {
            MerchantId = fpy.Id,
            Number = 1,
            Name = "PT Maju 100%",
            Email = "finance@maju.example",
            Npwp = "026015362054000",
            VaNumber = "1234567890"
        });
        await db.AddAsync(new Customer
        {
            MerchantId = fpy.Id,
            Number = 2,
            Name = "Dewi",
            Email = "dewi@mail.example",
            Document = BuyerIdType.NationalId,
            DocumentNumber = "3171014101900001",
            VaNumber = "2234567890",
            GroupId = group.Id,
        });
        await db.AddAsync(new Customer { MerchantId = fpy.Id, Number = 3, Name = "Old", ArchivedAt = db.Clock.GetUtcNow().UtcDateTime });
        return fpy;
    }

    private static Task<IEnumerable<string>> FindAsync(TestDb db, GivenMerchant fpy, string text) =>
        NamesAsync(db, fpy, new() { Search = text });

    private static async Task<IEnumerable<string>> NamesAsync(TestDb db, GivenMerchant fpy, CustomerQuery query) =>
        (await db.Get<ListCustomers>().HandleAsync(fpy.Viewer, query, default)).Rows.Select(r => r.Name);
}
