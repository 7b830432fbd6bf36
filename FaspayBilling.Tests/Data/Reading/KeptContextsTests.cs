using System.Data;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data.Reading;

public sealed class KeptContextsTests
{
    [Fact]
    public async Task The_next_reader_finds_the_connection_open_and_nothing_of_the_one_before()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await using (var first = await db.Dbs.CreateDbContextAsync())
        {
            (await first.Set<Merchant>().SingleAsync(m => m.Id == fpy.Id)).Should().NotBeNull();
        }

        await using var second = await db.Dbs.CreateDbContextAsync();

        second.Database.GetDbConnection().State.Should().Be(ConnectionState.Open);
        second.ChangeTracker.Entries().Should().BeEmpty();
    }

    [Fact]
    public async Task Readers_at_the_same_time_have_connections_of_their_own()
    {
        await using var db = await TestDb.MakeAsync();

        await using var one = await db.Dbs.CreateDbContextAsync();
        await using var other = await db.Dbs.CreateDbContextAsync();

        other.Database.GetDbConnection().Should().NotBeSameAs(one.Database.GetDbConnection());
    }

    [Fact]
    public async Task A_statement_that_is_used_again_takes_other_values_and_sees_what_was_written_since()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, other) = (await db.Given.MerchantAsync("FPY"), await db.Given.MerchantAsync("OTH"));
        await fpy.InvoiceAsync();

        var before = (await CountAsync(db, fpy.Id), await CountAsync(db, other.Id));
        await fpy.InvoiceAsync();
        await other.InvoiceAsync();
        var after = (await CountAsync(db, fpy.Id), await CountAsync(db, other.Id));

        (before, after).Should().Be(((1, 0), (2, 1)));
    }

    [Fact]
    public async Task A_reader_that_stopped_half_way_holds_nothing_back()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.InvoiceAsync();
        await fpy.InvoiceAsync();
        await using (var half = await db.Dbs.CreateDbContextAsync())
        {
            await foreach (var _ in half.Set<Invoice>().Where(i => i.MerchantId == fpy.Id).AsAsyncEnumerable())
            {
                break;
            }
        }

        await fpy.InvoiceAsync();
        await using var own = new SqliteConnection($"Data Source={db.Settings["Database:Path"]};Pooling=False");
        await own.OpenAsync();
        await using var empty = own.CreateCommand();
        empty.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";

        (await empty.ExecuteScalarAsync()).Should().Be(0L, "a reader that still read would keep the log from being emptied");
        (await CountAsync(db, fpy.Id)).Should().Be(3);
    }

    [Fact]
    public async Task A_context_that_is_disposed_twice_is_lent_once()
    {
        await using var db = await TestDb.MakeAsync();
        var twice = await db.Dbs.CreateDbContextAsync();
        await twice.DisposeAsync();
        await twice.DisposeAsync();

        await using var one = await db.Dbs.CreateDbContextAsync();
        await using var other = await db.Dbs.CreateDbContextAsync();

        other.Should().NotBeSameAs(one);
    }

    private static Task<int> CountAsync(TestDb db, long merchant) =>
        db.ReadAsync(d => d.Set<Invoice>().CountAsync(i => i.MerchantId == merchant));
}
