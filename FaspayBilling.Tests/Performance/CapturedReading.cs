using System.Collections.Concurrent;
using FaspayBilling.Core.Data;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Performance;

/// <summary>What a reading sent to the database of a grown merchant, and what is wrong with it.</summary>
/// <param name="Reading">What was read.</param>
/// <param name="Commands">How many SQL commands it took.</param>
/// <param name="Wrongs">Kind and table, and the command.</param>
internal sealed record CapturedReading(Reading Reading, int Commands, IReadOnlyList<(string Wrong, string Sql)> Wrongs)
{
    private static readonly ConcurrentDictionary<Database, Lazy<Task<IReadOnlyList<CapturedReading>>>> Captured = new();

    /// <summary>Made once a run: all readings, each of which knows already what it reads only once.</summary>
    public static Task<IReadOnlyList<CapturedReading>> AllAsync(Database database) =>
        Captured.GetOrAdd(database, d => new(() => MakeAsync(d))).Value;

    private static async Task<IReadOnlyList<CapturedReading>> MakeAsync(Database database)
    {
        await using var grown = await GrownMerchant.MakeAsync(database);
        await using var db = await grown.Db.Dbs.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var growing = GrowingTables.Of(db);
        var all = new List<CapturedReading>();
        foreach (var reading in Reading.All)
        {
            await reading.RunAsync(grown);
            using var sql = SqlCommands.Watch();
            await reading.RunAsync(grown);
            var sent = sql.Commands.ToList();
            all.Add(new CapturedReading(reading, sent.Count, await WrongsAsync(db, growing, sent)));
        }

        return all;
    }

    private static async Task<IReadOnlyList<(string Wrong, string Sql)>> WrongsAsync(
        BillingDb db, HashSet<string> growing, IReadOnlyList<SqlCommandSent> sent)
    {
        var wrongs = new List<(string, string)>();
        var connection = db.Database.GetDbConnection();
        foreach (var command in sent)
        {
            var found = db is PostgresBillingDb
                ? await PostgresPlan.WrongsAsync(connection, command, growing)
                : await SqlitePlan.WrongsAsync(connection, command, growing);
            wrongs.AddRange(found.Select(w => (w, command.Text)));
        }

        return wrongs;
    }
}
