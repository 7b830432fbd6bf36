using System.Runtime.CompilerServices;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

public sealed class SearchBillingsTests
{
    private static readonly (string Number, string Customer, string? TaxNumber)[] Invoices =
    [
        ("INV-FPY-032300400", "PT Maju Bersama", "000-22.12345619"), ("INV-FPY-042300001", "CV Ilmu-Abadi (Persero)", null),
        ("INV-FPY-052300002", "Toko \"Élan\" 100%_", null), ("A-7", "D'Arcy & O.Z. Üst", null),
    ];

    /// <summary>What is typed, and which of the invoices it finds, by the last digit of their numbers.</summary>
    public static TheoryData<string, string> Searches => new()
    {
        // One or two characters: the start of a number, of an E-Faktur No or of any word, whatever comes before it.
        { "I", "0 1 2" }, { "i", "0 1 2" }, { "PT", "0" }, { "PT ", "0" }, { "pt", "0" }, { "P", "0 1" }, { "M", "0" }, { "Be", "0" },
        { "aj", "" },
        { "ab", "1" }, { "pe", "1" }, { "É", "2" }, { "é", "2" }, { "e", "" }, { "él", "2" }, { "ü", "7" }, { "10", "2" },
        { "00", "0" }, { "0", "0" }, { "22", "" }, { "0-", "0" },
        { "A", "1 7" }, { "D", "7" }, { "Ar", "7" }, { "o", "7" }, { "z", "7" }, { "o.", "" },
        { "7", "" }, { "%", "" }, { "_", "" }, { "&", "" }, { "\"", "" }, { "'", "" }, { "\\", "" }, { "*", "" },
        { "[", "" }, { "😀", "" },

        // Three and more: anywhere.
        { "INV", "0 1 2" }, { "maj", "0" }, { "aju b", "0" }, { "ILMU-ABADI", "1" }, { "(pers", "1" }, { "élan", "2" }, { "ÉLAN", "2" },
        { "elan", "" },
        { "100%_", "2" }, { "%_\"", "" }, { "\"Él", "2" }, { "n\" 1", "2" }, { "d'a", "7" }, { "\"' OR 1=1 --", "" }, { "A-7", "7" },
        { "032300400", "0" }, { "32300", "0" }, { "2300", "0 1 2" }, { "INV-FPY-032300400", "0" }, { "FPY-04", "1" },
        { "fpy-0423000", "1" },
        { "000-22.12345619", "0" }, { "0002212345619", "0" }, { "22.123", "0" }, { "123456", "0" },
        { "0-2", "" }, { "0-22", "0" }, { "99999", "" },
        { "___", "" }, { "%%%", "" }, { "a\\b", "" }, { "😀😀😀", "" }, { "Maju NOT Bersama", "" }, { "maj*", "" },
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task Few_characters_find_how_words_begin_and_more_are_found_anywhere(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await GivenAsync(db);

        foreach (var row in Searches)
        {
            var (text, expected) = ((string)row[0], (string)row[1]);
            var page = await FindAsync(db, fpy, new() { Search = text, Descending = false, Sort = BillingSort.InvoiceNo });
            string.Join(' ', Ends(page.Rows.Select(r => r.Number))).Should().Be(expected, "of «{0}»", text);
            page.Total.Should().Be(page.Rows.Count);

            // The same by the other way, which the list takes where there are many.
            await using var context = await db.Dbs.CreateDbContextAsync();
            if (context.Probing(context.Set<Invoice>().Where(i => i.MerchantId == fpy.Id), text.Trim()) is { } probed)
            {
                string.Join(' ', Ends(await probed.Select(i => i.Number).ToListAsync())).Should()
                    .Be(expected, "of «{0}», row by row", text);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_index_follows_names_numbers_and_deletions(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(
            InvoiceStatus.Draft, number: "INV-FPY-032300400", also: i => i.With((nameof(Invoice.CustomerName), "PT Lama")));

        await SetAsync("CustomerName", "PT Baru");
        (await CountAsync("Lama")).Should().Be(0);
        (await CountAsync("Baru")).Should().Be(1);
        (await CountAsync("la")).Should().Be(0);
        (await CountAsync("ba")).Should().Be(1);

        await SetAsync("TaxNumber", "0002212345619");
        (await CountAsync("2212345619")).Should().Be(1);
        (await CountAsync("032300400")).Should().Be(1);

        await SetAsync("DeletedAt", "2026-11-16 02:00:00");
        (await CountAsync("Baru")).Should().Be(0);
        (await CountAsync("032300400")).Should().Be(0);
        (await CountAsync("IN")).Should().Be(0);

        Task<int> SetAsync(string column, string value)
        {
            var typed = column == "DeletedAt" && database == Database.Postgres ? "{0}::timestamptz" : "{0}";
            var sql = $$"""UPDATE "Invoices" SET "{{column}}" = {{typed}} WHERE "Id" = {1}""";
            return db.ReadAsync(d => d.Database.ExecuteSqlAsync(FormattableStringFactory.Create(sql, value, invoice.Id)));
        }

        async Task<int> CountAsync(string text) => (await FindAsync(db, fpy, new() { Search = text })).Total;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task More_than_a_thousand_are_not_counted_and_another_merchants_neither_fill_that_nor_show(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var t8v = await db.Given.MerchantAsync("T8V");
        await db.FillAsync(t8v, "T8V", 3_000);
        var fpy = await db.Given.MerchantAsync();
        await db.FillAsync(fpy, "FPY", 6_000);

        foreach (var text in new[] { "I", "IN", "INV", "CV", "sinar" })
        {
            var first = await FindAsync(db, fpy, new() { Search = text });
            first.Should().BeEquivalentTo(new { Total = 1_000, More = true, Number = 1, Count = 40 }, "of {0}", text);
            first.Rows.Should().HaveCount(25).And.OnlyContain(r => r.Number.StartsWith("INV-FPY"));
            var last = await FindAsync(db, fpy, new() { Search = text, Page = 41 });
            last.Should().BeEquivalentTo(new { Total = 1_000, More = true, Number = 40 }, "of {0}", text);
            last.Rows.Should().HaveCount(25).And.NotIntersectWith(first.Rows);
        }

        // PostgreSQL counts what the first 5,000 rows hold; SQLite's index counts up to a thousand.
        foreach (var text in new[] { "Maju", "ma" })
        {
            var page = await FindAsync(db, fpy, new() { Search = text });
            page.More.Should().Be(database == Database.Postgres);
            page.Total.Should().BeInRange(page.More ? 100 : 300, 300);
        }

        (await FindAsync(db, fpy, new() { Search = "T8V" })).Total.Should().Be(0);
        (await FindAsync(db, fpy, new() { Search = "10005999" })).Rows.Select(r => r.Number).Should().Equal("INV-FPY-10005999");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Under_filters_and_in_every_order_the_first_page_is_the_same_as_of_the_whole_list(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.FillAsync(fpy, "FPY", 6_000);

        foreach (var sort in Enum.GetValues<BillingSort>())
        {
            BillingQuery[] queries =
            [
                new() { Sort = sort }, new() { Sort = sort, Descending = false, Page = 3 },
                new() { Sort = sort, Status = InvoiceStatus.Draft },
                new() { Sort = sort, From = new DateOnly(2023, 3, 4), To = new DateOnly(2023, 3, 5), Descending = false },
            ];
            foreach (var whole in queries)
            {
                var all = await WholeAsync(db, fpy, whole);
                foreach (var text in new[] { "in", "INV", "Maju", "sinar 7", "10005" })
                {
                    using var sql = SqlCommands.Watch();
                    var page = await FindAsync(db, fpy, whole with { Search = text });

                    sql.Sent.Should().HaveCountLessThanOrEqualTo(3, "{0} of {1}", text, whole);
                    var expected = all.Where(r => Holds(r, text)).Skip((page.Number - 1) * 25).Take(25);
                    page.Rows.Select(r => r.Number).Should().Equal(expected.Select(r => r.Number), "{0} of {1}", text, whole);
                }
            }
        }
    }

    private static bool Holds(BillingRow row, string text) => text.Length < 3
        ? row.Number.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        : $"{row.Number}\n{row.Customer}".Contains(text, StringComparison.OrdinalIgnoreCase);

    private static async Task<IReadOnlyList<BillingRow>> WholeAsync(TestDb db, GivenMerchant fpy, BillingQuery query)
    {
        var all = new List<BillingRow>();
        for (var read = await FindAsync(db, fpy, query with { Size = 100, Page = 1 }); ;)
        {
            all.AddRange(read.Rows);
            if (read.Number == read.Count)
            {
                return all;
            }

            read = await FindAsync(db, fpy, query with { Size = 100, Page = read.Number + 1 });
        }
    }

    private static async Task<GivenMerchant> GivenAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V");
        await fpy.AvailableNumbersAsync(2023, 20, "000-22.12345619");
        foreach (var (number, customer, tax) in Invoices)
        {
            await fpy.InvoiceAsync(taxNumber: tax, date: new DateOnly(2023, 3, 7), number: number, also: i => i.With(
                (nameof(Invoice.CustomerName), customer)));
            await other.InvoiceAsync(
                date: new DateOnly(2023, 3, 7), number: number, also: i => i.With((nameof(Invoice.CustomerName), customer)));
        }

        return fpy;
    }

    private static IEnumerable<char> Ends(IEnumerable<string> numbers) => numbers.Select(n => n[^1]).Order();

    private static Task<Page<BillingRow>> FindAsync(TestDb db, GivenMerchant of, BillingQuery query) =>
        db.Get<ListBillings>().HandleAsync(of.Viewer, query, default);
}
