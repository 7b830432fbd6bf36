using System.Collections.Concurrent;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data;

/// <summary>The installation's random secrets, made on first use, the same on all nodes. Never called inside a write.</summary>
public sealed class InstallationSecrets(IDbContextFactory<BillingDb> dbs, WriteTransaction writes, SecretProtection protection)
{
    internal const string Purpose = "FaspayBilling.InstallationSecret.";
    private const int Length = 43;

    // A secret never changes, so it is read once per process.
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The secret of that name; null while nobody needed it yet.</summary>
    public async Task<string?> FindAsync(string name, CancellationToken stop)
    {
        if (known.TryGetValue(name, out var secret))
        {
            return secret;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var stored = await db.Set<InstallationSecret>().Where(s => s.Name == name).Select(s => s.ProtectedValue).SingleOrDefaultAsync(stop);
        return stored is null ? null : known.GetOrAdd(name, protection.Unprotect(Purpose + name, stored));
    }

    /// <summary>The secret of that name, made now if there is none.</summary>
    public async Task<string> GetAsync(string name, CancellationToken stop)
    {
        if (await FindAsync(name, stop) is { } found)
        {
            return found;
        }

        var made = protection.Protect(Purpose + name, ApiSecret.New(Length));
        try
        {
            await writes.RunAsync(
                Actor.System(0), new AuditedAction(HistorySubject.ApiAccess, "api.make-secret"), async write =>
                {
                    if (!await write.Db.Set<InstallationSecret>().AnyAsync(s => s.Name == name, write.Stop))
                    {
                        write.Db.Add(new InstallationSecret { Name = name, ProtectedValue = made });
                    }

                    return Outcome.Done;
                }, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            // Another node made it at the same moment: the unique index lets one of the two in.
            if (await FindAsync(name, stop) is { } others)
            {
                return others;
            }

            throw;
        }

        return await FindAsync(name, stop) ?? throw new InvalidOperationException($"The secret {name} was not stored.");
    }
}
