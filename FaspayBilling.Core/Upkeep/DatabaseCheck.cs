using System.Data.Common;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Upkeep.Checks;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FaspayBilling.Core.Upkeep;

/// <summary>
/// Proves over the whole database, every merchant, that what must be true is true (docs/rules.md 21). Only reads, all of one moment, so it
/// may run beside a server.
/// </summary>
public sealed class DatabaseCheck(DatabaseSettings settings, KeyProtection keys, TimeProvider clock)
{
    /// <summary>Asks every rule, one after the other; a damaged file is asked no further.</summary>
    /// <exception cref="StartRefusedException">There is no such database, it cannot be opened, or another version wrote it.</exception>
    public async IAsyncEnumerable<CheckedRule> RunAsync([EnumeratorCancellation] CancellationToken stop)
    {
        await using var moment = await OpenAsync(stop);
        if (await WhyNotAsync(moment, stop) is { } no)
        {
            throw new StartRefusedException(no);
        }

        await foreach (var rule in AskAsync(moment, [.. Invariants.Of(moment), new ReadableSecrets(keys)], stop))
        {
            yield return rule;
        }
    }

    /// <summary>What of a copy that nobody writes to breaks the rules of its file; with <paramref name="all"/> every rule.</summary>
    /// <exception cref="SqliteException">It is no database.</exception>
    internal async Task<CheckedCopy> CopyAsync(string path, bool all, CancellationToken stop)
    {
        await using var moment = await Snapshot.OfFileAsync(path, Now, quiet: true, stop);
        var broken = new List<CheckedRule>();
        await foreach (var rule in AskAsync(moment, Invariants.OfTheFile, stop))
        {
            AddBroken(rule);
        }

        if (broken.Count > 0)
        {
            // What a damaged file says of its version proves nothing.
            return new(DatabaseKind.Ours, broken, Secrets: true);
        }

        var kind = await moment.KindAsync(stop);
        if (kind != DatabaseKind.Ours)
        {
            return new(kind, broken, Secrets: true);
        }

        foreach (var invariant in all ? Invariants.OfTheRows : Invariants.OfTheCopy)
        {
            AddBroken(await AskAsync(moment, invariant, stop));
        }

        return new(kind, broken, (await AskAsync(moment, new ReadableSecrets(keys), stop)).Holds);

        void AddBroken(CheckedRule rule) => broken.AddRange(rule.Holds ? [] : [rule]);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private string Setting => settings.IsPostgres ? "Database:ConnectionString" : "Database:Path";

    private static async IAsyncEnumerable<CheckedRule> AskAsync(
        Snapshot moment, IEnumerable<Invariant> invariants, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var invariant in invariants)
        {
            var rule = await AskAsync(moment, invariant, stop);
            yield return rule;
            if (!rule.Holds && invariant is IntactFile)
            {
                yield break;
            }
        }
    }

    private static async Task<CheckedRule> AskAsync(Snapshot moment, Invariant invariant, CancellationToken stop)
    {
        var (breaches, more, rows) = (new List<Breach>(), 0L, 0L);
        await moment.MarkAsync(stop);
        try
        {
            rows = await invariant.CountAsync(moment, stop);
            await foreach (var breach in invariant.BreachesAsync(moment, stop))
            {
                if (breaches.Count < CheckedRule.MostShown)
                {
                    breaches.Add(breach);
                }
                else
                {
                    more++;
                }
            }
        }
        catch (DbException away) when (IsOfTheMachine(away) && !stop.IsCancellationRequested)
        {
            throw new StartRefusedException($"The database could not be checked to the end: {away.Message}", away);
        }
        catch (Exception broken) when (
            broken is DbException or FormatException or OverflowException or InvalidCastException or ArgumentException
                or InvalidOperationException
            && !stop.IsCancellationRequested)
        {
            // A value that cannot be read at all breaks the rule too, and the others are still to be asked.
            await moment.BackAsync(stop);
            breaches.Add(new Breach(null, "what the rule reads", broken.Message, "readable"));
        }

        return new CheckedRule(invariant.Says, invariant.Of, rows, breaches, more);
    }

    // A full disk, a lock, a connection that is gone: nothing of it says that a row is wrong.
    private static bool IsOfTheMachine(DbException away) => away.IsTransient
        || away is SqliteException { SqliteErrorCode: 5 or 6 or 7 or 9 or 10 or 13 or 14 }
        || away is NpgsqlException and not PostgresException
        || away.SqlState?[..2] is "08" or "53" or "57";

    private async Task<Snapshot> OpenAsync(CancellationToken stop)
    {
        try
        {
            if (settings.IsPostgres)
            {
                return await Snapshot.OfServerAsync(settings.ConnectionString!, Now, stop);
            }

            return File.Exists(settings.Path)
                ? await Snapshot.OfFileAsync(settings.Path, Now, quiet: false, stop)
                : throw new StartRefusedException(
                    $"There is no database {settings.Path} to check. Make it with the command init, or correct the setting {Setting}.");
        }
        catch (Exception broken) when (broken is SqliteException or NpgsqlException or SocketException)
        {
            throw Unreadable(broken);
        }
    }

    private async Task<string?> WhyNotAsync(Snapshot moment, CancellationToken stop)
    {
        try
        {
            return await moment.KindAsync(stop) switch
            {
                DatabaseKind.Ours => null,
                DatabaseKind.Older => "The database was written by an earlier version of FaspayBilling. Back it up and upgrade it with the "
                    + "command init, then check it.",
                DatabaseKind.Newer => "The database was written by a newer version of FaspayBilling. Check it with that version.",
                DatabaseKind.Other => $"The database holds nothing of FaspayBilling. Correct the setting {Setting}.",
            };
        }
        catch (Exception broken) when (broken is SqliteException or NpgsqlException)
        {
            throw Unreadable(broken);
        }
    }

    private StartRefusedException Unreadable(Exception broken) => new(
        settings.IsPostgres || broken is SqliteException { SqliteErrorCode: not (11 or 26) }
            ? $"The database cannot be read ({broken.Message}). Check the setting {Setting}."
            : $"The database {settings.Path} is damaged or not a database. Restore it from a backup.",
        broken);
}
