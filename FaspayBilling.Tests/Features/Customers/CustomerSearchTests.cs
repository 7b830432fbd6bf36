using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Customers;

/// <summary>The indexes of the search know what stands in the rows, whatever is typed.</summary>
public sealed class CustomerSearchTests
{
    private static readonly string[] Typed =
    [
        "a", "A", "é", "%", "_", "\\", "\"", "'", ".", "&", "*", "-", "0", "7", "(", "ñ", "漢", "😀", "z",
        "PT", "pt", "t ", "0%", "da", "é ", "漢字", "😀!", "*a", "\"x", "01", "-1", "1.", "@m", "e(",
        "maju", "MAJU", "100%", "%_\\", "PT \"", "a & b", "o'b", "02.601.536", "1-2", "1.2.", "026", "9876543210", "@MAIL", "漢字社",
        "OR *", "NOT a", "Name:", "zzz", "maju maju", "a\0b", "\0",
    ];

    private static readonly string[] Names =
    [
        "PT Maju 100%", "Café Señor (Bali)", "PT \"Abadi\" & Bros", "O'Brien", "漢字社 😀!", "x", "maju maju", "CV *a_b\\c",
        "pt sinar NOT a",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task The_index_finds_what_looking_at_each_customer_finds(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await MerchantAsync(db, "FPY");
        await MerchantAsync(db, "OTH");

        foreach (var text in Typed)
        {
            await ShouldAgreeAsync(db, fpy, text);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_customer_is_found_by_what_it_is_now_and_not_by_what_it_was(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var customer = await db.AddAsync(new Customer
        {
            MerchantId = fpy.Id,
            Number = 1,
            Name = "PT Lama",
            Email = "old@lama.example",
            Npwp = "026015362054000",
            VaNumber = "1111111111",
        });

        await db.ReadAsync(d => d.Set<Customer>().ExecuteUpdateAsync(s => s
            .SetProperty(c => c.Name, "PT Baru").SetProperty(c => c.Email, "new@baru.example").SetProperty(c => c.Npwp, "")
            .SetProperty(c => c.VaNumber, "2222222222")));

        foreach (var old in new[] { "Lama", "la", "old@", "026015", "11" })
        {
            (await FoundAsync(db, fpy, old)).Should().BeEmpty(old);
        }

        foreach (var now in new[] { "Baru", "ba", "b", "new@", "222222", "22" })
        {
            (await FoundAsync(db, fpy, now)).Should().Equal(["PT Baru"], now);
        }

        (await db.Get<DeleteCustomer>().HandleAsync(fpy.Finance, customer.Id, customer.Version, default)).Ok.Should().BeTrue();
        (await db.AddAsync(new Customer { MerchantId = fpy.Id, Number = 2, Name = "Other" })).Should().NotBeNull();
        (await FoundAsync(db, fpy, "Baru")).Should().BeEmpty();
        (await FoundAsync(db, fpy, "ba")).Should().BeEmpty();
    }

    [Fact]
    public async Task More_customers_than_are_counted_are_read_in_the_lists_order()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await db.ReadAsync(d => d.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10002)
            INSERT INTO Customers (MerchantId, Number, Name, Email, Phone, Address, Npwp, Document, DocumentNumber, Country, Nitku,
                NpwpName, NpwpAddress, TaxableCompany, VaNumber, AdditionalInfo, Version)
            SELECT {fpy.Id}, i, 'PT ' || (20000 - i), '', '', '', '', 'Tin', '', 'IDN', '', '', '', 0, '', '', 0 FROM n
            """));

        var page = await db.Get<ListCustomers>().HandleAsync(fpy.Viewer, new() { Search = "pt ", Page = 2, Size = 25 }, default);

        (page.Total, page.More, page.Number).Should().Be((10_000, true, 2));
        page.Rows.Select(r => r.Name).Should().Equal(Enumerable.Range(0, 25).Select(n => $"PT {10_025 + n}"));
    }

    private static async Task<GivenMerchant> MerchantAsync(TestDb db, string code)
    {
        var merchant = await db.Given.MerchantAsync(code);
        foreach (var (name, n) in Names.Select((name, n) => (name, n)))
        {
            await db.AddAsync(new Customer
            {
                MerchantId = merchant.Id,
                Number = 100 + n,
                Name = name,
                Email = n % 2 == 0 ? "" : $"m{n}@mail.example",
                Npwp = n % 3 == 0 ? "026015362054000" : "",
                Document = n % 3 == 1 ? BuyerIdType.Passport : BuyerIdType.Tin,
                DocumentNumber = n % 3 == 1 ? $"A-7{n}12" : "",
                VaNumber = $"987654321{n}",
            });
        }

        return merchant;
    }

    private static async Task ShouldAgreeAsync(TestDb db, GivenMerchant merchant, string text)
    {
        var found = await db.ReadAsync(d => d.Matching(d.Set<Customer>().VisibleTo(merchant.Viewer), merchant.Id, text)
            .OrderBy(c => c.Number).Select(c => c.Name).ToListAsync());

        // Where this database cannot compare, as letters beyond ASCII in SQLite, .NET does.
        var looked = await db.ReadAsync(d => d.Probing(d.Set<Customer>().VisibleTo(merchant.Viewer), text)
            ?.OrderBy(c => c.Number).Select(c => c.Name).ToListAsync() ?? Task.FromResult(Names
                .Where(n => n.Contains(text, StringComparison.OrdinalIgnoreCase)).ToList()));
        found.Should().Equal(looked, "“{0}” was typed", text);
    }

    private static async Task<IEnumerable<string>> FoundAsync(TestDb db, GivenMerchant merchant, string text) =>
        (await db.Get<ListCustomers>().HandleAsync(merchant.Viewer, new() { Search = text }, default)).Rows.Select(r => r.Name);
}
