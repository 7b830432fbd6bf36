using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Performance;

/// <summary>
/// Bytes that a request allocates: they hardly move with the machine, and what makes a request slow shows in them. All threads are
/// counted, since a handler goes on where its database answers; so nothing else may run.
/// </summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    private const int Warming = 60;
    private const int Rounds = 9;
    private const int Calls = 20;
    private const double Slack = 0.20;

    private static readonly InvoicesQuery Month = new(new(2026, 10, 1), new(2026, 10, 31), InvoiceStatuses.All, 1);

    // Who makes one of them cheaper writes the new figure down; who makes it dearer says why.
    private static readonly Dictionary<string, (long Sqlite, long Postgres)> Recorded = new()
    {
        [nameof(ListInvoicesForApi)] = (53_000, 49_000),
        [nameof(ListBillings)] = (24_000, 23_000),
        [nameof(ReadBilling)] = (156_000, 194_000),
        [nameof(ListCustomers)] = (105_000, 94_000),
        [nameof(CreateBill)] = (309_000, 309_000),
    };

    private static readonly Dictionary<string, Func<GrownMerchant, Task>> Requests = new()
    {
        [nameof(ListInvoicesForApi)] = g => g.Db.Get<ListInvoicesForApi>().HandleAsync(g.Signature, Month, default),
        [nameof(ListBillings)] = g => g.Db.Get<ListBillings>().HandleAsync(g.Admin, new() { Page = 2 }, default),
        [nameof(ReadBilling)] = g => g.Db.Get<ReadBilling>().HandleAsync(g.Admin, g.Estate.Unpaid.Number, default),
        [nameof(ListCustomers)] = g => g.Db.Get<ListCustomers>().HandleAsync(g.Admin, new(), default),
    };

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_allocates_what_was_recorded(Database database)
    {
        await using var grown = await GrownMerchant.MakeAsync(database);
        var measured = new Dictionary<string, long>();
        foreach (var (name, run) in Requests)
        {
            measured[name] = await BytesAsync(() => run(grown));
        }

        var (system, bill) = (await grown.Db.SystemAsync(grown.Estate.Owner), 0);
        measured[nameof(CreateBill)] = await BytesAsync(() => system.CreateAsync($"{++bill}"));

        var moved = measured.Where(
            m => !IsNear(m.Value, database == Database.Postgres ? Recorded[m.Key].Postgres : Recorded[m.Key].Sqlite));
        string.Join(' ', moved).Should().BeEmpty();
    }

    private static bool IsNear(long measured, long recorded) => Math.Abs(measured - recorded) <= recorded * Slack;

    private static async Task<long> BytesAsync(Func<Task> run)
    {
        await TimesAsync(Warming, run);
        var rounds = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await TimesAsync(Calls, run);
            rounds.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / Calls);
        }

        return rounds.Order().ElementAt(Rounds / 2);
    }

    private static async Task TimesAsync(int times, Func<Task> run)
    {
        for (var i = 0; i < times; i++)
        {
            await run();
        }
    }
}
