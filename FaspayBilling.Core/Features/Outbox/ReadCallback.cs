using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Reads one callback with its JSON; the signature is not in it.</summary>
public sealed class ReadCallback(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>callback.not-found</c>.</summary>
    public async Task<Outcome<CallbackText>> HandleAsync(Actor actor, long id, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var calls = db.Set<CallbackCall>().VisibleTo(actor).Where(c => c.Id == id);
        var row = await ListCallbacks.Rows(db, calls).SingleOrDefaultAsync(stop);
        return row is null ? OutboxRefusals.CallbackNotFound : new CallbackText(row, await calls.Select(c => c.Body).SingleAsync(stop));
    }
}

/// <summary>One callback and its JSON.</summary>
public sealed record CallbackText(CallbackRow Row, string Body);
