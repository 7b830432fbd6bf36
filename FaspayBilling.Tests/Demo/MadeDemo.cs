using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Demo;

/// <summary>A database with the demo of some day in it.</summary>
public sealed class MadeDemo : IAsyncDisposable
{
    private MadeDemo(TestDb db) => Db = db;

    public TestDb Db { get; }

    public DateTime Now => Db.Clock.Now();

    public static async Task<MadeDemo> OnAsync(string day, Database database = Database.Sqlite, int hour = 9)
    {
        var local = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(hour, 0));
        var db = await TestDb.MakeAsync(database, new FakeTimeProvider(new DateTimeOffset(local, TimeSpan.FromHours(7))));
        (await db.Get<DemoData>().EnsureAsync(CancellationToken.None)).Should().BeTrue();
        return new MadeDemo(db);
    }

    public Task<T> ReadAsync<T>(Func<BillingDb, Task<T>> read) => Db.ReadAsync(read);

    public Task<Merchant> MerchantAsync(string code) => ReadAsync(db => db.Set<Merchant>().SingleAsync(m => m.Code == code));

    /// <summary>All invoices with their payments; without a code those of both merchants.</summary>
    public Task<List<Invoice>> InvoicesAsync(string? code = null) => ReadAsync(db =>
        db.Set<Invoice>().Include(i => i.Payments).Include(i => i.Lines)
            .Where(i => code == null || db.Set<Merchant>().Any(m => m.Id == i.MerchantId && m.Code == code))
            .OrderBy(i => i.Id).ToListAsync());

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
