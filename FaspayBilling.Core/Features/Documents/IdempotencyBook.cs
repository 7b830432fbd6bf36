using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Api;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>Keeps first answers for a day, in the transaction of the change that they tell of.</summary>
internal static class IdempotencyBook
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>The reply that this call must get because its key was used before; null for a new key.</summary>
    public static async Task<DocumentReply?> FindAsync(Write write, ApiCaller caller, IdempotentCall call)
    {
        var end = write.Now - Kept;
        await write.Db.Set<IdempotentAnswer>().Where(a => a.ApiClientId == caller.ClientKey && a.At <= end).ExecuteDeleteAsync(write.Stop);
        var first = await write.Db.Set<IdempotentAnswer>().AsNoTracking().SingleOrDefaultAsync(a => a.ApiClientId == caller.ClientKey && a.Key == call.Key, write.Stop);
        return first is null ? null
            : first.RequestHash == call.RequestHash ? new DocumentReply(Refusals.IdempotencyKeyReused, new StoredAnswer(first.Status, first.Body))
            : new DocumentReply(Refusals.IdempotencyKeyReused);
    }

    public static void Keep(Write write, ApiCaller caller, IdempotentCall call, Outcome<ChangedDocument> outcome)
    {
        var answer = call.Words(outcome);
        write.Db.Add(new IdempotentAnswer
        {
            ApiClientId = caller.ClientKey, Key = call.Key, RequestHash = call.RequestHash, Status = answer.Status, Body = answer.Body, At = write.Now,
        });
    }
}
