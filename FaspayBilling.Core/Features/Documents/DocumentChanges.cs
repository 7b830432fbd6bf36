using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>The common way of both changes: find, lock the issuer's merchant, look for the key's first answer, ask, change, tell.</summary>
public sealed class DocumentChanges(IDbContextFactory<BillingDb> dbs, WriteTransaction transaction)
{
    /// <summary>Runs <paramref name="verb"/> under the lock; the attempt is in the issuer's history, whoever made it and however it ended.</summary>
    public async Task<DocumentReply> RunAsync(ApiCaller caller, DocumentWish wish, DocumentVerb verb, CancellationToken stop)
    {
        var document = await FindAsync(wish.DocumentId, stop);
        for (var again = false; ; again = true)
        {
            try
            {
                var reply = await OnceAsync(caller, wish, verb, document, stop);
                if (again || reply.Outcome.Refusal?.Kind != RefusalKind.ChangedElsewhere)
                {
                    return reply;
                }
            }
            catch (DbUpdateException twin) when (!again && IsDuplicate(twin))
            {
                // The same key came at the same moment with a document of another merchant: its answer is there now.
            }
        }
    }

    private async Task<DocumentReply> OnceAsync(ApiCaller caller, DocumentWish wish, DocumentVerb verb, FoundDocument? document, CancellationToken stop)
    {
        if (document is null && wish.Idempotency is null)
        {
            return new DocumentReply(Refusals.DocumentNotFound);
        }

        var actor = new Actor(document?.MerchantId ?? caller.MerchantId, null, caller.Name, Role.Finance);
        var done = await transaction.RunAsync<DocumentReply>(actor, new Attempt(HistorySubject.Invoice, verb.Attempt(caller, wish)), async write =>
        {
            if (wish.Idempotency is { } call && await IdempotencyBook.FindAsync(write, caller, call) is { } first)
            {
                return first;
            }

            var outcome = await ActAsync(write, caller, wish, verb, document);
            if (wish.Idempotency is { } key)
            {
                IdempotencyBook.Keep(write, caller, key, outcome);
            }

            return new DocumentReply(outcome);
        }, stop);
        return done.Ok ? done.Value : new DocumentReply(Outcome<ChangedDocument>.Refused(done.Refusals));
    }

    private static async Task<Outcome<ChangedDocument>> ActAsync(Write write, ApiCaller caller, DocumentWish wish, DocumentVerb verb, FoundDocument? document)
    {
        if (document is null || await DocumentInHand.TakeAsync(write, document.Id) is not { } found)
        {
            return Refusals.DocumentNotFound;
        }

        var refusals = found.For(caller, verb.WhyNot(found, caller, wish, write.Now), write.Now);
        if (refusals.Count == 0)
        {
            verb.Change(write, found.Invoice, caller, wish);
            return new ChangedDocument(found.Invoice.DocumentId!, verb.Status);
        }

        if (refusals[0].Kind != RefusalKind.BadInput)
        {
            var all = string.Join(", ", refusals.Select(r => r.Code));
            write.HistoryRefused(HistorySubject.Invoice, found.Invoice.Id, $"{verb.Attempt(caller, wish)} [{all}]", refusals[0]);
        }

        return Outcome<ChangedDocument>.Refused(refusals);
    }

    private async Task<FoundDocument?> FindAsync(string documentId, CancellationToken stop)
    {
        if (!DocumentId.IsPossible(documentId))
        {
            return null;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.Set<Invoice>().Where(i => i.DocumentId == documentId).Select(i => new FoundDocument(i.Id, i.MerchantId)).SingleOrDefaultAsync(stop);
    }

    private bool IsDuplicate(DbUpdateException refused)
    {
        using var db = dbs.CreateDbContext();
        return db.IsDuplicate(refused);
    }

    private sealed record FoundDocument(long Id, long MerchantId);
}
