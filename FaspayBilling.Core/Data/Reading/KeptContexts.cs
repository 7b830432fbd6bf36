using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Data.Reading;

/// <summary>
/// Hands out contexts of SQLite whose connections stay open and whose statements stay prepared after their use: opening one defines EF's
/// functions and sets the pragmas anew, and planning a statement takes longer than running it. Outside of a transaction an open
/// connection holds nothing back.
/// </summary>
internal sealed class KeptContexts(DatabaseSettings settings, IServiceProvider services) : IDbContextFactory<BillingDb>, IDisposable
{
    /// <summary>So many wait for their next use; those beyond are closed after it.</summary>
    private const int Most = 64;

    private readonly ConcurrentBag<KeptContext> waiting = [];
    private volatile bool ended;

    public BillingDb CreateDbContext()
    {
        while (waiting.TryTake(out var kept))
        {
            if (!kept.IsOld)
            {
                return kept.Lend(Take);
            }

            kept.Dispose();
        }

        return new KeptContext(settings, services).Lend(Take);
    }

    public void Dispose()
    {
        ended = true;
        while (waiting.TryTake(out var kept))
        {
            kept.Dispose();
        }
    }

    private void Take(KeptContext kept)
    {
        if (ended || kept.IsOld || waiting.Count >= Most)
        {
            kept.Dispose();
            return;
        }

        waiting.Add(kept);
        if (ended)
        {
            Dispose();
        }
    }
}
