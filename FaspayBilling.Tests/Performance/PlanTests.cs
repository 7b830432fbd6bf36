using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Performance;

/// <summary>
/// What the databases say they will do for every list, filter, order, search and report: nothing that costs more the more a merchant has
/// beside what is shown. No timing.
/// </summary>
public sealed class PlanTests
{
    private const string OfMerchant = "SELECT * FROM \"Invoices\" AS \"i\" WHERE \"i\".\"MerchantId\" = 1 AND \"i\".\"DeletedAt\" IS NULL";
    private const string Counted = "SELECT COUNT(*) FROM (" + OfMerchant + " LIMIT 7) AS \"s\"";

    [Theory, OnSqlite, OnPostgres]
    public async Task No_reading_walks_scans_or_sorts_what_grows(Database database)
    {
        var all = await CapturedReading.AllAsync(database);

        var wrong = all.SelectMany(c => c.Wrongs.Where(w => !StandingException.All.Any(e => e.Covers(database, c, w.Wrong)))
            .Select(w => $"{c.Reading}: {w.Wrong} by {w.Sql}"));
        string.Join('\n', wrong).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_exception_stands_longer_than_it_is_needed(Database database)
    {
        var all = await CapturedReading.AllAsync(database);

        var spare = StandingException.All.Where(e => (e.Only ?? database) == database)
            .Where(e => !all.Any(c => c.Wrongs.Any(w => e.Covers(database, c, w.Wrong))));
        string.Join('\n', spare).Should().BeEmpty();
    }

    [Theory]
    [InlineData("SELECT * FROM \"Invoices\" AS \"i\" WHERE \"i\".\"Subject\" = 'a'", "scan Invoices")]
    [InlineData(OfMerchant, "walk Invoices")]
    [InlineData("SELECT COUNT(*) FROM \"Invoices\" AS \"i\" WHERE \"i\".\"MerchantId\" = 1", "count Invoices")]
    [InlineData(OfMerchant + " ORDER BY \"i\".\"Subject\" LIMIT 5", "walk Invoices", "sort Invoices")]
    [InlineData(OfMerchant + " AND \"i\".\"Status\" = 'Paid' ORDER BY \"i\".\"Total\" LIMIT 5", "walk Invoices", "sort Invoices")]
    [InlineData(OfMerchant + " AND \"i\".\"InvoiceDate\" > '2026-01-01' ORDER BY \"i\".\"Total\" LIMIT 5", "sort Invoices")]
    [InlineData(OfMerchant + " AND \"i\".\"Subject\" LIKE '%a%' ORDER BY \"i\".\"InvoiceDate\" LIMIT 5", "text Invoices")]
    [InlineData(OfMerchant + " ORDER BY \"i\".\"InvoiceDate\" LIMIT 5")]
    [InlineData(OfMerchant + " AND \"i\".\"Number\" = 'a'")]
    [InlineData("SELECT * FROM \"InvoiceLines\" AS \"l\" WHERE \"l\".\"InvoiceId\" = 1 ORDER BY \"l\".\"Name\"")]
    [InlineData(Counted)]
    [InlineData("SELECT * FROM \"Merchants\" AS \"m\"")]
    public async Task The_guard_sees_what_grows_and_nothing_else(string sql, params string[] wrongs)
    {
        await using var db = await TestDb.MakeAsync();

        (await WrongsAsync(db, sql)).Should().Equal(wrongs);
    }

    private static Task<IReadOnlyList<string>> WrongsAsync(TestDb db, string sql) => db.ReadAsync(async d =>
    {
        await d.Database.OpenConnectionAsync();
        return await SqlitePlan.WrongsAsync(d.Database.GetDbConnection(), new SqlCommandSent(sql, []), GrowingTables.Of(d));
    });
}
